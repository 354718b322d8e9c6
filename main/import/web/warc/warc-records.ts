/** The records of a web archive (WARC 1.0 and 1.1, ISO 28500), one by one; what is not asked for is passed over unread. */
import { type MimeHeaders, parseHeaders } from '../mail/mime-header';
import type { ByteReader } from './byte-reader';

export interface WarcRecord {
  /** `response`, `request`, `revisit`, …; lower case. */
  readonly kind: string;
  /** By lower-case name. */
  readonly headers: MimeHeaders;
  /** Bytes of the block, as the record says. */
  readonly byteLength: number;
  /** The block; null where the archive ends before it does. Only until the next record is asked for. */
  readonly block: () => Promise<Buffer | null>;
}

/** What the record is of; some programs put it between angle brackets. */
export const addressOf = ({ headers }: WarcRecord): string =>
  (headers.get('warc-target-uri') ?? '').replace(/^<|>$/g, '');

/** How reading ended, known at its end. */
export interface WarcEnding {
  /** `whole`; `cut`: in the middle of a record; `strange`: with something that is no record. */
  ending: 'whole' | 'cut' | 'strange';
}

const longestLine = 64 * 1024;
const mostHeaderLines = 500;

export async function* warcRecords(
  reader: ByteReader,
  result: WarcEnding,
): AsyncGenerator<WarcRecord, void, void> {
  for (;;) {
    const headers = await nextHeaders(reader, result);
    if (headers === null) return;
    const byteLength = Number(headers.get('content-length') ?? Number.NaN);
    if (!Number.isSafeInteger(byteLength) || byteLength < 0) {
      result.ending = 'strange';
      return;
    }
    let left = byteLength;
    const block = async (): Promise<Buffer | null> => {
      const bytes = await reader.take(left);
      left -= bytes.length;
      return left === 0 ? bytes : null;
    };
    yield { kind: (headers.get('warc-type') ?? '').toLowerCase(), headers, byteLength, block };
    left -= await reader.skip(left);
    if (left > 0) {
      result.ending = 'cut';
      return;
    }
  }
}

/** Null at the end. Empty lines part the records. */
async function nextHeaders(reader: ByteReader, result: WarcEnding): Promise<MimeHeaders | null> {
  let line = await reader.line(longestLine);
  while (line !== null && line.length === 0) line = await reader.line(longestLine);
  if (line === null) return null;
  if (!/^WARC\/\d/.test(line.toString('latin1'))) {
    result.ending = 'strange';
    return null;
  }
  const lines: string[] = [];
  for (;;) {
    const next = await reader.line(longestLine);
    if (next === null || lines.length > mostHeaderLines) {
      result.ending = next === null ? 'cut' : 'strange';
      return null;
    }
    if (next.length === 0) return parseHeaders(lines.join('\n'));
    lines.push(next.toString('latin1'));
  }
}
