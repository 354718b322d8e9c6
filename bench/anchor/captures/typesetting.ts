/** Changes of a capture that leave the words as they are: characters are set in another way, or damaged on the way. */
import type { Random } from '../../../shared/anchoring/testing/edit-model';
import { type Capture, type Glyph, isLetter, isSpace } from './capture-text';
import { paragraphSpans, wordSpans } from './stretches';

/** Sets characters in another way; the same character is not always set in the same way. */
function reset(capture: Capture, change: (glyph: Glyph, index: number) => string | null): Capture {
  return {
    ...capture,
    glyphs: capture.glyphs.map((glyph, index) => {
      const text = change(glyph, index);
      return text === null ? glyph : { ...glyph, text };
    }),
  };
}

const straight: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  ʼ: "'",
};

/** Straight quotation marks for typographic ones, or the other way round. */
export function retypeQuotes(capture: Capture, random: Random): Capture {
  if (random.below(2) === 0) return reset(capture, ({ text }) => straight[text] ?? null);
  const marks = random.pick(['“”', '«»', '„“']);
  let isOpen = false;
  return reset(capture, ({ text }) => {
    if (text === "'") return '’';
    if (text !== '"') return null;
    isOpen = !isOpen;
    return marks[isOpen ? 0 : 1] ?? null;
  });
}

export function retypeDashes(capture: Capture, random: Random): Capture {
  const dash = random.pick(['–', '—', '-', '‑', '−']);
  return reset(capture, ({ text }) => (/^[-‐‑–—−]$/u.test(text) ? dash : null));
}

export function retypeSpaces(capture: Capture, random: Random): Capture {
  const space = random.pick(['\u00a0', '\u2009', '\u202f', '  ']);
  const share = random.pick([1, 3, 10]);
  return reset(capture, ({ text }) => (text === ' ' && random.below(share) === 0 ? space : null));
}

/** Soft hyphens or zero-width spaces inside of long words. */
export function hyphenate(capture: Capture, random: Random): Capture {
  const mark = random.pick(['\u00ad', '\u00ad', '\u200b']);
  const breaks = wordSpans(capture.glyphs)
    .filter(({ start, end }) => end - start > 6 && random.below(2) === 0)
    .map(({ start, end }) => start + 3 + random.below(end - start - 5));
  const at = new Set(breaks);
  const glyphs = capture.glyphs.flatMap((glyph, index): Glyph[] =>
    at.has(index)
      ? [{ text: mark, first: -1, last: -1, damaged: false, copyOf: -1, inPlaceOf: -1 }, glyph]
      : [glyph],
  );
  return { ...capture, glyphs };
}

const ligatures: Readonly<Record<string, string>> = {
  ffi: 'ﬃ',
  ffl: 'ﬄ',
  ff: 'ﬀ',
  fi: 'ﬁ',
  fl: 'ﬂ',
  '...': '…',
};

/** One glyph for several letters, and the ellipsis. */
export function joinLigatures(capture: Capture): Capture {
  const glyphs: Glyph[] = [];
  for (let index = 0; index < capture.glyphs.length; ) {
    const joined = [3, 2]
      .map((length) => capture.glyphs.slice(index, index + length))
      .find((some) => ligatures[some.map(({ text }) => text).join('')] !== undefined && areNeighbours(some));
    const here = capture.glyphs[index];
    const first = joined?.[0] ?? here;
    if (!first || !here) break;
    const last = joined?.at(-1) ?? here;
    const text = joined ? (ligatures[joined.map((one) => one.text).join('')] ?? here.text) : here.text;
    glyphs.push({ ...first, last: last.last, text });
    index += joined?.length ?? 1;
  }
  return { ...capture, glyphs };
}

const areNeighbours = (glyphs: readonly Glyph[]): boolean =>
  glyphs.every(
    (glyph, index) => index === 0 || (glyph.first >= 0 && glyph.first === glyphs[index - 1]?.last),
  );

/** Letters with marks as letter and mark. A mark that follows is of the same glyph. */
export function decompose(capture: Capture): Capture {
  return reset(capture, ({ text }) => (text.normalize('NFD') === text ? null : text.normalize('NFD')));
}

/** Letter and mark as one letter, where the article has them apart. */
export function compose(capture: Capture): Capture {
  const glyphs: Glyph[] = [];
  for (const glyph of capture.glyphs) {
    const before = glyphs.at(-1);
    const joined = /^\p{M}$/u.test(glyph.text) && before ? (before.text + glyph.text).normalize('NFC') : null;
    if (before && joined !== null && areNeighbours([before, glyph]) && Array.from(joined).length === 1) {
      glyphs[glyphs.length - 1] = { ...before, text: joined, last: glyph.last };
    } else glyphs.push(glyph);
  }
  return { ...capture, glyphs };
}

const cp1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** UTF-8 read as Windows-1252. */
function misread(text: string): string {
  const bytes = [...new TextEncoder().encode(text)];
  return bytes
    .map((byte) =>
      byte >= 0x80 && byte < 0xa0 ? (Array.from(cp1252)[byte - 0x80] ?? '') : String.fromCharCode(byte),
    )
    .join('');
}

/** Some kinds of characters outside of ASCII were read in a wrong encoding. */
export function damageEncoding(capture: Capture, random: Random): Capture {
  const foreign = [
    ...new Set(capture.glyphs.map(({ text }) => text).filter((text) => /[^ -~\s]/.test(text))),
  ];
  const damaged = new Set(foreign.filter(() => random.below(foreign.length > 12 ? 12 : 2) === 0));
  const by = random.pick([misread, () => '\ufffd', () => '?']);
  const glyphs = capture.glyphs.map((glyph) =>
    damaged.has(glyph.text) ? { ...glyph, text: by(glyph.text), damaged: true } : glyph,
  );
  return { ...capture, glyphs };
}

/** Headings (short paragraphs without a full stop), or else the first paragraph, in capitals or not any more. */
export function changeHeadingCase(capture: Capture, random: Random): Capture {
  const paragraphs = paragraphSpans(capture.glyphs);
  const isHeading = (start: number, end: number): boolean =>
    end - start < 90 &&
    !/[.!?,;:]\s*$/u.test(
      capture.glyphs
        .slice(start, end)
        .map(({ text }) => text)
        .join(''),
    );
  const headings = paragraphs.filter(({ start, end }) => isHeading(start, end));
  const chosen = (headings.length > 0 ? headings : paragraphs.slice(0, 1)).filter(
    () => random.below(2) === 0,
  );
  const isIn = (index: number): boolean => chosen.some(({ start, end }) => index >= start && index < end);
  const change = random.below(3) === 0 ? 'toLowerCase' : 'toUpperCase';
  const glyphs = capture.glyphs.map((glyph, index) => {
    const text = isLetter(glyph) && isIn(index) ? glyph.text[change]() : glyph.text;
    return text === glyph.text ? glyph : { ...glyph, text, damaged: true };
  });
  return { ...capture, glyphs };
}

/** A line feed for a space between sentences. */
export function splitParagraphs(capture: Capture, random: Random): Capture {
  return reset(capture, (glyph, index) =>
    isSpace(glyph) && /[.!?]/.test(capture.glyphs[index - 1]?.text ?? '') && random.below(3) === 0
      ? '\n'
      : null,
  );
}

/** A space for a line feed. */
export function joinParagraphs(capture: Capture, random: Random): Capture {
  return reset(capture, ({ text }) => (text === '\n' && random.below(3) === 0 ? ' ' : null));
}
