/**
 * The headers of a mail or of a part of one: unfolded, RFC 2047 words and RFC 2231 parameters decoded. Lenient, as mail
 * programs are: what cannot be understood stays as it is written.
 */
import { decodeText } from '../../text/decode/decode-text';
import { canonicalLabel, decodeBytes } from '../../text/decode/encodings';

/** Header fields by lower-case name; the first of each name wins. Values are Latin-1 for bytes, unfolded. */
export type MimeHeaders = ReadonlyMap<string, string>;

export interface HeaderValue {
  /** Lower case, without parameters. */
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** `block`: the header lines, a Latin-1 character a byte. */
export function parseHeaders(block: string): MimeHeaders {
  const headers = new Map<string, string>();
  for (const line of block
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name !== '' && !/\s/.test(name) && !headers.has(name))
      headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}

/** A header such as `text/html; charset="utf-8"`. */
export function parseHeaderValue(said: string): HeaderValue {
  const [, value = '', rest = ''] = /^([^;]*);?([^]*)$/.exec(said) ?? [];
  return { value: value.trim().toLowerCase(), parameters: parametersOf(rest) };
}

const parameter = /([\w!#$%&'*+.^`{|}~-]{1,60})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]+))/g;

function parametersOf(rest: string): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const [, name = '', quoted, bare = ''] of rest.slice(0, 20_000).matchAll(parameter)) {
    const value = quoted === undefined ? bare : quoted.replace(/\\(.)/g, '$1');
    if (!said.has(name.toLowerCase())) said.set(name.toLowerCase(), value);
  }
  return joinContinued(said);
}

/** RFC 2231: `filename*0*=utf-8''a%20; filename*1=b` is one value. */
function joinContinued(said: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const joined = new Map<string, string>();
  for (const [key, value] of said) {
    const [, name = key, part, extended] = /^([^*]+)(?:\*(\d{1,3}))?(\*)?$/.exec(key) ?? [];
    if (part === undefined && extended === undefined) joined.set(name, decodeWords(value));
    else if (part === undefined || part === '0') joined.set(name, extendedValue(said, name));
  }
  return joined;
}

function extendedValue(said: ReadonlyMap<string, string>, name: string): string {
  const single = said.get(`${name}*`);
  const pieces: string[] = single === undefined ? [] : [single];
  for (let at = 0; single === undefined && at < 200; at += 1) {
    const piece = said.get(`${name}*${at}*`) ?? said.get(`${name}*${at}`);
    if (piece === undefined) break;
    pieces.push(piece);
  }
  const [, charset = '', value = pieces.join('')] = /^([\w.:-]*)'[\w-]*'([^]*)$/.exec(pieces.join('')) ?? [];
  return charset === '' ? readable(value) : percentDecoded(value, charset);
}

function percentDecoded(value: string, charset: string): string {
  const bytes = value.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return decodeAs(Buffer.from(bytes, 'latin1'), charset);
}

const encodedWord = /=\?([\w.:-]{1,40})(?:\*[\w-]{1,20})?\?([bq])\?([^?\s]{0,2000})\?=/gi;

/** RFC 2047. Neighbouring words of one encoding are decoded together: some programs cut characters in two. */
export function decodeWords(said: string): string {
  const joined = said.replace(/(\?=)\s+(?==\?)/g, '$1');
  const pieces: { readonly charset: string; readonly bytes: Buffer }[] = [];
  const flush = (): string => {
    const text =
      pieces.length === 0
        ? ''
        : decodeAs(Buffer.concat(pieces.map(({ bytes }) => bytes)), pieces[0]?.charset ?? '');
    pieces.length = 0;
    return text;
  };
  let text = '';
  let end = 0;
  for (const found of joined.matchAll(encodedWord)) {
    const [whole, charset = '', form = '', body = ''] = found;
    const between = joined.slice(end, found.index);
    if (between !== '' || pieces.some((piece) => piece.charset !== charset.toLowerCase())) text += flush();
    text += readable(between);
    pieces.push({ charset: charset.toLowerCase(), bytes: wordBytes(form, body) });
    end = found.index + whole.length;
  }
  return text + flush() + readable(joined.slice(end));
}

function wordBytes(form: string, body: string): Buffer {
  if (form.toLowerCase() === 'b') return Buffer.from(body, 'base64');
  const text = body
    .replaceAll('_', ' ')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(text, 'latin1');
}

function decodeAs(bytes: Buffer, charset: string): string {
  const label = canonicalLabel(charset);
  return label === null ? decodeText(bytes).text : decodeBytes(bytes, label);
}

/** Headers written with bytes above 127, against the rules: nearly always UTF-8. */
function readable(latin: string): string {
  return /[\u0080-\u00ff]/.test(latin) ? decodeText(Buffer.from(latin, 'latin1')).text : latin;
}
