/** How many letters two words are apart: put in, left out, changed, or two neighbours swapped. */

/**
 * Whether they are at most so many apart (optimal string alignment: no stretch is edited twice). Work is bounded by the
 * length times the distance.
 */
export function isWithinDistance(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most) return false;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = nextRow(one, other, i, most, row, before);
    if (next.every((cost) => cost > most)) return false;
    before = row;
    row = next;
  }
  return (row[other.length] ?? most + 1) <= most;
}

/** Costs beyond the band around the diagonal are more than can be, so that they are not worked out. */
function nextRow(
  one: string,
  other: string,
  i: number,
  most: number,
  row: readonly number[],
  before: readonly number[],
): number[] {
  const next = new Array<number>(other.length + 1).fill(most + 1);
  next[0] = i;
  for (let j = Math.max(1, i - most); j <= Math.min(other.length, i + most); j++) {
    const isSame = one.charCodeAt(i - 1) === other.charCodeAt(j - 1);
    const changed = (row[j - 1] ?? 0) + (isSame ? 0 : 1);
    const isSwap =
      i > 1 &&
      j > 1 &&
      one.charCodeAt(i - 1) === other.charCodeAt(j - 2) &&
      one.charCodeAt(i - 2) === other.charCodeAt(j - 1);
    const swapped = isSwap ? (before[j - 2] ?? most) + 1 : most + 1;
    next[j] = Math.min(changed, (row[j] ?? most) + 1, (next[j - 1] ?? most) + 1, swapped);
  }
  return next;
}

/**
 * Pieces of a word of which one at least stands unchanged in every word that is at most so many apart: an edit touches
 * two pieces at most, so one more than twice the edits are enough.
 */
export function piecesOf(word: string, most: number): string[] {
  const count = Math.min(word.length, 2 * most + 1);
  const ends = Array.from({ length: count }, (_, at) => Math.floor(((at + 1) * word.length) / count));
  return ends.map((end, at) => word.slice(at === 0 ? 0 : ends[at - 1], end));
}
