/** How many letters two words are apart: put in, left out, changed, or two neighbours swapped. */

/** Which letters a word has, each as one of 32 bits; letters that share a bit only hide a difference. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/**
 * Whether they are at most so many apart (optimal string alignment: no stretch is edited twice). Work is bounded by the
 * length times the distance; most words differ in their letters already.
 */
export function isWithinDistance(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most) return false;
  // An edit puts one letter in and takes one away at most.
  if (countBits(lettersOf(one) ^ lettersOf(other)) > 2 * most) return false;
  let rows: Rows = { before: [], row: [], next: [] };
  for (let j = 0; j <= other.length; j++) rows.row[j] = j;
  for (let i = 1; i <= one.length; i++) {
    if (fillRow(one, other, i, most, rows) > most) return false;
    rows = { before: rows.row, row: rows.next, next: rows.before };
  }
  return (rows.row[other.length] ?? most + 1) <= most;
}

/** The last two rows of the table of costs, and the one to be filled. */
interface Rows {
  readonly before: number[];
  readonly row: number[];
  readonly next: number[];
}

const isSwapped = (one: string, other: string, i: number, j: number): boolean =>
  i > 1 &&
  j > 1 &&
  one.charCodeAt(i - 1) === other.charCodeAt(j - 2) &&
  one.charCodeAt(i - 2) === other.charCodeAt(j - 1);

/**
 * Fills the row of one letter and answers its least cost. What lies beyond the band around the diagonal costs more than
 * can be, so that it is not worked out.
 */
function fillRow(one: string, other: string, i: number, most: number, { before, row, next }: Rows): number {
  const far = most + 1;
  const first = Math.max(1, i - most);
  const last = Math.min(other.length, i + most);
  next[first - 1] = first === 1 ? i : far;
  let least = next[first - 1] ?? far;
  for (let j = first; j <= last; j++) {
    const isSame = one.charCodeAt(i - 1) === other.charCodeAt(j - 1);
    let cost = (row[j - 1] ?? far) + (isSame ? 0 : 1);
    cost = Math.min(cost, (row[j] ?? far) + 1, (next[j - 1] ?? far) + 1);
    if (isSwapped(one, other, i, j)) cost = Math.min(cost, (before[j - 2] ?? far) + 1);
    next[j] = cost;
    least = Math.min(least, cost);
  }
  if (last < other.length) next[last + 1] = far;
  return least;
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
