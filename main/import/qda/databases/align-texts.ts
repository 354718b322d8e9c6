/**
 * Carries stretches of one text over to another edition of it that has other blanks and line ends, and from which things may
 * have been left out: character by character, blanks apart. All positions are UTF-16.
 */

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const blank = /[\s\uFEFF\u200B]/u;
/** How far characters that one text lacks are looked past. */
const farthest = 2000;
/** So many characters must agree after something that was left out. */
const agreeing = 16;

/** Positions of the characters that are no blanks. */
function inked(text: string): Uint32Array {
  const positions = new Uint32Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; at++) if (!blank.test(text.charAt(at))) positions[count++] = at;
  return positions.subarray(0, count);
}

/** The next places at which both texts go on alike, from ones at which they differ. */
function resume(from: string, to: string, a: number, b: number): readonly [number, number] | null {
  for (let distance = 1; distance < farthest; distance++) {
    for (const [x, y] of [
      [a + distance, b],
      [a, b + distance],
      [a + distance, b + distance],
    ] as const) {
      const words = from.slice(x, x + agreeing);
      if (words !== '' && words === to.slice(y, y + agreeing)) return [x, y];
    }
  }
  return null;
}

/** For each inked character of `from` the index of its own in `to`, or -1. */
function counterparts(from: string, to: string): Int32Array {
  const own = new Int32Array(from.length).fill(-1);
  let [a, b] = [0, 0];
  while (a < from.length && b < to.length) {
    if (from.charCodeAt(a) === to.charCodeAt(b)) {
      own[a++] = b++;
      continue;
    }
    const next = resume(from, to, a, b);
    if (next === null) break;
    [a, b] = next;
  }
  return own;
}

/** How many of the ascending entries are below a limit. */
function countBelow(entries: Uint32Array, limit: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Answers where a stretch of `from` is in `to`, without blanks at its ends; null where its ends are not there. */
export function alignTexts(from: string, to: string): (start: number, end: number) => Stretch | null {
  const [fromInk, toInk] = [inked(from), inked(to)];
  const letters = (text: string, ink: Uint32Array): string =>
    Array.from(ink, (at) => text.charAt(at)).join('');
  const own = counterparts(letters(from, fromInk), letters(to, toInk));
  return (start, end) => {
    const first = own[countBelow(fromInk, start)] ?? -1;
    const last = own[countBelow(fromInk, end) - 1] ?? -1;
    if (first < 0 || last < first) return null;
    return { start: toInk[first] ?? 0, end: (toInk[last] ?? 0) + 1 };
  };
}
