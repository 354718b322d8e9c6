/**
 * Compares two revisions of an article: their words, the passages on both, and what rests on those whose words changed.
 * Comparing itself is `shared/comparison`; here is what the notebook knows.
 */

import type { Resting } from '../../../../shared/comparison/meaning';
import {
  type ComparedRevision,
  type ComparedText,
  changedDetails,
  compareTexts,
  type RevisionComparison,
} from '../../../../shared/comparison/revision-comparison';
import type { QueryArgs } from '../../../../shared/contract';
import { parseContent } from '../../../../shared/document/content-html';
import { CasebookError } from '../../../../shared/model/result';
import { codePoints } from '../../../../shared/text/offsets';
import { type AccountRow, accountSelect, valueOfRow } from '../../accounts/account-row';
import { anchorsOfRevision } from '../../annotations/anchors';
import { listAnnotations } from '../../annotations/annotations';
import { getArticle } from '../../articles/articles';
import { getRevision } from '../../articles/revisions';
import { all, type ReadableDB } from '../../core/sql';

type Linked<Link> = Link & { readonly annotationId: string };

/** Events that a passage supports. */
const restingEvents = `
  SELECT v.annotation_id AS annotationId, 'event' AS kind, e.id, e.title FROM json_each(@ids) AS wanted
    JOIN evidence v ON v.annotation_id = wanted.value JOIN event e ON e.id = v.event_id
  ORDER BY 3`;
const restingEntities = `
  SELECT DISTINCT m.annotation_id AS annotationId, 'entity' AS kind, e.id, e.kind AS entityKind, e.name
  FROM json_each(@ids) AS wanted JOIN mention m ON m.annotation_id = wanted.value JOIN entity e ON e.id = m.entity_id
  ORDER BY e.folded, e.id`;

/** Accounts that rest on some annotations by their words or their cue, those of one event together. */
function restingAccounts(db: ReadableDB, ids: string): Linked<Resting>[] {
  const links = all<{ readonly annotationId: string; readonly id: string; readonly title: string }>(
    db,
    `SELECT DISTINCT x.annotation_id AS annotationId, x.account_id AS id, e.title FROM json_each(?) AS wanted
     CROSS JOIN account_evidence x ON x.annotation_id = wanted.value
     JOIN account a ON a.id = x.account_id JOIN event e ON e.id = a.event_id ORDER BY e.title, e.id, a.id`,
    [ids],
  );
  const accountIds = JSON.stringify([...new Set(links.map(({ id }) => id))]);
  const inList = 'account.id IN (SELECT value FROM json_each(?))';
  const rows = all<AccountRow>(db, `${accountSelect} WHERE ${inList}`, [accountIds]);
  const accounts = new Map(rows.map((row) => [row.id, row]));
  return links.flatMap((link) => {
    const row = accounts.get(link.id);
    if (!row) return [];
    const { event_id: eventId, fact, key, mode } = row;
    return [{ ...link, kind: 'account' as const, eventId, fact, key, mode, value: valueOfRow(row) }];
  });
}

/** What rests on each of some annotations: accounts first, then events, then who is named. */
function restingOn(db: ReadableDB, annotationIds: readonly string[]): Map<string, Resting[]> {
  const ids = JSON.stringify(annotationIds);
  const resting = new Map<string, Resting[]>();
  const links = [restingEvents, restingEntities].flatMap((sql) => all<Linked<Resting>>(db, sql, { ids }));
  for (const { annotationId, ...thing } of [...restingAccounts(db, ids), ...links]) {
    resting.set(annotationId, [...(resting.get(annotationId) ?? []), thing]);
  }
  return resting;
}

function readRevision(db: ReadableDB, articleId: string, id: string): ComparedRevision {
  const revision = getRevision(db, { id });
  if (revision.articleId !== articleId)
    throw new CasebookError('bad-arguments', 'The revision is one of another article.');
  return { ...revision, annotations: listAnnotations(db, { articleId, revisionId: id }) };
}

const textOf = (db: ReadableDB, { id, content, text }: ComparedRevision): ComparedText => ({
  blocks: parseContent(content),
  text,
  parts: anchorsOfRevision(db, id).map((anchor) => ({
    ...anchor,
    start: codePoints(anchor.start),
    end: codePoints(anchor.end),
  })),
});

/**
 * Compares any two revisions of an article, in either order. Throws `not-found`, or `bad-arguments` when a revision is
 * of another article.
 */
export function compareRevisions(
  db: ReadableDB,
  { articleId, fromRevisionId, toRevisionId }: QueryArgs<'compareRevisions'>,
): RevisionComparison {
  const { title, kind, revisions, currentRevisionId } = getArticle(db, { id: articleId });
  const from = readRevision(db, articleId, fromRevisionId);
  const to = readRevision(db, articleId, toRevisionId);
  const { rows, passages } = compareTexts(
    textOf(db, from),
    textOf(db, to),
    from.number > to.number ? 'from' : 'to',
  );
  const resting = restingOn(
    db,
    passages.map(({ annotationId }) => annotationId),
  );
  return {
    articleId,
    title,
    articleKind: kind,
    revisions,
    currentRevisionId,
    from,
    to,
    rows,
    meaning: passages.map((passage) => ({ ...passage, resting: resting.get(passage.annotationId) ?? [] })),
    details: changedDetails(from.metadata, to.metadata),
  };
}
