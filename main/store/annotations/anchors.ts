/**
 * The parts of annotations: the words they were made on (selectors) and where these stand in a revision (anchors).
 * Writes them for a selection; `carry-anchors.ts` takes them to the next revision.
 */
import { describe } from '../../../shared/anchoring/describe';
import type { AnchorState } from '../../../shared/model/annotation';
import { CasebookError } from '../../../shared/model/result';
import { createOffsetMap } from '../../../shared/text/offsets';
import { all, insert, pluck, type ReadableDB, run, type WritableDB } from '../core/sql';

/** A stretch of a text as a command gives it, in code points. */
export interface GivenRange {
  readonly start: number;
  readonly end: number;
}

/** A part with its number within its annotation, from 0. */
export interface StoredAnchor extends GivenRange {
  readonly annotationId: string;
  readonly part: number;
  readonly state: AnchorState;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

const anchorColumns = `k.annotation_id AS annotationId, k.part, k.start, k."end", k.state, s.exact, s.prefix, s.suffix
  FROM anchor k JOIN selector s ON s.annotation_id = k.annotation_id AND s.part = k.part`;

/** Every part that stands in a revision, by annotation and part. */
export function anchorsOfRevision(db: ReadableDB, revisionId: string): StoredAnchor[] {
  return all(db, `SELECT ${anchorColumns} WHERE k.revision_id = ? ORDER BY k.annotation_id, k.part`, [
    revisionId,
  ]);
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
 * Writes an annotation's parts as they are selected in a revision (code points), in place of those it had in any
 * revision: their quotes are described from the text. Throws `bad-arguments` for parts that are not in the text.
 */
export function writeParts(
  db: WritableDB,
  annotationId: string,
  revisionId: string,
  parts: readonly GivenRange[],
): void {
  const text = textOfRevision(db, revisionId);
  const map = createOffsetMap(text);
  checkParts(parts, map.codePointLength);
  const selectors = parts.map(({ start, end }) => describe(text, start, end, map));
  checkParts(selectors, map.codePointLength);
  run(db, 'DELETE FROM selector WHERE annotation_id = ?', [annotationId]);
  selectors.forEach(({ start, end, quote }, part) => {
    const { exact, prefix, suffix } = quote;
    insert(db, 'selector', { annotation_id: annotationId, part, exact, prefix, suffix });
    insert(db, 'anchor', {
      annotation_id: annotationId,
      part,
      revision_id: revisionId,
      start,
      end,
      state: 'exact',
    });
  });
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
