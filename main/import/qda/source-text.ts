/**
 * The text of a source of another program, kept line by line: every line is a paragraph, so that the article's plain text is
 * the file's own text, and its hash stays the same. Beside it stands the text as the file has it (line ends of Windows,
 * a byte order mark), which positions of the file may count.
 */
import type { Block } from '../../../shared/document/blocks';
import { cleanText, normaliseInlines } from '../../../shared/document/normalise-blocks';
import { decodeText } from '../text/decode/decode-text';
import { decodeBytes } from '../text/decode/encodings';

export interface SourceText {
  /** As the file has it, with its mark and line ends. */
  readonly raw: string;
  /** As the article keeps it. */
  readonly text: string;
  /** Code points of `text` before each UTF-16 unit of `raw`, and at its end. */
  readonly positions: Uint32Array;
}

const mark = '\uFEFF';

/** UTF-8 is what the formats ask for; anything else is read as well as can be. */
export function readSourceText(bytes: Uint8Array): SourceText {
  const strict = decodeBytes(bytes, 'utf-8', true);
  if (strict === null || bytes.includes(0)) return sourceText(decodeText(bytes).text);
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return sourceText(isMarked && !strict.startsWith(mark) ? mark + strict : strict);
}

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** Whether a UTF-16 unit of the file is left out of the article: a mark, a CR before LF, a control character. */
function isLeftOut(raw: string, at: number): boolean {
  const unit = raw.charCodeAt(at);
  if (unit === 0x0d) return raw.charCodeAt(at + 1) === 0x0a;
  if (unit === 0xfeff) return at === 0;
  return unit < 0x20 && unit !== 0x09 && unit !== 0x0a;
}

/** A text that is at hand already. */
export function sourceText(given: string): SourceText {
  const raw = given.replace(/\p{Cs}/gu, '\uFFFD');
  const unmarked = raw.startsWith(mark) ? raw.slice(1) : raw;
  const positions = new Uint32Array(raw.length + 1);
  let count = 0;
  for (let at = 0; at < raw.length; at++) {
    // The second half of a pair belongs to the character that has begun.
    const isSecondHalf = isLowSurrogate(raw.charCodeAt(at));
    positions[at] = isSecondHalf ? count - 1 : count;
    if (!isSecondHalf && !isLeftOut(raw, at)) count += 1;
  }
  positions[raw.length] = count;
  return { raw, text: cleanText(unmarked.replace(/\r\n?/g, '\n')), positions };
}

/** A paragraph a line: the plain text of the blocks is the text. */
export function lineBlocks(text: string): Block[] {
  return text.split('\n').map((line) => ({
    kind: 'paragraph',
    inlines: normaliseInlines([{ kind: 'text', text: line, marks: [] }]),
  }));
}
