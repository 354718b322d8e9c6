/**
 * A gap in a text (words that were taken out or came in) can often be read in several places: "the old pier of the old
 * town" without "old pier of the" may have lost "the old pier of". This finds the most natural of these readings, and
 * tells which words the others would take.
 */
import { commonEnd, commonStart, type Stretch } from './quote-match';

/** Farthest that a gap is moved (code units). */
const mostSlide = 400;

/** How well a gap begins at an offset: with a paragraph, a sentence, a word, or inside of a word. */
function naturalness(text: string, at: number): number {
  if (at === 0 || text[at - 1] === '\n') return 3;
  const before = text.slice(Math.max(0, at - 3), at);
  if (/[.!?…][\p{Pe}\p{Pf}"']?\s$|[。！？]$/u.test(before)) return 2;
  return /[\s\p{P}]$/u.test(before) ? 1 : 0;
}

/** By how much a gap can be moved back and on so that the rest of the text stays the same. */
function slideOf(text: string, { start, end }: Stretch): { readonly back: number; readonly on: number } {
  if (end <= start) return { back: 0, on: 0 };
  return {
    back: commonEnd(
      text.slice(Math.max(0, start - mostSlide), start),
      text.slice(Math.max(0, end - mostSlide), end),
    ),
    on: commonStart(text.slice(start, start + mostSlide), text.slice(end, end + mostSlide)),
  };
}

/** By how much to move a gap for its most natural reading; 0 when no other is better. */
export function naturalSlide(text: string, gap: Stretch, mostBack: number, mostOn: number): number {
  const { back, on } = slideOf(text, gap);
  let best = 0;
  let bestScore = naturalness(text, gap.start);
  for (let distance = 1; distance <= Math.max(back, on) && bestScore < 3; distance++) {
    for (const step of [-distance, distance]) {
      if (-step > Math.min(back, mostBack) || step > Math.min(on, mostOn)) continue;
      const score = naturalness(text, gap.start + step);
      if (score > bestScore) [best, bestScore] = [step, score];
    }
  }
  return best;
}

const letters = (text: string): number => text.replace(/[\s\p{P}]/gu, '').length;

/**
 * Whether another reading of a gap, as natural as this one, takes letters at an end of a stretch beside it, and not all
 * of them.
 */
export function slidesInto(text: string, stretch: Stretch, before: Stretch, after: Stretch): boolean {
  const all = letters(text.slice(stretch.start, stretch.end));
  const takesSome = (from: number, to: number): boolean => {
    const lost = letters(text.slice(Math.max(stretch.start, from), Math.min(stretch.end, to)));
    return lost > 0 && lost < all;
  };
  const { on } = slideOf(text, before);
  const { back } = slideOf(text, after);
  const isAsNatural = (gap: Stretch, step: number): boolean =>
    naturalness(text, gap.start + step) >= naturalness(text, gap.start);
  for (let step = on; before.end + step > stretch.start; step--) {
    if (isAsNatural(before, step) && takesSome(before.end, before.end + step)) return true;
  }
  for (let step = back; after.start - step < stretch.end; step--) {
    if (isAsNatural(after, -step) && takesSome(after.start - step, after.start)) return true;
  }
  return false;
}
