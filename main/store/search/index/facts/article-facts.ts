/** What an article and its passages bear. An article bears whatever one of its passages bears, but for the kind. */
import { all, get, pluck, type ReadableDB } from '../../../core/sql';
import type { BorneValue } from '../stored/value-ids';
import { type AccountFacts, accountColumns, accountValues, claimantsOf, eventValues } from './account-values';
import { labelKey, languageKey, timeValues } from './value-keys';

interface ArticleRow {
  readonly publisher: string;
  readonly authors: string;
  readonly language: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly readAt: string | null;
  readonly revisionId: string;
  readonly isCited: number;
  readonly isTagged: number;
}

/** An article's own facts: `shared` are borne by its passages, and by events that these are evidence for. */
export interface ArticleFacts {
  readonly own: readonly BorneValue[];
  readonly shared: readonly BorneValue[];
  readonly revisionId: string;
}

function labelled(field: 'publisher' | 'by', label: string): BorneValue[] {
  const key = labelKey(label);
  return key === '' ? [] : [{ field, key, label: label.trim() }];
}

/** The names in an article's list of authors; none where it cannot be read, which the check says. */
function authorsIn(list: string): readonly string[] {
  try {
    const names: unknown = JSON.parse(list);
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
  } catch {
    return [];
  }
}

function sharedValues({ publisher, authors, language, earliest, latest }: ArticleRow): BorneValue[] {
  const lang = languageKey(language);
  return [
    ...labelled('publisher', publisher),
    ...authorsIn(authors).flatMap((author) => labelled('by', author)),
    ...(lang === '' ? [] : [{ field: 'lang' as const, key: lang }]),
    ...timeValues(earliest, latest),
  ];
}

const tagsOf = (db: ReadableDB, articleId: string): string[] =>
  pluck<string>(db, 'SELECT tag_id FROM stored_article_tag WHERE article_id = ?', [articleId]);

/** An article's own facts; null when it is gone. */
export function articleFacts(db: ReadableDB, id: string): ArticleFacts | null {
  const row = get<ArticleRow>(
    db,
    `SELECT publisher, authors, language, published_earliest AS earliest, published_latest AS latest,
     read_at AS readAt, revision_id AS revisionId,
     EXISTS (SELECT 1 FROM citation WHERE target_kind = 'article' AND target_id = article.id) AS isCited,
     EXISTS (SELECT 1 FROM stored_article_tag WHERE article_id = article.id) AS isTagged FROM article WHERE id = ?`,
    [id],
  );
  if (!row) return null;
  const own: BorneValue[] = [{ field: 'kind', key: 'article' }];
  if (row.readAt === null) own.push({ field: 'has', key: 'unread' });
  if (row.isCited === 1) own.push({ field: 'has', key: 'note' });
  if (row.isTagged === 1) for (const key of tagsOf(db, id)) own.push({ field: 'tag', key });
  return { own, shared: sharedValues(row), revisionId: row.revisionId };
}

/** What the articles share that the evidence for an event is from. */
export function evidenceArticles(db: ReadableDB, eventId: string): string[] {
  return pluck<string>(
    db,
    `SELECT n.article_id FROM evidence v JOIN annotation n ON n.id = v.annotation_id WHERE v.event_id = @eventId
     UNION SELECT n.article_id FROM account c JOIN account_evidence x ON x.account_id = c.id AND x.kind = 'evidence'
     JOIN annotation n ON n.id = x.annotation_id WHERE c.event_id = @eventId`,
    { eventId },
  );
}

/** {@link ArticleFacts.shared} of an article. */
export const sharedOf = (db: ReadableDB, id: string): readonly BorneValue[] =>
  articleFacts(db, id)?.shared ?? [];

type Put = (passageId: string, ...values: readonly BorneValue[]) => void;
interface Link {
  readonly id: string;
  readonly key: string;
}

