/** A mailbox (mbox) as its mails. A line that begins "From " after an empty one begins the next; what mail programs wrote `>From` is left so. */
import type { ImportedItem } from '../../../../shared/model/imported/imported-item';
import { CasebookError } from '../../../../shared/model/result';
import type { FormatInput } from '../../formats/format';

const separator = /(?:^|\r?\n\r?\n)From [^\r\n]{1,300}\d{4}[^\r\n]{0,40}\r?\n(?=[!-9;-~]+:)/g;

/** Whether a file is a mailbox of several mails. */
export function looksLikeMailbox(bytes: Uint8Array): boolean {
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== 'From ') return false;
  let count = 0;
  for (const _ of latinOf(bytes).matchAll(separator)) if (++count > 1) return true;
  return false;
}

/** Each mail as if it were a file of its own. */
export async function* openMailbox(
  input: Pick<FormatInput, 'bytes' | 'source' | 'capturedAt' | 'importWithin'>,
): AsyncGenerator<ImportedItem, void, void> {
  const starts = [...latinOf(input.bytes).matchAll(separator)].map((found) => found.index + found[0].length);
  const ends = [...latinOf(input.bytes).matchAll(separator)].map((found) => found.index);
  for (const [at, start] of starts.entries()) {
    const bytes = input.bytes.slice(start, ends[at + 1] ?? input.bytes.byteLength);
    yield await mailOf(bytes, `${input.source}#${at + 1}`, input);
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

function latinOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
