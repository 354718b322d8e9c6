/** Passages as researchers make them, at random: see {@link passageKinds}. */
import type { Random } from '../../../shared/anchoring/testing/edit-model';
import { captureOf, type Glyph } from './capture-text';
import { paragraphSpans, type Span, sentenceSpans, wordSpans } from './stretches';

interface Article {
  readonly glyphs: readonly Glyph[];
  readonly words: readonly Span[];
  readonly sentences: readonly Span[];
  readonly paragraphs: readonly Span[];
}

/** Null: the article has none of the kind. */
type PassageKind = (article: Article, random: Random) => readonly Span[] | null;

const textAt = ({ glyphs }: Article, { start, end }: Span): string =>
  glyphs
    .slice(start, end)
    .map(({ text }) => text)
    .join('');

function pickFrom(spans: readonly Span[], random: Random): Span[] | null {
  return spans.length === 0 ? null : [random.pick(spans)];
}

/** From the first of the words to the last, in one paragraph. */
function phrase({ words, glyphs }: Article, random: Random, most: number): Span[] | null {
  if (words.length < 2) return null;
  const first = random.below(words.length - 1);
  const last = Math.min(words.length - 1, first + 1 + random.below(most));
  const start = words[first]?.start ?? 0;
  const end = words[last]?.end ?? 0;
  return glyphs.slice(start, end).some(({ text }) => text === '\n') ? null : [{ start, end }];
}

function repeatedWord(article: Article, random: Random): readonly Span[] | null {
  const counts = new Map<string, Span[]>();
  for (const word of article.words) {
    const text = textAt(article, word);
    if (text.length > 3) counts.set(text, [...(counts.get(text) ?? []), word]);
  }
  const repeated = [...counts.values()].filter((spans) => spans.length > 1);
  return repeated.length === 0 ? null : pickFrom(random.pick(repeated), random);
}

function acrossParagraphs({ paragraphs, words }: Article, random: Random): readonly Span[] | null {
  if (paragraphs.length < 2) return null;
  const edge = paragraphs[random.below(paragraphs.length - 1)]?.end ?? 0;
  const before = words.filter(({ end }) => end <= edge).slice(-1 - random.below(8))[0];
  const after = words
    .filter(({ start }) => start >= edge)
    .slice(0, 1 + random.below(8))
    .at(-1);
  return before && after ? [{ start: before.start, end: after.end }] : null;
}

/** Two or three phrases of one sentence or its neighbours. */
function severalParts(article: Article, random: Random): readonly Span[] | null {
  const first = random.below(Math.max(1, article.words.length - 16));
  const parts = [0, 5, 10].slice(0, 2 + random.below(2)).flatMap((step) => {
    const from = article.words[first + step + random.below(2)];
    const to = article.words[first + step + 2 + random.below(2)];
    return from && to ? [{ start: from.start, end: to.end }] : [];
  });
  return parts.length < 2 ? null : parts;
}

/** A passage's parts by kind. */
const passageKinds: readonly PassageKind[] = [
  ({ words }, random) => pickFrom(words, random),
  (article, random) =>
    pickFrom(
      article.words.filter((word) => word.end - word.start <= 3),
      random,
    ),
  repeatedWord,
  (article, random) =>
    pickFrom(
      article.words.filter((word) => /^\d/.test(textAt(article, word))),
      random,
    ),
  (article, random) =>
    pickFrom(
      article.words.filter((word) => /^\p{Lu}\p{Ll}/u.test(textAt(article, word))),
      random,
    ),
  (article, random) => phrase(article, random, 3),
  (article, random) => phrase(article, random, 3),
  (article, random) => phrase(article, random, 12),
  (article, random) => phrase(article, random, 12),
  (article, random) => phrase(article, random, 40),
  ({ sentences }, random) => pickFrom(sentences, random),
  ({ sentences }, random) => pickFrom(sentences, random),
  acrossParagraphs,
  severalParts,
];

/** Takes the spaces off both ends. */
function trimmed(article: Article, { start, end }: Span): Span {
  const text = Array.from(textAt(article, { start, end }));
  const head = text.findIndex((character) => character.trim() !== '');
  const tail = text.reverse().findIndex((character) => character.trim() !== '');
  return { start: start + Math.max(0, head), end: end - Math.max(0, tail) };
}

/** So many passages of a text, each with its parts in code points; fewer where the text has too few words. */
export function randomPassages(text: string, count: number, random: Random): Span[][] {
  const { glyphs } = captureOf(text);
  const article: Article = {
    glyphs,
    words: wordSpans(glyphs),
    sentences: sentenceSpans(glyphs),
    paragraphs: paragraphSpans(glyphs),
  };
  const passages = Array.from({ length: count }, () => random.pick(passageKinds)(article, random) ?? []);
  return passages
    .map((parts) =>
      parts
        .map((part) => trimmed(article, part))
        .filter((part) => /[\p{L}\p{N}]/u.test(textAt(article, part))),
    )
    .filter((parts) => parts.length > 0);
}
