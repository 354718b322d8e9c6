/**
 * The quotes that the researcher replaced. The program never rewrites a quote: a confirmation, new ends or a new place
 * makes another and keeps the one before, to which the anchors of earlier revisions go on referring.
 */
import type { Selector } from '../../../shared/anchoring/describe';
import type { FormerQuote, Quote, ReplacementReason } from '../../../shared/model/annotation';
import { codePoints } from '../../../shared/text/offsets';
import { all, get, insert, pluck, type ReadableDB, run, type WritableDB } from '../core/sql';
import { type GivenRange, insertPart, type PartKey } from './anchors';

/** A row of `former_quote`. */
export interface ReplacedQuote extends Quote, GivenRange {
  readonly annotationId: string;
  readonly part: number;
  readonly number: number;
  readonly revisionId: string;
  readonly reason: ReplacementReason;
  readonly replacedAt: string;
}

/** What almost every part has of former quotes. */
export const noQuotes: readonly FormerQuote[] = [];

const columns = `f.annotation_id AS annotationId, f.part, f.number, f.exact, f.prefix, f.suffix,
  f.revision_id AS revisionId, f.start, f."end", f.reason, f.replaced_at AS replacedAt`;

/** How to find them for an article without asking for each of its annotations. */
const sources = {
  'n.article_id = @id': `FROM revision r CROSS JOIN former_quote f ON f.revision_id = r.id WHERE r.article_id = @id`,
  'n.id = @id': 'FROM former_quote f WHERE f.annotation_id = @id',
  'n.id IN (SELECT value FROM json_each(@id))':
    'FROM former_quote f WHERE f.annotation_id IN (SELECT value FROM json_each(@id))',
} as const;

/** The replaced quotes of an article's annotations, or of some annotations, by annotation, oldest first. */
export function replacedQuotes(
  db: ReadableDB,
  { where, id }: { readonly where: keyof typeof sources; readonly id: string },
): Map<string, ReplacedQuote[]> {
  const rows = all<ReplacedQuote>(db, `SELECT ${columns} ${sources[where]} ORDER BY f.part, f.number`, {
    id,
  });
  const byAnnotation = new Map<string, ReplacedQuote[]>();
  for (const row of rows) {
    byAnnotation.set(row.annotationId, [...(byAnnotation.get(row.annotationId) ?? []), row]);
  }
  return byAnnotation;
}

/** A row as the model has it. */
export function toFormerQuote(row: ReplacedQuote): FormerQuote {
  const { start, end, exact, prefix, suffix, revisionId, reason, replacedAt } = row;
  const place = { start: codePoints(start), end: codePoints(end) };
  return { ...place, quote: { exact, prefix, suffix }, revisionId, reason, replacedAt };
}

interface Place extends GivenRange {
  readonly revisionId: string;
}

/** Where a quote was last known to stand; where it never did, the place it is held to be at now. */
function lastPlace(db: ReadableDB, { annotationId, part }: PartKey): Place | undefined {
  return get<Place>(
    db,
    `SELECT k.revision_id AS revisionId, k.start, k."end" FROM anchor k JOIN revision r ON r.id = k.revision_id
     WHERE k.annotation_id = ? AND k.part = ? AND k.former IS NULL
     ORDER BY k.state IN ('exact', 'moved') DESC, r.number DESC LIMIT 1`,
    [annotationId, part],
  );
}

function keepQuote(db: WritableDB, { annotationId, part }: PartKey, reason: ReplacementReason): void {
  const key = [annotationId, part];
  const quote = get<Quote>(
    db,
    'SELECT exact, prefix, suffix FROM selector WHERE annotation_id = ? AND part = ?',
    key,
  );
  const place = lastPlace(db, { annotationId, part });
  if (!quote || !place) return;
  const last = pluck<number>(
    db,
    'SELECT coalesce(max(number), 0) FROM former_quote WHERE annotation_id = ? AND part = ?',
    key,
  );
  const number = (last[0] ?? 0) + 1;
  const { revisionId, start, end } = place;
  insert(db, 'former_quote', {
    annotation_id: annotationId,
    part,
    number,
    ...quote,
    revision_id: revisionId,
    start,
    end,
    reason,
    replaced_at: new Date().toISOString(),
  });
  run(db, 'UPDATE anchor SET former = ? WHERE annotation_id = ? AND part = ? AND former IS NULL', [
    number,
    ...key,
  ]);
}

/** The part as it stands in a revision with its present quote. */
function anchorNow(db: ReadableDB, { annotationId, part }: PartKey, revisionId: string) {
  return get<GivenRange & { readonly state: string }>(
    db,
    `SELECT start, "end", state FROM anchor WHERE annotation_id = ? AND part = ? AND revision_id = ?`,
    [annotationId, part, revisionId],
  );
}

const stands = ({ state }: { readonly state: string }): boolean => state === 'exact' || state === 'moved';

/**
 * Gives a part another quote and place in the current revision, or none (it is no longer part of the passage); a part
 * that stands there with its words already is left alone. What it had is kept for the earlier revisions. Without a
 * reason it is `re-attached` for an orphan, else `new-ends`.
 */
export function replacePart(
  db: WritableDB,
  key: PartKey,
  revisionId: string,
  selector: Selector | undefined,
  reason?: ReplacementReason,
): void {
  const now = anchorNow(db, key, revisionId);
  if (now && selector && stands(now) && now.start === selector.start && now.end === selector.end) return;
  keepQuote(db, key, reason ?? (now?.state === 'orphan' ? 're-attached' : 'new-ends'));
  const params = [key.annotationId, key.part];
  run(db, 'DELETE FROM selector WHERE annotation_id = ? AND part = ?', params);
  run(db, 'DELETE FROM anchor WHERE annotation_id = ? AND part = ? AND revision_id = ?', [
    ...params,
    revisionId,
  ]);
  if (selector) insertPart(db, key, revisionId, selector);
}
