/**
 * A mailbox (mbox) as its mails. A line that begins "From " after an empty one begins the next; what mail programs wrote
 * `>From` is left so. It is looked through as bytes: as words, a large one would be in memory several times.
 */
import type { ImportedItem } from '../../../../shared/model/imported/imported-item';
import { CasebookError } from '../../../../shared/model/result';
import type { FormatInput } from '../../formats/format';

const separator = /^From [^\r\n]{1,300}\d{4}[^\r\n]{0,40}\r?\n(?=[!-9;-~]+:)/;
/** What the line before a mail, and the name of the first header, can take. */
const longestSeparator = 1024;
const lineFeed = 10;
const carriageReturn = 13;

const viewOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where a line end that stands before a place begins, or -1. */
function lineEndBefore(bytes: Uint8Array, at: number): number {
  if (bytes[at - 1] !== lineFeed) return -1;
  return bytes[at - 2] === carriageReturn ? at - 2 : at - 1;
}

/** Where the mail before a line ends: before the empty line there, or -1 where there is none. */
function endBefore(bytes: Uint8Array, at: number): number {
  if (at === 0) return 0;
  const lineEnd = lineEndBefore(bytes, at);
  return lineEnd < 0 ? -1 : lineEndBefore(bytes, lineEnd);
}

interface Beginning {
  /** Where the mail before ends. */
  readonly end: number;
  readonly start: number;
}

/** Where mails begin, in order. */
function* beginnings(bytes: Uint8Array): Generator<Beginning, void, void> {
  const view = viewOf(bytes);
  for (let at = view.indexOf('From '); at >= 0; at = view.indexOf('From ', at + 1)) {
    const end = endBefore(bytes, at);
    if (end < 0) continue;
    const line = separator.exec(view.toString('latin1', at, at + longestSeparator))?.[0];
    if (line !== undefined) yield { end, start: at + line.length };
  }
}

/** Whether a file is a mailbox of several mails. */
export function looksLikeMailbox(bytes: Uint8Array): boolean {
  if (viewOf(bytes.subarray(0, 5)).toString('latin1') !== 'From ') return false;
  let count = 0;
  for (const _ of beginnings(bytes)) if (++count > 1) return true;
  return false;
}

/** Each mail as if it were a file of its own. */
export async function* openMailbox(
  input: Pick<FormatInput, 'bytes' | 'source' | 'capturedAt' | 'importWithin'>,
): AsyncGenerator<ImportedItem, void, void> {
  const { bytes, source } = input;
  const found = beginnings(bytes);
  let number = 0;
  for (let mail = found.next().value; mail; ) {
    const next = found.next().value;
    number += 1;
    yield await mailOf(bytes.slice(mail.start, next?.end ?? bytes.byteLength), `${source}#${number}`, input);
    mail = next;
  }
}

async function mailOf(
  bytes: Uint8Array,
  source: string,
  { capturedAt, importWithin }: Pick<FormatInput, 'capturedAt' | 'importWithin'>,
): Promise<ImportedItem> {
  try {
    const document = await importWithin({ bytes, source, mediaType: 'message/rfc822', capturedAt });
    return { kind: 'article', key: source, document, bytes, tags: [] };
  } catch (cause) {
    if (!(cause instanceof CasebookError)) throw cause;
    return { kind: 'refused', source, message: cause.message };
  }
}
