/** Page chrome of an article: stretches that are greyed, neither evidence nor searched, until the user brings them back. */
import { followEdits } from '../../../shared/anchoring/follow-edit';
import type { CommandArgs, CommandValue } from '../../../shared/contract';
import type { Exclusion } from '../../../shared/model/article';
import { newId } from '../../../shared/model/id';
import type { SuggestedExclusion } from '../../../shared/model/imported/imported-document';
import { CasebookError } from '../../../shared/model/result';
import type { TextRange } from '../../../shared/text/offset-types';
import type { AnchoredText } from '../annotations/carry-anchors';
import { all, countOf, insert, type ReadableDB, run, update, type WritableDB } from '../core/sql';
import { currentRevisionId } from './revisions';

/** A revision's exclusions in reading order. */
export function listExclusions(db: ReadableDB, revisionId: string): Exclusion[] {
  return all(
    db,
    'SELECT id, start, "end", state, reason FROM exclusion WHERE revision_id = ? ORDER BY start',
    [revisionId],
  );
}

function insertExclusion(db: WritableDB, revisionId: string, exclusion: Omit<Exclusion, 'id'>): string {
  const id = newId();
  const { start, end, state, reason } = exclusion;
  insert(db, 'exclusion', { id, revision_id: revisionId, start, end, state, reason });
  return id;
}

/** Greys what the importer holds for page chrome, until the user decides. */
export function insertSuggestions(
  db: WritableDB,
  revisionId: string,
  suggestions: readonly SuggestedExclusion[],
): void {
  for (const { start, end, reason } of suggestions) {
    insertExclusion(db, revisionId, { start, end, reason, state: 'suggested' });
  }
}

/** Puts an importer's new suggestions in place of the carried ones, but where the researcher has decided. */
export function replaceSuggestions(
  db: WritableDB,
  revisionId: string,
  suggestions: readonly SuggestedExclusion[],
): void {
  run(db, `DELETE FROM exclusion WHERE revision_id = ? AND state = 'suggested'`, [revisionId]);
  const decided = listExclusions(db, revisionId);
  const open = suggestions.filter(
    ({ start, end }) => !decided.some((other) => other.start < end && other.end > start),
  );
  insertSuggestions(db, revisionId, open);
}

/** Follows the exclusions of one revision to the next; those whose words are gone are gone with them. */
export function carryExclusions(db: WritableDB, from: AnchoredText, to: AnchoredText): void {
  const exclusions = listExclusions(db, from.revisionId);
  const ranges = exclusions.map(({ start, end }) => ({ start, end }));
  followEdits(from.text, to.text, ranges).forEach(({ start, end, state }, index) => {
    const exclusion = exclusions[index];
    if (exclusion && state !== 'orphan') insertExclusion(db, to.revisionId, { ...exclusion, start, end });
  });
}

/** Takes a stretch out of an exclusion: what is left of it before and after stays as it is. */
function cutOut(db: WritableDB, revisionId: string, exclusion: Exclusion, { start, end }: TextRange): void {
  run(db, 'DELETE FROM exclusion WHERE id = ?', [exclusion.id]);
  if (exclusion.start < start) insertExclusion(db, revisionId, { ...exclusion, end: start });
  if (exclusion.end > end) insertExclusion(db, revisionId, { ...exclusion, start: end });
}

function checkRange(db: ReadableDB, revisionId: string, { start, end }: TextRange): void {
  const inside = countOf(db, 'SELECT count(*) FROM revision WHERE id = ? AND length(text) >= ?', [
    revisionId,
    end,
  ]);
  if (start >= end || inside === 0)
    throw new CasebookError('bad-arguments', 'This is not a stretch of the text.');
}

/**
 * Marks a stretch of the current revision as page chrome, or brings it back; what other exclusions say about the same
 * words no longer holds. Answers the id of the exclusion that says so now.
 */
export function setExclusion(
  db: WritableDB,
  args: CommandArgs<'setExclusion'>,
): CommandValue<'setExclusion'> {
  const revisionId = currentRevisionId(db, args.articleId);
  const range = args.range as TextRange; // the contract says: code points
  checkRange(db, revisionId, range);
  const overlapping = listExclusions(db, revisionId).filter(
    ({ start, end }) => start < range.end && end > range.start,
  );
  const same = overlapping.find(({ start, end }) => start === range.start && end === range.end);
  for (const exclusion of overlapping) if (exclusion !== same) cutOut(db, revisionId, exclusion, range);
  if (same) update(db, 'exclusion', same.id, { state: args.state });
  const reason = overlapping[0]?.reason ?? '';
  return { id: same?.id ?? insertExclusion(db, revisionId, { ...range, state: args.state, reason }) };
}
