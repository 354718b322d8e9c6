/** Changes of a capture that an editor of the page makes: words come, go, move and are replaced. */
import type { Random } from '../../../shared/anchoring/testing/edit-model';
import { type Capture, cameIn, cameOver, copied, type Glyph, spliced, textOfGlyphs } from './capture-text';
import { paragraphSpans, type Span, sentenceSpans, wordSpans } from './stretches';

/** Passages of the article, which some changes aim at. */
export type Passages = readonly Span[];

const invented = [
  'according to officials',
  'late on Tuesday',
  'Nurvane',
  'the ministry said',
  'quickly',
  'за даними поліції',
  'уточнили вони',
  'newly released',
  '№ 7',
  'ゼルク',
  '🛸',
];

const lengthOf = ({ start, end }: Span): number => end - start;
const within = (glyphs: readonly Glyph[], { start, end }: Span): readonly Glyph[] => glyphs.slice(start, end);

/** The article's characters of a passage, where they stand now: from the first to the last of them. */
function placeOf(capture: Capture, { start, end }: Span): Span | null {
  const places = capture.glyphs.flatMap(({ first }, index) => (first >= start && first < end ? [index] : []));
  const first = places[0];
  const last = places.at(-1);
  return first === undefined || last === undefined || last - first > 2 * (end - start)
    ? null
    : { start: first, end: last + 1 };
}

/** A place for new words: before a word. */
function wordStart(capture: Capture, random: Random): number {
  const words = wordSpans(capture.glyphs);
  return words.length === 0 ? 0 : random.pick(words).start;
}

function someWords(capture: Capture, random: Random, most: number): Span {
  const words = wordSpans(capture.glyphs);
  const first = random.below(words.length);
  const last = Math.min(words.length - 1, first + random.below(most));
  return { start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 };
}

/** New words, or words that stand elsewhere in the capture. */
function newWords(capture: Capture, random: Random): Glyph[] {
  if (random.below(3) === 0) return copied(within(capture.glyphs, someWords(capture, random, 6)));
  return cameIn(Array.from({ length: 1 + random.below(3) }, () => random.pick(invented)).join(' '));
}

export function insertWords(capture: Capture, random: Random): Capture {
  const at = wordStart(capture, random);
  return spliced(capture, at, at, [...newWords(capture, random), ...cameIn(' ')]);
}

export function insertSentence(capture: Capture, random: Random): Capture {
  const { end } = random.pick(sentenceSpans(capture.glyphs));
  const words = Array.from({ length: 6 }, () => newWords(capture, random));
  const sentence = words.flatMap((some) => [...some, ...cameIn(' ')]);
  return spliced(capture, end, end, [...cameIn('Meanwhile, '), ...sentence.slice(0, -1), ...cameIn('. ')]);
}

export function deleteWords(capture: Capture, random: Random): Capture {
  const { start, end } = someWords(capture, random, 8);
  const isSpaced = capture.glyphs[end]?.text === ' ';
  return spliced(capture, start, end + (isSpaced ? 1 : 0), []);
}

export function deleteSentence(capture: Capture, random: Random): Capture {
  const { start, end } = random.pick(sentenceSpans(capture.glyphs));
  return spliced(capture, start, end, []);
}

export function deleteParagraph(capture: Capture, random: Random): Capture {
  const { start, end } = random.pick(paragraphSpans(capture.glyphs));
  return lengthOf({ start, end }) > capture.glyphs.length / 2 ? capture : spliced(capture, start, end, []);
}

/** A passage goes, wholly and alone. */
export function deletePassage(capture: Capture, random: Random, passages: Passages): Capture {
  const place = placeOf(capture, random.pick(passages));
  return place ? spliced(capture, place.start, place.end, []) : capture;
}

function moved(
  capture: Capture,
  from: Span,
  targets: (glyphs: readonly Glyph[]) => readonly Span[],
  random: Random,
): Capture {
  const rest = spliced(capture, from.start, from.end, []);
  if (rest.glyphs.length === 0) return capture;
  const at = random.pick(targets(rest.glyphs)).start;
  return spliced(rest, at, at, within(capture.glyphs, from));
}

export const moveSentence = (capture: Capture, random: Random): Capture =>
  moved(capture, random.pick(sentenceSpans(capture.glyphs)), sentenceSpans, random);

