/** References that no foreign key holds, the numbers of revisions, and what is kept as JSON. */
import type { Finding, RepairName } from '../../../../shared/contract/notebook';
import { all, pluck, type ReadableDB } from '../../core/sql';
import { type CheckPart, finding, type Tick } from './finding';

interface FoundRow {
  readonly id: string;
  readonly articleId: string | null;
  readonly annotationId: string | null;
}

interface Rule {
  readonly kind: Finding['kind'];
  /** Selects id, articleId and annotationId of what is wrong. */
  readonly sql: string;
  readonly message: string;
  readonly repair: RepairName | null;
}

const ofAnnotation = 'n.id, n.article_id AS articleId, n.id AS annotationId FROM annotation n';
const ofArticle = 'a.id, a.id AS articleId, NULL AS annotationId FROM article a';

/** Which parts have no anchor in the current revision. */
export const partsWithoutPlace = `SELECT s.annotation_id AS annotationId, s.part, s.exact, s.prefix, s.suffix,
    a.revision_id AS revisionId
  FROM selector s JOIN annotation n ON n.id = s.annotation_id JOIN article a ON a.id = n.article_id
  WHERE NOT EXISTS (SELECT 1 FROM anchor k
    WHERE k.annotation_id = s.annotation_id AND k.part = s.part AND k.revision_id = a.revision_id)`;

const rules: readonly Rule[] = [
  {
    kind: 'reference',
    sql: `SELECT DISTINCT ${ofAnnotation} JOIN (${partsWithoutPlace}) p ON p.annotationId = n.id`,
    message: 'A passage has no place in the current text, not even as an orphan.',
    repair: 'place',
  },
  {
    kind: 'reference',
    sql: `SELECT ${ofAnnotation} WHERE NOT EXISTS (SELECT 1 FROM selector s WHERE s.annotation_id = n.id)`,
    message: 'An annotation has lost its words.',
    repair: null,
  },
  {
    kind: 'reference',
    sql: `SELECT DISTINCT ${ofAnnotation} JOIN anchor k ON k.annotation_id = n.id JOIN revision r ON r.id = k.revision_id
      WHERE r.article_id <> n.article_id`,
    message: 'A passage stands in the text of another article.',
    repair: null,
  },
  {
    kind: 'reference',
    sql: `SELECT DISTINCT ${ofAnnotation} JOIN anchor k ON k.annotation_id = n.id WHERE CASE WHEN k.former IS NULL
        THEN NOT EXISTS (SELECT 1 FROM selector s WHERE s.annotation_id = k.annotation_id AND s.part = k.part)
        ELSE NOT EXISTS (SELECT 1 FROM former_quote f
          WHERE f.annotation_id = k.annotation_id AND f.part = k.part AND f.number = k.former) END`,
    message: 'A passage has lost the words it is about.',
    repair: null,
  },
  {
    kind: 'reference',
    sql: `SELECT ${ofArticle} JOIN revision r ON r.id = a.revision_id WHERE r.article_id <> a.id`,
    message: 'The current revision of an article belongs to another article.',
    repair: 'numbers',
  },
  {
    kind: 'number',
    sql: `SELECT ${ofArticle} JOIN revision r ON r.id = a.revision_id
      WHERE r.article_id = a.id AND r.number <> (SELECT max(number) FROM revision WHERE article_id = a.id)`,
    message: 'The current revision of an article is not its newest.',
    repair: null,
  },
  {
    kind: 'number',
    sql: `SELECT ${ofArticle} WHERE (SELECT min(number) <> 1 OR max(number) <> count(*) FROM revision WHERE article_id = a.id)`,
    message: 'The revisions of an article are not numbered one after the other.',
    repair: 'numbers',
  },
  {
    kind: 'reference',
    sql: `SELECT d.owner_id AS id, NULL AS articleId, NULL AS annotationId FROM draft d
      WHERE NOT EXISTS (SELECT 1 FROM article WHERE id = d.owner_id) AND NOT EXISTS (SELECT 1 FROM note WHERE id = d.owner_id)`,
    message: 'Words being typed belong to nothing.',
    repair: null,
  },
  {
    kind: 'reference',
    sql: `SELECT d.owner_id AS id, a.id AS articleId, NULL AS annotationId FROM draft d LEFT JOIN article a ON a.id = d.owner_id
      WHERE NOT json_valid(d.anchors)`,
    message: 'The passages of words being typed cannot be read.',
    repair: null,
  },
  {
    kind: 'reference',
    sql: `SELECT id, NULL AS articleId, NULL AS annotationId FROM trash WHERE NOT json_valid(changes)`,
    message: 'Something in the trash cannot be read.',
    repair: null,
  },
  {
    kind: 'reference',
    sql: `SELECT id, article_id AS articleId, NULL AS annotationId FROM revision WHERE NOT json_valid(metadata)`,
    message: 'The details of a revision cannot be read.',
    repair: null,
  },
];

function placeOf({ articleId, annotationId }: FoundRow): Finding['place'] {
  return articleId === null ? null : { articleId, annotationId };
}

function* check(db: ReadableDB): Generator<Tick> {
  for (const { sql, ...rule } of rules) {
    for (const row of all<FoundRow>(db, sql)) yield finding({ ...rule, id: row.id, place: placeOf(row) });
    yield null;
  }
  const orphaned =
    'SELECT r.id FROM revision r WHERE NOT EXISTS (SELECT 1 FROM article WHERE id = r.article_id)';
  for (const id of pluck<string>(db, orphaned))
    yield finding({ kind: 'reference', id, message: 'A revision belongs to no article.' });
}

export const referencesPart: CheckPart = { count: () => rules.length, check };
