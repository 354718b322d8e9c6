/** What a server answered, as a web archive keeps it: status, headers, and the body as it was before it was packed for the way. */
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { greatestByteLength } from '../../limits';
import { type MimeHeaders, parseHeaders } from '../mail/mime-header';

export interface HttpMessage {
  /** Null for a request. */
  readonly status: number | null;
  readonly headers: MimeHeaders;
  /** As sent. */
  readonly rawBody: Buffer;
}

/** Null for what is no HTTP message. */
export function parseHttpMessage(block: Buffer): HttpMessage | null {
  const head = block.subarray(0, 256 * 1024).toString('latin1');
  const end = /\r?\n\r?\n/.exec(head);
  const [, status] = /^HTTP\/[\d.]+ +(\d{3})\b/.exec(head) ?? [];
  if (status === undefined && !/^[A-Z]{3,10} \S+ HTTP\//.test(head)) return null;
  const bodyAt = end === null ? block.length : end.index + end[0].length;
  const lines = head.slice(0, end?.index ?? head.length);
  return {
    status: status === undefined ? null : Number(status),
    headers: parseHeaders(lines.slice(lines.indexOf('\n') + 1)),
    rawBody: block.subarray(bodyAt),
  };
}

/** The body unpacked; null for a way of packing that is not known, or that unpacks to more than a file may have. */
export function bodyOf({ headers, rawBody }: HttpMessage): Buffer | null {
  const isChunked = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '');
  const body = isChunked ? unchunked(rawBody) : rawBody;
  const packings = (headers.get('content-encoding') ?? '').toLowerCase().split(',').reverse();
  return packings.reduce<Buffer | null>(
    (bytes, packing) => (bytes === null ? null : unpacked(bytes, packing.trim())),
    body,
  );
}

/** Some archives keep the header and drop the chunks: then the body is as it stands. */
function unchunked(bytes: Buffer): Buffer {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = bytes.indexOf(10, at);
    const size =
      end < 0
        ? undefined
        : /^([0-9a-f]{1,8})\s*(?:;[^]*)?$/i.exec(bytes.toString('latin1', at, end).trim())?.[1];
    if (size === undefined) return chunks.length === 0 ? bytes : Buffer.concat(chunks);
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(bytes.subarray(end + 1, end + 1 + length));
    at = end + 1 + length;
    while (bytes[at] === 13 || bytes[at] === 10) at += 1;
  }
}

const options = { maxOutputLength: greatestByteLength };

const unpackers: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  '': (bytes) => bytes,
  identity: (bytes) => bytes,
  // Archives that unpacked the body may have kept the header.
  gzip: (bytes) => (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, options) : bytes),
  deflate: (bytes) => {
    try {
      return inflateSync(bytes, options);
    } catch {
      return inflateRawSync(bytes, options);
    }
  },
  br: (bytes) => (looksLikeText(bytes) ? bytes : brotliDecompressSync(bytes, options)),
};

const looksLikeText = (bytes: Buffer): boolean =>
  /^\s*<(?:!|\?xml|html)/i.test(bytes.toString('latin1', 0, 200));

function unpacked(bytes: Buffer, packing: string): Buffer | null {
  try {
    return unpackers[packing.replace(/^x-/, '')]?.(bytes) ?? null;
  } catch {
    return null;
  }
}