export function moveParagraph(capture: Capture, random: Random): Capture {
  const paragraphs = paragraphSpans(capture.glyphs);
  // The last paragraph has no line feed to take with it.
  return paragraphs.length < 3
    ? capture
    : moved(capture, random.pick(paragraphs.slice(0, -1)), paragraphSpans, random);
}

/** A paragraph stands twice, as where a page has its lead again as a summary. */
export function repeatParagraph(capture: Capture, random: Random): Capture {
  const paragraphs = paragraphSpans(capture.glyphs);
  if (paragraphs.length < 2) return capture;
  const paragraph = random.pick(paragraphs.slice(0, -1));
  const at = random.pick(paragraphs).start;
  return spliced(capture, at, at, copied(within(capture.glyphs, paragraph)));
}

/** "23 injured" becomes "26 injured". */
export function changeNumber(capture: Capture, random: Random): Capture {
  const numbers = wordSpans(capture.glyphs).filter((word) =>
    /^\d+$/.test(textOfGlyphs(within(capture.glyphs, word))),
  );
  if (numbers.length === 0) return capture;
  const { start, end } = random.pick(numbers);
  const gone = within(capture.glyphs, { start, end });
  const value = Number(textOfGlyphs(gone)) + 1 + random.below(9);
  return spliced(capture, start, end, cameOver(String(value), gone));
}

function replaceAt(capture: Capture, { start, end }: Span, random: Random): Capture {
  const gone = within(capture.glyphs, { start, end });
  const other = textOfGlyphs(newWords(capture, random));
  return other === textOfGlyphs(gone) ? capture : spliced(capture, start, end, cameOver(other, gone));
}

export const replaceWord = (capture: Capture, random: Random): Capture =>
  replaceAt(capture, someWords(capture, random, 1), random);

/** A word inside of a passage is replaced by others. */
export function replaceInPassage(capture: Capture, random: Random, passages: Passages): Capture {
  const place = placeOf(capture, random.pick(passages));
  const words = wordSpans(capture.glyphs).filter(
    (word) => place && word.start >= place.start && word.end <= place.end,
  );
  return words.length === 0 ? capture : replaceAt(capture, random.pick(words), random);
}

/** A letter of a word is lost, doubled, or another one. */
export function misspell(capture: Capture, random: Random): Capture {
  const words = wordSpans(capture.glyphs).filter((word) => lengthOf(word) > 4);
  if (words.length === 0) return capture;
  const word = random.pick(words);
  const at = word.start + 1 + random.below(lengthOf(word) - 2);
  const gone = capture.glyphs.slice(at, at + 1);
  const came = random.pick(['', 'e', 'ж', gone[0]?.text ?? '']);
  return came === gone[0]?.text
    ? spliced(capture, at, at, cameIn(came))
    : spliced(capture, at, at + 1, cameOver(came, gone));
}

const furniture = [
  'Advertisement',
  'Share this article',
  'Read more',
  'Sign up to our newsletter and never miss a story.',
  'Читайте також',
  '© 2026 All rights reserved. Privacy policy · Terms of use · Contact',
  'Related articles',
  '3 min read',
];

/** A line of the page's furniture; some of it repeats the article's own words: a teaser, a caption, a pulled quote. */
function boilerplateLine(capture: Capture, random: Random): Glyph[] {
  const repeated = (): Glyph[] =>
    random.below(2) === 0
      ? copied(within(capture.glyphs, random.pick(sentenceSpans(capture.glyphs)))).filter(
          ({ text }) => text !== '\n',
        )
      : copied(within(capture.glyphs, someWords(capture, random, 12)));
  const lines: (() => Glyph[])[] = [
    () => cameIn(random.pick(furniture)),
    () => [...cameIn('Photo: '), ...repeated()],
    () => [...cameIn('Related: '), ...repeated(), ...cameIn(' (video)')],
    repeated,
  ];
  return random.pick(lines)();
}

export function addBoilerplate(capture: Capture, random: Random): Capture {
  const count = 1 + random.below(3);
  const lines = Array.from({ length: count }, () => [...boilerplateLine(capture, random), ...cameIn('\n')]);
  const ends = paragraphSpans(capture.glyphs).map(({ start }) => start);
  const at = random.pick([0, 0, capture.glyphs.length, ...ends]);
  const isAfter = at === capture.glyphs.length;
  return spliced(capture, at, at, isAfter ? [...cameIn('\n'), ...lines.flat().slice(0, -1)] : lines.flat());
}
