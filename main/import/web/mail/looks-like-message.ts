/**
 * Whether a file is a mail or a saved page of the same form, by its first lines: header fields that mail has, and only
 * header fields. Apart from the readers, since every file is asked.
 */
import { parseHeaders } from './mime-header';

const telling =
  /^(?:mime-version|received|return-path|delivered-to|message-id|snapshot-content-location|x-mozilla-status)$/;
const common = /^(?:from|to|subject|date|content-type|cc|reply-to)$/;

/** `head`: the first bytes. A letter typed by hand may begin "From:" and "Date:": it takes three, or one that no one types. */
export function looksLikeMessage(head: Uint8Array): boolean {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1');
  const block = text.replace(/^(?:\s*|>?From [^\r\n]*\r?\n)/, '').split(/\r?\n\r?\n/)[0] ?? '';
  const lines = block.split(/\r?\n/);
  const cut = text.length >= 4096 ? lines.slice(0, -1) : lines;
  if (!cut.every((line) => line === '' || /^(?:[\w-]{1,80}:|[ \t])/.test(line))) return false;
  const names = [...parseHeaders(block).keys()];
  const hasTelling = names.some((name) => telling.test(name));
  const count = names.filter((name) => common.test(name)).length;
  return (hasTelling && (count > 0 || names.length > 2)) || (count >= 4 && names.includes('from'));
}
