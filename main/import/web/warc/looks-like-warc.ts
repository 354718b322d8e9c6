/** Whether a file is a web archive, by its first bytes. Apart from the reader, since every file is asked. */
import { constants, gunzipSync } from 'node:zlib';

/** `head`: the first bytes; they are unpacked where they are packed. */
export function looksLikeWarc(head: Uint8Array): boolean {
  const start = head[0] === 0x1f && head[1] === 0x8b ? unpackedStart(head) : Buffer.from(head.subarray(0, 8));
  return start.toString('latin1', 0, 5) === 'WARC/';
}

/** What can be unpacked of bytes that were cut off. */
function unpackedStart(head: Uint8Array): Buffer {
  try {
    return gunzipSync(head.subarray(0, 4096), { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return Buffer.alloc(0);
  }
}
