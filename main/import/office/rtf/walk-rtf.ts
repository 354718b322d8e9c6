/** The signs of an RTF file in order: groups, control words, bytes of text. What they mean is `read-rtf.ts`. */

export interface RtfEvents {
  readonly open: () => void;
  readonly close: () => void;
  /** `parameter`: null where the word has none. */
  readonly word: (name: string, parameter: number | null) => void;
  /** The sign after a backslash, as its code. */
  readonly symbol: (code: number) => void;
  /** Text as it stands in the file, or one byte told as `\'hh`. */
  readonly bytes: (bytes: Uint8Array) => void;
  /** One byte told as `\'hh`: counts as one in what a reader of Unicode skips. */
  readonly byte: (byte: number) => void;
  /** What `\bin` holds. */
  readonly binary: (bytes: Uint8Array) => void;
}

const [open, close, backslash, apostrophe, lineFeed, carriageReturn, blank, minus] = [
  0x7b, 0x7d, 0x5c, 0x27, 0x0a, 0x0d, 0x20, 0x2d,
] as const;

const isLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Goes through the file once. */
export function walkRtf(file: Uint8Array, events: RtfEvents): void {
  let at = 0;
  while (at < file.length) {
    const code = file[at] ?? 0;
    if (code === open) events.open();
    else if (code === close) events.close();
    else if (code === backslash) {
      at = readControl(file, at + 1, events);
      continue;
    } else if (code !== lineFeed && code !== carriageReturn) {
      at = readText(file, at, events);
      continue;
    }
    at += 1;
  }
}

/** Where the text ends. */
function readText(file: Uint8Array, start: number, events: RtfEvents): number {
  let end = start;
  for (; end < file.length; end += 1) {
    const code = file[end] ?? 0;
    if (code === open || code === close || code === backslash || code === lineFeed || code === carriageReturn)
      break;
  }
  events.bytes(file.subarray(start, end));
  return end;
}

/** From after the backslash to after the control. */
function readControl(file: Uint8Array, start: number, events: RtfEvents): number {
  const code = file[start];
  if (code === undefined) return start;
  if (isLetter(code)) return readWord(file, start, events);
  if (code !== apostrophe) {
    events.symbol(code);
    return start + 1;
  }
  const digits = String.fromCharCode(file[start + 1] ?? 0, file[start + 2] ?? 0);
  if (!/^[0-9a-f]{2}$/i.test(digits)) return start + 1;
  events.byte(Number.parseInt(digits, 16));
  return start + 3;
}

const longestWord = 32;
const mostDigits = 11;

function readWord(file: Uint8Array, start: number, events: RtfEvents): number {
  let at = start;
  while (at - start < longestWord && isLetter(file[at] ?? 0)) at += 1;
  const name = Buffer.from(file.subarray(start, at)).toString('latin1');
  const numberStart = at;
  if (file[at] === minus && isDigit(file[at + 1] ?? 0)) at += 1;
  while (at - numberStart < mostDigits && isDigit(file[at] ?? 0)) at += 1;
  const digits = Buffer.from(file.subarray(numberStart, at)).toString('latin1');
  const parameter = digits === '' ? null : Number.parseInt(digits, 10);
  if (file[at] === blank) at += 1;
  if (name === 'bin') {
    const end = at + Math.max(0, parameter ?? 0);
    events.binary(file.subarray(at, end));
    return end;
  }
  events.word(name, parameter);
  return at;
}
