/**
 * Gives every part of a passage a place in the current text of its article where it has none: followed from the last text
 * it stood in, else looked for by its quote; an orphan where the words are not there.
 */
import { createComparisonText } from '../../../../shared/anchoring/comparison/comparison-text';
import { resolveIn } from '../../../../shared/anchoring/resolve';
import { codePoints } from '../../../../shared/text/offsets';
import { textOfRevision } from '../../annotations/anchors';
import { carryAnchors } from '../../annotations/carry-anchors';
import { all, insert, pluck, run, type WritableDB } from '../../core/sql';
import { partsWithoutPlace } from '../../notebook/check/check-references';

interface Unplaced {
  readonly annotationId: string;
  readonly part: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly revisionId: string;
}

/** The newest text but the current one in which the annotation has places. */
const lastPlaced = `SELECT k.revision_id FROM anchor k JOIN revision r ON r.id = k.revision_id
  WHERE k.annotation_id = ? AND k.revision_id <> ? ORDER BY r.number DESC LIMIT 1`;
const placedParts = 'SELECT count(*) FROM anchor WHERE annotation_id = ? AND revision_id = ?';

/** In the same words everything stands where it stood, orphans among them. */
function copyPlaces(db: WritableDB, from: string, to: string, only: readonly string[]): void {
  run(
    db,
    `INSERT INTO anchor (annotation_id, part, revision_id, start, "end", state, former)
     SELECT annotation_id, part, @to, start, "end", state, former FROM anchor
     WHERE revision_id = @from AND annotation_id IN (SELECT value FROM json_each(@only))`,
    { from, to, only: JSON.stringify(only) },
  );
}

/** Follows whole annotations that have no place at all in the current text, those from one text together. */
function follow(db: WritableDB, unplaced: readonly Unplaced[]): void {
  const moves = new Map<string, Set<string>>();
  for (const { annotationId, revisionId } of unplaced) {
    const from = pluck<string>(db, lastPlaced, [annotationId, revisionId])[0];
    if (from === undefined || (pluck<number>(db, placedParts, [annotationId, revisionId])[0] ?? 0) > 0)
      continue;
    const key = `${from} ${revisionId}`;
    moves.set(key, (moves.get(key) ?? new Set()).add(annotationId));
  }
  for (const [key, only] of moves) {
    const [from = '', to = ''] = key.split(' ');
    const textOf = (revisionId: string) => ({ revisionId, text: textOfRevision(db, revisionId) });
    const [before, after] = [textOf(from), textOf(to)];
    if (before.text === after.text) copyPlaces(db, from, to, [...only]);
    else carryAnchors(db, before, after, [], only);
  }
}

function find(db: WritableDB, unplaced: readonly Unplaced[]): void {
  for (const revisionId of new Set(unplaced.map((each) => each.revisionId))) {
    const text = createComparisonText(textOfRevision(db, revisionId));
    for (const { annotationId, part, exact, prefix, suffix } of unplaced.filter(
      (each) => each.revisionId === revisionId,
    )) {
      const nowhere = { start: codePoints(0), end: codePoints(0) };
      const { start, end, state } = resolveIn(text, { ...nowhere, quote: { exact, prefix, suffix } });
      insert(db, 'anchor', { annotation_id: annotationId, part, revision_id: revisionId, start, end, state });
    }
  }
}

/** Places what has no place. */
export function placeEverywhere(db: WritableDB): void {
  follow(db, all<Unplaced>(db, partsWithoutPlace));
  find(db, all<Unplaced>(db, partsWithoutPlace));
}
