/**
 * Splits one large JSON object into its members, and those that are lists into their items, reading the file piece by
 * piece: only one item is in memory at a time. Each slice is parsed by JSON.parse; here is only found where it ends.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { TextDecoder } from 'node:util';
import { CasebookError } from '../../../../../shared/model/result';

const usualPieceBytes = 4 * 1024 * 1024;
/** UTF-16 units of one item: V8 holds no longer string than about 2^29. */
const longestItem = 400_000_000;
const deepestNesting = 64;

/** One member of the object, or one item of a list that is a member (`index` from 0). */
export interface JsonSlice {
  readonly name: string;
  readonly index: number | null;
  readonly value: unknown;
  /** How much of the file was read by then, from 0 to 1. */
  readonly share: number;
}

const broken = (why: string) => new CasebookError('import-refused', `The file is not whole JSON: ${why}.`);

/** What is read of the file and not taken yet. */
class Window {
  text = '';
  at = 0;
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private readonly bytes: Uint8Array;
  private ended = false;
  private bytesRead = 0;

  constructor(
    private readonly file: number,
    private readonly byteLength: number,
    pieceBytes: number,
  ) {
    this.bytes = new Uint8Array(pieceBytes);
  }

  share(): number {
    return this.byteLength === 0 ? 0 : Math.min(1, this.bytesRead / this.byteLength);
  }

  /** Reads on; false at the end of the file. */
  more(): boolean {
    if (this.ended) return false;
    const length = readSync(this.file, this.bytes, 0, this.bytes.length, null);
    this.ended = length === 0;
    this.bytesRead += length;
    try {
      this.text += this.decoder.decode(this.bytes.subarray(0, length), { stream: !this.ended });
    } catch (cause) {
      throw new CasebookError('import-refused', 'The file is not UTF-8.', { cause });
    }
    if (this.text.length > longestItem) throw broken('one of its items is too long');
    return !this.ended;
  }

  forget(): void {
    this.text = this.text.slice(this.at);
    this.at = 0;
  }
}

const blank = new Set([' ', '\n', '\r', '\t']);

/** The next character that is no white space, not taken; '' at the end. */
function peek(window: Window): string {
  for (;;) {
    while (window.at < window.text.length && blank.has(window.text[window.at] ?? '')) window.at++;
    if (window.at < window.text.length) return window.text[window.at] ?? '';
    window.forget();
    if (!window.more()) return '';
  }
}

function take(window: Window, wanted: string): void {
  const next = peek(window);
  if (next !== wanted) throw broken(next === '' ? 'it ends too early' : `“${wanted}” was expected`);
  window.at++;
}

interface Scan {
  depth: number;
  inString: boolean;
  /** What comes before was looked at. */
  at: number;
}

const opens = new Set(['{', '[']);
const closes = new Set(['}', ']']);
const stringEnds = /["\\]/g;

/** Over the rest of a string in one go: bytes in base 64 are long. */
function skipString(scan: Scan, text: string): void {
  stringEnds.lastIndex = scan.at;
  const found = stringEnds.test(text) ? stringEnds.lastIndex : 0;
  if (found === 0) scan.at = Math.max(scan.at, text.length);
  else if (text[found - 1] === '"') {
    scan.at = found;
    scan.inString = false;
  } else scan.at = found + 1; // and whatever is escaped
}

function step(scan: Scan, character: string): void {
  if (character === '"') scan.inString = true;
  else if (opens.has(character)) scan.depth++;
  else if (closes.has(character)) scan.depth--;
  if (scan.depth > deepestNesting) throw broken('it is nested too deeply');
  scan.at++;
}

/** Goes on in what was read to the end of the value: at depth 0, after at least one character. False where it is not there. */
function findEnd(scan: Scan, text: string): boolean {
  while (scan.at < text.length) {
    const character = text[scan.at] ?? '';
    if (scan.inString) skipString(scan, text);
    else if (scan.depth === 0 && scan.at > 0 && (character === ',' || closes.has(character))) return true;
    else step(scan, character);
  }
  return false;
}

function parse(slice: string): unknown {
  try {
    return JSON.parse(slice);
  } catch (cause) {
    throw new CasebookError('import-refused', `The file is not whole JSON: ${String(cause)}`, { cause });
  }
}

/** The next value, whole. */
function value(window: Window): unknown {
  if (peek(window) === '') throw broken('it ends too early');
  window.forget();
  const scan: Scan = { depth: 0, inString: false, at: 0 };
  while (!findEnd(scan, window.text))
    if (!window.more() && scan.at >= window.text.length) throw broken('it ends too early');
  window.at = scan.at;
  return parse(window.text.slice(0, scan.at));
}

function* items(window: Window, name: string): Generator<JsonSlice> {
  take(window, '[');
  for (let index = 0; peek(window) !== ']'; index++) {
    if (index > 0) take(window, ',');
    yield { name, index, value: value(window), share: window.share() };
  }
  take(window, ']');
}

function nameOf(window: Window): string {
  if (peek(window) !== '"') throw broken('a name was expected');
  window.forget();
  const end = () => /^"(?:[^"\\]|\\.)*"/.exec(window.text)?.[0];
  let found = end();
  while (found === undefined && window.text.length < 10_000 && window.more()) found = end();
  if (found === undefined) throw broken('a name was expected');
  window.at = found.length;
  take(window, ':');
  return String(parse(found));
}

function* members(window: Window): Generator<JsonSlice> {
  if (peek(window) === '\ufeff') window.at++;
  take(window, '{');
  for (let first = true; peek(window) !== '}'; first = false) {
    if (!first) take(window, ',');
    const name = nameOf(window);
    if (peek(window) === '[') yield* items(window, name);
    else yield { name, index: null, value: value(window), share: window.share() };
  }
  take(window, '}');
  if (peek(window) !== '') throw broken('something follows its end');
}

/** The members of the object in a file. Throws `import-refused` where it is none, or is cut off. */
export function* sliceJson(path: string, pieceBytes = usualPieceBytes): Generator<JsonSlice> {
  const file = openSync(path, 'r');
  try {
    yield* members(new Window(file, fstatSync(file).size, pieceBytes));
  } finally {
    closeSync(file);
  }
}
