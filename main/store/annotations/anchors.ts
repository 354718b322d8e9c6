/**
 * The parts of annotations: the words they were made on (selectors) and where these stand in a revision (anchors).
 * Writes them for a selection; `carry-anchors.ts` takes them to the next revision.
 */
import { describe, type Selector } from '../../../shared/anchoring/describe';
import type { AnchorState, Quote } from '../../../shared/model/annotation';
import { CasebookError } from '../../../shared/model/result';
import { revisionWords } from '../articles/revision-words';
import { all, insert, pluck, type ReadableDB, type WritableDB } from '../core/sql';

/** A stretch of a text as a command gives it, in code points. */
export interface GivenRange {
  readonly start: number;
  readonly end: number;
}

/** A part with its number within its annotation, from 0, and the quote that its state is about. */
export interface StoredAnchor extends GivenRange {
  readonly annotationId: string;
  readonly part: number;
  readonly state: AnchorState;
  /** Number of that quote among the part's former ones; null: it is the present one. */
  readonly former: number | null;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

const anchorColumns = `k.annotation_id AS annotationId, k.part, k.start, k."end", k.state, k.former,
    coalesce(f.exact, s.exact, '') AS exact, coalesce(f.prefix, s.prefix, '') AS prefix, coalesce(f.suffix, s.suffix, '') AS suffix
  FROM anchor k LEFT JOIN selector s ON s.annotation_id = k.annotation_id AND s.part = k.part AND k.former IS NULL
    LEFT JOIN former_quote f ON f.annotation_id = k.annotation_id AND f.part = k.part AND f.number = k.former`;

/** Every part that stands in a revision, by annotation and part. */
export function anchorsOfRevision(db: ReadableDB, revisionId: string): StoredAnchor[] {
  return all(db, `SELECT ${anchorColumns} WHERE k.revision_id = ? ORDER BY k.annotation_id, k.part`, [
    revisionId,
  ]);
}

/** The parts of some annotations as they stand in a revision. */
export function anchorsOfAnnotations(
  db: ReadableDB,
  annotationIds: readonly string[],
  revisionId: string,
): StoredAnchor[] {
  // The plus keeps SQLite from going through all anchors of the revision.
  return all(
    db,
    `SELECT ${anchorColumns} WHERE k.annotation_id IN (SELECT value FROM json_each(?)) AND +k.revision_id = ?
     ORDER BY k.annotation_id, k.part`,
    [JSON.stringify(annotationIds), revisionId],
  );
}

/** The parts of one annotation as they stand in a revision. */
export function anchorsOfAnnotation(
  db: ReadableDB,
  annotationId: string,
  revisionId: string,
): StoredAnchor[] {
  return all(db, `SELECT ${anchorColumns} WHERE k.annotation_id = ? AND k.revision_id = ? ORDER BY k.part`, [
    annotationId,
    revisionId,
  ]);
}

/** The plain text of a revision. Throws `not-found`. */
export function textOfRevision(db: ReadableDB, revisionId: string): string {
  const text = pluck<string>(db, 'SELECT text FROM revision WHERE id = ?', [revisionId])[0];
  if (text === undefined) throw new CasebookError('not-found', 'There is no such revision.');
  return text;
}

/** Refuses with `bad-arguments` parts that are empty, outside of the text, overlapping or not in reading order. */
function checkParts(parts: readonly GivenRange[], textLength: number): void {
  let from = 0;
  for (const { start, end } of parts) {
    if (start >= end) throw new CasebookError('bad-arguments', 'A passage has at least one character.');
    if (end > textLength) throw new CasebookError('bad-arguments', 'The passage reaches beyond the text.');
    if (start < from)
      throw new CasebookError('bad-arguments', 'The parts overlap or are not in reading order.');
    from = end;
  }
}

/**
 * Describes parts as they are selected in a revision (code points), widened to whole grapheme clusters. Throws
 * `bad-arguments` for parts that are not in the text, overlap or are out of order.
 */
export function describeParts(db: ReadableDB, revisionId: string, parts: readonly GivenRange[]): Selector[] {
  const words = revisionWords(db, revisionId);
  if (!words) throw new CasebookError('not-found', 'There is no such revision.');
  const { text, offsets: map } = words;
  checkParts(parts, map.codePointLength);
  const selectors = parts.map(({ start, end }) => describe(text, start, end, map));
  checkParts(selectors, map.codePointLength);
  return selectors;
}

/** A part by the number it has within its annotation. */
export interface PartKey {
  readonly annotationId: string;
  readonly part: number;
}

/** Writes the quote of a part that has none, and its place in a revision where it has none yet. */
export function insertPart(
  db: WritableDB,
  { annotationId, part }: PartKey,
  revisionId: string,
  { start, end, quote }: Selector,
): void {
  const key = { annotation_id: annotationId, part };
  const { exact, prefix, suffix } = quote;
  insert(db, 'selector', { ...key, exact, prefix, suffix });
  insert(db, 'anchor', { ...key, revision_id: revisionId, start, end, state: 'exact' });
}

/** Writes the quote of a part whose words are not in a revision: an orphan claims no place there. */
export function insertOrphan(
  db: WritableDB,
  { annotationId, part }: PartKey,
  revisionId: string,
  { exact, prefix, suffix }: Quote,
): void {
  const key = { annotation_id: annotationId, part };
  insert(db, 'selector', { ...key, exact, prefix, suffix });
  insert(db, 'anchor', { ...key, revision_id: revisionId, start: 0, end: 0, state: 'orphan' });
}

/** The annotation whose parts in a revision are exactly these, or undefined; orphans are on no words. */
export function annotationOnParts(
  db: ReadableDB,
  revisionId: string,
  parts: readonly GivenRange[],
): string | undefined {
  const candidates = pluck<string>(
    db,
    `SELECT annotation_id FROM anchor
     WHERE revision_id = ? AND start = ? AND "end" = ? AND part = 0 AND state <> 'orphan' ORDER BY annotation_id`,
    [revisionId, parts[0]?.start ?? -1, parts[0]?.end ?? -1],
  );
  return candidates.find((id) => {
    const anchors = anchorsOfAnnotation(db, id, revisionId);
    const isSame = ({ start, end }: GivenRange, index: number) =>
      anchors[index]?.start === start && anchors[index]?.end === end && anchors[index]?.state !== 'orphan';
    return anchors.length === parts.length && parts.every(isSame);
  });
}
