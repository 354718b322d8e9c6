/** A part of a mail as text, and the parts that stand beside its words. */

import { declaredEncoding } from '../../text/decode/declared-encoding';
import type { DecodedText } from '../../text/decode/decode-text';
import { decodeText } from '../../text/decode/decode-text';
import { parseHeaderValue } from './mime-header';
import type { MimePart } from './mime-part';

/** `chosen`: the encoding that the user chose, or ''. */
export function partText(part: MimePart, chosen: string): DecodedText {
  const bytes = part.bytes();
  const said = part.parameters.get('charset') ?? null;
  return decodeText(bytes, { chosen, declared: said ?? (isHtmlPart(part) ? declaredEncoding(bytes) : null) });
}

/** Whether it is a page. */
export const isHtmlPart = (part: MimePart): boolean =>
  part.mediaType === 'text/html' || part.mediaType === 'application/xhtml+xml';

/** Whether it is words that a mail program shows in the mail. */
export function isWords({ mediaType, headers }: MimePart): boolean {
  const isText = /^text\/(?:plain|html|enriched|markdown|x-amp-html)$/.test(mediaType);
  return isText && parseHeaderValue(headers.get('content-disposition') ?? '').value !== 'attachment';
}

/** What it is called, or its type in words. */
export function partName(part: MimePart): string {
  const disposition = parseHeaderValue(part.headers.get('content-disposition') ?? '');
  const said = disposition.parameters.get('filename') ?? part.parameters.get('name') ?? '';
  const name = said.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  if (name !== '') return name.length > 80 ? `${name.slice(0, 80)}…` : name;
  return part.mediaType === 'message/rfc822' ? 'a mail' : part.mediaType;
}

/** All parts below and itself, in order. */
export function* partsOf(part: MimePart): Generator<MimePart> {
  yield part;
  for (const child of part.children) yield* partsOf(child);
}
