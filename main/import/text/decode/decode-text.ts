/**
 * Bytes to text, and how sure we are of the encoding. Line ends become LF and a byte order mark is dropped; nothing else
 * is normalised, because the text is evidence.
 */
import { tidyControls } from './decode-as';
import { canonicalLabel, decodeBytes } from './encodings';
import { type EncodingGuess, guessEncoding, guessMultiByte } from './guess-encoding';
import { encodingOfMark, isAscii, wideEncodingOf } from './unicode-form';

export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  readonly origin: 'declared' | 'guessed' | 'chosen';
  /** From 0 to 1; 1 for what was chosen or marked. */
  readonly confidence: number;
  /** Other encodings that read well, the likeliest first. */
  readonly alternatives: readonly EncodingGuess[];
}

export interface DecodeOptions {
  /** What the user chose; wins over everything. */
  readonly chosen?: string | undefined;
  /** What a header or a `meta` element says, as written. */
  readonly declared?: string | null | undefined;
}

interface Recognised extends Omit<DecodedText, 'text'> {
  /** Set where recognising already decoded everything. */
  readonly text?: string;
}

/** The text of a file's bytes. An unknown `chosen` or `declared` label is passed over. */
export function decodeText(bytes: Uint8Array, options: DecodeOptions = {}): DecodedText {
  const recognised = recognise(bytes, options);
  const text = recognised.text ?? decodeBytes(bytes, recognised.encoding);
  return { ...recognised, text: tidyControls(text) };
}

function recognise(bytes: Uint8Array, options: DecodeOptions): Recognised {
  const chosen = canonicalLabel(options.chosen ?? '');
  if (chosen !== null) return sure(chosen, 'chosen');
  const marked = encodingOfMark(bytes);
  if (marked !== null) return sure(marked, 'declared');
  return recogniseUnmarked(bytes, canonicalLabel(options.declared ?? ''));
}

function recogniseUnmarked(bytes: Uint8Array, declared: string | null): Recognised {
  const wide = bytes.subarray(0, 16_384).includes(0) ? wideEncodingOf(bytes) : null;
  if (wide !== null) return { ...sure(wide, originOf(wide, declared)), confidence: 0.95 };
  if (isAscii(bytes)) return recogniseAscii(bytes, declared);
  const utf8 = decodeBytes(bytes, 'utf-8', true);
  if (utf8 !== null) return { ...sure('utf-8', originOf('utf-8', declared)), confidence: 0.99, text: utf8 };
  return recogniseLegacy(bytes, declared);
}

/** ISO-2022-JP hides in seven bits behind escape characters; any other ASCII is UTF-8. */
function recogniseAscii(bytes: Uint8Array, declared: string | null): Recognised {
  const [escaped] = bytes.includes(0x1b) ? guessMultiByte(bytes) : [];
  if (escaped !== undefined)
    return { ...sure(escaped.encoding, originOf(escaped.encoding, declared)), ...escaped };
  return sure('utf-8', originOf('utf-8', declared));
}

function originOf(encoding: string, declared: string | null): 'declared' | 'guessed' {
  return encoding === declared ? 'declared' : 'guessed';
}

/** A declaration that gives some byte no meaning, or names UTF-8 for what is not, is passed over. */
function recogniseLegacy(bytes: Uint8Array, declared: string | null): Recognised {
  if (declared !== null && !declared.startsWith('utf-')) {
    const text = decodeBytes(bytes, declared, true);
    if (text !== null)
      return { ...sure(declared, 'declared'), text, alternatives: guessEncoding(bytes).slice(0, 4) };
  }
  const damaged = damagedUtf8(bytes);
  if (damaged !== null) return damaged;
  const [best, ...others] = wideThenGuess(bytes);
  return {
    encoding: best?.encoding ?? 'windows-1252',
    origin: 'guessed',
    confidence: best?.confidence ?? 0,
    alternatives: others.slice(0, 6),
  };
}

function wideThenGuess(bytes: Uint8Array): readonly EncodingGuess[] {
  const guesses = guessEncoding(bytes);
  const wide = (guesses[0]?.confidence ?? 0) < 0.5 ? wideEncodingOf(bytes) : null;
  const first = wide === null ? [] : [{ encoding: wide, confidence: 0.6 }];
  return [...first, ...guesses, { encoding: 'utf-8', confidence: 0.1 }];
}

/** UTF-8 with a few broken bytes (a cut-off end, one bad quote) is still UTF-8: a legacy text has almost no valid sequences. */
function damagedUtf8(bytes: Uint8Array): Recognised | null {
  const text = decodeBytes(bytes, 'utf-8');
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const foreign = text.match(/[^\0-\x7f\uFFFD]/gu)?.length ?? 0;
  if (foreign < 20 * broken) return null;
  return {
    ...sure('utf-8', 'guessed'),
    confidence: 0.7,
    text,
    alternatives: guessEncoding(bytes).slice(0, 4),
  };
}

function sure(encoding: string, origin: DecodedText['origin']): Recognised {
  return { encoding, origin, confidence: 1, alternatives: [] };
}