/** Each selects passages out of a JSON list with one value each: what they are linked to. */
const links: readonly (readonly [field: BorneValue['field'], sql: string])[] = [
  [
    'has',
    `SELECT j.value AS id, 'note' AS key FROM json_each(@ids) j
     CROSS JOIN citation c ON c.target_kind = 'annotation' AND c.target_id = j.value`,
  ],
  [
    'has',
    `SELECT n.annotation_id AS id, n.state AS key FROM json_each(@ids) j CROSS JOIN anchor n
     ON n.annotation_id = j.value AND n.revision_id = @revisionId AND n.state IN ('changed', 'orphan')
     CROSS JOIN selector s ON s.annotation_id = n.annotation_id AND s.part = n.part`,
  ],
  [
    'entity',
    `SELECT m.annotation_id AS id, m.entity_id AS key FROM json_each(@ids) j
     CROSS JOIN stored_mention m ON m.annotation_id = j.value`,
  ],
  [
    'tag',
    `SELECT x.annotation_id AS id, x.tag_id AS key FROM json_each(@ids) j
     CROSS JOIN stored_annotation_tag x ON x.annotation_id = j.value`,
  ],
];

const marksSql = `SELECT n.id, n.colour, n.comment <> '' AS commented FROM json_each(@ids) j
  CROSS JOIN annotation n ON n.id = j.value`;

function putMarks(db: ReadableDB, ids: string, put: Put): void {
  const marks = all<{ id: string; colour: string | null; commented: number }>(db, marksSql, { ids });
  for (const { id, colour, commented } of marks) {
    put(id, { field: 'kind', key: 'passage' });
    if (commented === 1) put(id, { field: 'kind', key: 'comment' }, { field: 'has', key: 'note' });
    if (colour !== null) put(id, { field: 'colour', key: colour });
  }
}

const evidenceSql = `SELECT v.annotation_id AS id, e.id AS eventId, e.type_id AS typeId, e.conflict_count AS conflicts
  FROM json_each(@ids) j CROSS JOIN evidence v ON v.annotation_id = j.value JOIN event e ON e.id = v.event_id`;
const accountsSql = `SELECT x.annotation_id AS passageId, ${accountColumns} FROM json_each(@ids) j
  CROSS JOIN account_evidence x ON x.annotation_id = j.value AND x.kind = 'evidence'
  CROSS JOIN account c ON c.id = x.account_id CROSS JOIN event e ON e.id = c.event_id`;

type Evidence = Pick<AccountFacts, 'id' | 'eventId' | 'typeId' | 'conflicts'>;

/** A passage is evidence for an event, itself in conflict or not. */
function evidenceFacts({ eventId, typeId, conflicts }: Omit<Evidence, 'id'>): BorneValue[] {
  const values = [...eventValues(eventId, typeId), { field: 'has' as const, key: 'evidence' }];
  return conflicts > 0 ? [...values, { field: 'has', key: 'conflict' }] : values;
}

function putAccounts(db: ReadableDB, ids: string, put: Put): void {
  const accounts = all<AccountFacts & { passageId: string }>(db, accountsSql, { ids });
  const claimants = claimantsOf(db, [...new Set(accounts.map(({ id }) => id))]);
  for (const account of accounts) {
    const said = accountValues(account, claimants.get(account.id) ?? []);
    put(account.passageId, ...said, ...evidenceFacts(account));
  }
}

/** What passages of an article bear beside what they share with it, by id; values may repeat. */
export function passageValues(
  db: ReadableDB,
  revisionId: string,
  passageIds: readonly string[],
): ReadonlyMap<string, readonly BorneValue[]> {
  const values = new Map<string, BorneValue[]>(passageIds.map((id) => [id, []]));
  if (passageIds.length === 0) return values;
  const ids = JSON.stringify(passageIds);
  const put: Put = (id, ...borne) => void values.get(id)?.push(...borne);
  putMarks(db, ids, put);
  for (const [field, sql] of links) {
    const params: Record<string, string> = sql.includes('@revisionId') ? { ids, revisionId } : { ids };
    for (const { id, key } of all<Link>(db, sql, params)) put(id, { field, key });
  }
  for (const evidence of all<Evidence>(db, evidenceSql, { ids }))
    put(evidence.id, ...evidenceFacts(evidence));
  putAccounts(db, ids, put);
  return values;
}
