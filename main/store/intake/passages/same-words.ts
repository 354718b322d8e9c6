/**
 * Finds a quote whose position was counted in another edition of the text: in the file the article was made from, or in
 * one with other line ends. Only the very same words are found, and only where there is no doubt which of them are meant.
 */
import { type ComparisonText, foldQuote } from '../../../../shared/anchoring/comparison/comparison-text';
import {
  commonEnd,
  commonStart,
  occurrences,
  type Stretch,
} from '../../../../shared/anchoring/comparison/quote-match';
import type { ImportedTarget } from '../../../../shared/model/imported/imported-annotation';

/** Characters of context that must agree, beside a position near by. */
const enoughContext = 8;

/** A position in a text, as a stretch of its comparison copy. */
function placeOf(text: ComparisonText, { start, end }: NonNullable<ImportedTarget['position']>): Stretch {
  return text.fromOriginal(text.offsets.toUtf16(start), text.offsets.toUtf16(end));
}

/** The n-th time in the file is the n-th time in the article, when both have the words equally often. */
function byOriginal(
  found: readonly Stretch[],
  words: string,
  target: ImportedTarget,
  original: ComparisonText | null,
): Stretch | null {
  if (!original || !target.position) return null;
  const there = occurrences(original.text, words);
  if (there.length !== found.length) return null;
  const place = placeOf(original, target.position);
  const index = there.findIndex(({ start }) => start === place.start);
  return found[index] ?? null;
}

function agreement(text: string, { start, end }: Stretch, prefix: string, suffix: string): number {
  const before = commonEnd(text.slice(Math.max(0, start - prefix.length), start), prefix);
  return before + commonStart(text.slice(end, end + suffix.length), suffix);
}

/** The one whose context agrees, and more than that of any other; of several, it must be the nearest to the position. */
function byContext(
  text: ComparisonText,
  found: readonly Stretch[],
  { position, quote }: ImportedTarget,
): Stretch | null {
  if (!quote || (found.length > 1 && !position)) return null;
  const at = position ? placeOf(text, position).start : 0;
  const [prefix, suffix] = [foldQuote(quote.prefix), foldQuote(quote.suffix)];
  const nearest = [...found].sort((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0];
  if (!nearest || prefix.length + suffix.length === 0) return null;
  const own = agreement(text.text, nearest, prefix, suffix);
  const others = found
    .filter((each) => each !== nearest)
    .map((each) => agreement(text.text, each, prefix, suffix));
  const enough = Math.min(enoughContext, prefix.length + suffix.length);
  return own >= enough && own > Math.max(0, ...others) ? nearest : null;
}

/** The one place of a quote's words in a text, as a stretch of its comparison copy; null where there is doubt. */
export function findSameWords(
  text: ComparisonText,
  target: ImportedTarget,
  original: ComparisonText | null,
): Stretch | null {
  const words = foldQuote(target.quote?.exact ?? '');
  const found = words.trim() === '' ? [] : occurrences(text.text, words);
  if (found.length === 0) return null;
  return byOriginal(found, words, target, original) ?? byContext(text, found, target);
}
