/**
 * A mail or a saved page (MHTML) as a tree of parts. The bytes are held once, as Latin-1 text; parts are stretches of it.
 * Nesting, number of parts and length of headers are limited, so that reading stays linear in the length.
 */
import { refuse } from '../../formats/refuse';
import { type MimeHeaders, parseHeaders, parseHeaderValue } from './mime-header';
import { transferDecoded } from './transfer-decoded';

export interface MimePart {
  readonly headers: MimeHeaders;
  /** Lower case; `text/plain` where nothing is said. */
  readonly mediaType: string;
  /** Of its content type. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Of a multipart. */
  readonly children: readonly MimePart[];
  /** The content, decoded from base64 or quoted-printable. */
  readonly bytes: () => Buffer;
}

export interface MimeMessage {
  readonly root: MimePart;
  /** A multipart without its end: the file was cut off. */
  readonly isTruncated: boolean;
}

/** Deeper than any mail of people; a forwarded mail nests two levels. */
const greatestNesting = 24;
const greatestPartCount = 4000;
const greatestHeaderLength = 512 * 1024;

interface Reading {
  readonly text: string;
  partCount: number;
  isTruncated: boolean;
}

/** Throws `import-refused` for headers, nesting or a number of parts beyond the limits. */
export function parseMessage(bytes: Uint8Array): MimeMessage {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const reading: Reading = { text, partCount: 0, isTruncated: false };
  const start = /^(?:\s*|>?From [^\n]*\n)*/.exec(text.slice(0, 2000))?.[0].length ?? 0;
  const root = readPart(reading, { start, end: text.length, depth: 0, mediaType: 'text/plain' });
  return { root, isTruncated: reading.isTruncated };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  /** Where the part does not say. */
  readonly mediaType: string;
}

function readPart(reading: Reading, stretch: Stretch): MimePart {
  reading.partCount += 1;
  if (reading.partCount > greatestPartCount) throw refuse(`It has more than ${greatestPartCount} parts.`);
  if (stretch.depth > greatestNesting) throw refuse('Its parts are nested too deeply.');
  const body = bodyStart(reading.text, stretch);
  if (body - stretch.start > greatestHeaderLength) throw refuse('Its headers are too long.');
  const headers = parseHeaders(reading.text.slice(stretch.start, body));
  const { value, parameters } = parseHeaderValue(headers.get('content-type') ?? stretch.mediaType);
  const mediaType = value.includes('/') ? value : 'text/plain';
  const isMultipart = mediaType.startsWith('multipart/');
  return {
    headers,
    mediaType,
    parameters,
    children: isMultipart ? childrenOf(reading, { ...stretch, start: body }, mediaType, parameters) : [],
    bytes: () =>
      transferDecoded(reading.text.slice(body, stretch.end), headers.get('content-transfer-encoding') ?? ''),
  };
}

/** After the first empty line; a part may begin with it. */
function bodyStart(text: string, { start, end }: Stretch): number {
  const empty = /^\r?\n/.exec(text.slice(start, start + 2));
  if (empty !== null) return start + empty[0].length;
  const blank = ['\r\n\r\n', '\n\n', '\r\r'].flatMap((gap) => {
    const at = text.slice(start, Math.min(end, start + greatestHeaderLength + 4)).indexOf(gap);
    return at < 0 ? [] : [start + at + gap.length];
  });
  return blank.length === 0 ? end : Math.min(...blank);
}

function childrenOf(
  reading: Reading,
  { start, end, depth }: Stretch,
  mediaType: string,
  parameters: ReadonlyMap<string, string>,
): MimePart[] {
  const boundary = parameters.get('boundary') ?? '';
  if (boundary === '') return [];
  const { stretches, isClosed } = splitAt(reading.text, `--${boundary}`, start, end);
  if (!isClosed) reading.isTruncated = true;
  const inner = mediaType === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  return stretches.map((stretch) => readPart(reading, { ...stretch, depth: depth + 1, mediaType: inner }));
}

function splitAt(
  text: string,
  delimiter: string,
  start: number,
  end: number,
): {
  readonly stretches: readonly { readonly start: number; readonly end: number }[];
  readonly isClosed: boolean;
} {
  const stretches: { start: number; end: number }[] = [];
  let open = -1;
  for (
    let at = text.indexOf(delimiter, start);
    at >= 0 && at < end;
    at = text.indexOf(delimiter, at + delimiter.length)
  ) {
    const after = text.slice(at + delimiter.length, at + delimiter.length + 200);
    const isLine =
      (at === start || /[\r\n]/.test(text[at - 1] ?? '')) && /^(?:--)?[ \t]*(?:\r|\n|$)/.test(after);
    if (!isLine) continue;
    if (open >= 0) stretches.push({ start: open, end: lineEndBefore(text, at, open) });
    if (stretches.length > greatestPartCount) break;
    if (after.startsWith('--')) return { stretches, isClosed: true };
    open = lineAfter(text, at + delimiter.length, end);
  }
  if (open >= 0 && open < end) stretches.push({ start: open, end });
  return { stretches, isClosed: false };
}

/** The line end before a boundary belongs to the boundary. */
function lineEndBefore(text: string, at: number, least: number): number {
  const before = text.slice(Math.max(least, at - 2), at);
  return before === '\r\n' ? at - 2 : Math.max(least, at - 1);
}

function lineAfter(text: string, from: number, end: number): number {
  const line = text.indexOf('\n', from);
  return line < 0 || line >= end ? end : line + 1;
}
