/**
 * Looks for packed streams that unpack to more than an import holds, before pdf.js unpacks them: a few kilobytes can become
 * gigabytes. Only what is packed as pages and programs do it (Flate) is looked at; the time limit stops the rest.
 */
import { inflateSync } from 'node:zlib';
import { refuse } from '../formats/refuse';
import { greatestPdfStreamLength } from '../limits';

/** The best that Flate can do: a shorter stream is never too large. */
const greatestRatio = 1032;
/** From here on a stream is looked at whole; scans of white paper may be packed as well as that. */
const suspiciousRatio = 100;
const probeLength = 64 * 1024;
/** How far before its bytes a stream says how it is packed. */
const dictionaryLength = 600;

/** Unpacks as far as it goes. Null: more than `most`; what is not packed like this is nothing. */
function unpack(packed: Uint8Array, most: number): Uint8Array | null {
  try {
    // What is cut short is unpacked as far as it is there.
    return inflateSync(packed, { maxOutputLength: most, finishFlush: 2 });
  } catch (cause) {
    const isTooLong = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    return isTooLong ? null : new Uint8Array();
  }
}

function isTooLarge(packed: Uint8Array, times: number): boolean {
  if (packed.length * greatestRatio ** times < greatestPdfStreamLength) return false;
  const probe = unpack(packed.subarray(0, probeLength), probeLength * suspiciousRatio);
  if (probe !== null && times === 1) return false;
  const whole = unpack(packed, greatestPdfStreamLength);
  return whole === null || (times > 1 && isTooLarge(whole, times - 1));
}

/** Throws `import-refused` for a file with a stream that is too large. */
export function checkStreams(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at)) {
    const start = at + 'stream'.length;
    const end = file.indexOf('endstream', start);
    const dictionary = file.toString('latin1', Math.max(0, at - dictionaryLength), at);
    const times = dictionary.slice(dictionary.lastIndexOf(' obj')).match(/FlateDecode|\/Fl\b/g)?.length ?? 0;
    const from = file[start] === 13 ? start + 2 : start + 1;
    if (times > 0 && isTooLarge(file.subarray(from, end < 0 ? undefined : end), times))
      throw refuse('A part of it unpacks to more than an import can hold.');
    at = end < 0 ? file.length : end + 'endstream'.length;
  }
}
