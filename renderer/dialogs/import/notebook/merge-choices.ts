/** What the user chooses when another notebook is brought in, as the import takes it. */

import type { ImportChoice } from '../../../../shared/contract/program/intake';
import type { MergeChoices, MergeConflict, MergeSide } from '../../../../shared/contract/program/merge';

/** Nothing was said yet: ours stays. */
export const oursStays: MergeChoices = { prefer: 'ours' };

/** The choice of a file with these choices in it. */
export const notebookChoice = (path: string, choices: MergeChoices): ImportChoice => ({
  kind: 'notebook',
  path,
  choices,
});

/** Whose side stands in a conflict. */
export function sideOf(
  { prefer, kinds = {}, each = {} }: MergeChoices,
  { kind, key }: MergeConflict,
): MergeSide {
  return each[key] ?? kinds[kind] ?? prefer;
}

/** The same side for all: what was said of single conflicts before is overruled. */
export const withAll = ({ deleted }: MergeChoices, prefer: MergeSide): MergeChoices =>
  deleted === undefined ? { prefer } : { prefer, deleted };

/** A side for one conflict. */
export const withOne = (choices: MergeChoices, key: string, side: MergeSide): MergeChoices => ({
  ...choices,
  each: { ...choices.each, [key]: side },
});

/** The side that all conflicts have; null: some have the one and some the other. */
export function commonSide(choices: MergeChoices, conflicts: readonly MergeConflict[]): MergeSide | null {
  const sides = new Set(conflicts.map((conflict) => sideOf(choices, conflict)));
  const [side = choices.prefer] = sides;
  return sides.size > 1 ? null : side;
}
