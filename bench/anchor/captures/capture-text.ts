/**
 * A text whose characters keep their identity while a later capture is made of it: the truth about a passage is read
 * from the identities, never from the words. It shares no code with the anchoring that it judges.
 */

/**
 * What stands in the capture: usually one character (code point); a ligature stands for two, a decomposed letter is one
 * glyph of two code points.
 */
export interface Glyph {
  readonly text: string;
  /** The characters of the article that it is: [first, last). Both -1 when it was not in the article. */
  readonly first: number;
  readonly last: number;
  /** It is not what it was, beyond typesetting: another case, a damaged encoding. */
  readonly damaged: boolean;
  /** For what came in: the character of the article that it repeats, or that it was typed over; else -1. */
  readonly copyOf: number;
  readonly inPlaceOf: number;
}

/** A capture being made, with the article's own characters. */
export interface Capture {
  readonly article: readonly string[];
  readonly glyphs: readonly Glyph[];
}

const none = { first: -1, last: -1, damaged: false, copyOf: -1, inPlaceOf: -1 } as const;

/** The article as captured first. */
export function captureOf(text: string): Capture {
  const article = Array.from(text);
  return {
    article,
    glyphs: article.map((character, id) => ({ ...none, text: character, first: id, last: id + 1 })),
  };
}

/** Characters that came in. */
export const cameIn = (text: string): Glyph[] =>
  Array.from(text, (character) => ({ ...none, text: character }));

/** Characters that came in over others that went. */
export const cameOver = (text: string, gone: readonly Glyph[]): Glyph[] => {
  // What was typed over typed words stands where the article's own stood.
  const inPlaceOf =
    gone.find((glyph) => glyph.first >= 0)?.first ??
    gone.find((glyph) => glyph.inPlaceOf >= 0)?.inPlaceOf ??
    -1;
  return cameIn(text).map((glyph) => ({ ...glyph, inPlaceOf }));
};

/** Characters that came in repeating others. */
export const copied = (glyphs: readonly Glyph[]): Glyph[] =>
  glyphs.map(({ text, first }) => ({ ...none, text, copyOf: first }));

export const textOfGlyphs = (glyphs: readonly Glyph[]): string => glyphs.map(({ text }) => text).join('');

/** Where each glyph begins, in code points; one more entry gives the length. */
export function offsetsOf(glyphs: readonly Glyph[]): number[] {
  const offsets = [0];
  for (const { text } of glyphs) offsets.push((offsets.at(-1) ?? 0) + Array.from(text).length);
  return offsets;
}

const invisible = /^[\u00ad\u200b-\u200f\u2060\ufeff]+$/u;

/** A glyph that shows nothing, such as a soft hyphen: it may stand inside of a passage or beside it. */
export const isInvisible = ({ text }: Glyph): boolean => invisible.test(text);

export const isSpace = ({ text }: Glyph): boolean => /^\s+$/u.test(text);

export const isLetter = ({ text }: Glyph): boolean => /^[\p{L}\p{N}][\p{M}\p{L}\p{N}]*$/u.test(text);

/** Puts glyphs in the place of others. */
export const spliced = (
  { article, glyphs }: Capture,
  start: number,
  end: number,
  came: readonly Glyph[],
): Capture => ({
  article,
  glyphs: [...glyphs.slice(0, start), ...came, ...glyphs.slice(end)],
});
