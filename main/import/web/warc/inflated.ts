/** The bytes of a web archive, unpacked piece by piece where it is packed (each record its own gzip member). */
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { FormatInput } from '../../formats/format';
import { refuse } from '../../formats/refuse';
import { greatestUnpackedRatio, unpackedRatioFloor } from '../../limits';

/** An archive in memory; of a large one the beginning, and the file. */
export type WarcBytes = Pick<FormatInput, 'bytes' | 'largeFile'>;

/** What came of unpacking, known at its end. */
export interface Unpacking {
  /** It stopped before its end: cut off or damaged. */
  isBroken: boolean;
}

const pieceLength = 256 * 1024;

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Throws `import-refused` for what unpacks to more than any archive of pages does. */
export async function* inflated(
  { bytes, largeFile }: WarcBytes,
  unpacking: Unpacking,
): AsyncGenerator<Uint8Array, void, void> {
  const pieces = largeFile?.pieces() ?? piecesOf(bytes);
  if (!isGzip(bytes)) return yield* pieces;
  const byteLength = largeFile?.byteLength ?? bytes.byteLength;
  const most = Math.max(unpackedRatioFloor, byteLength * greatestUnpackedRatio);
  const gunzip = createGunzip({ chunkSize: pieceLength });
  const source = Readable.from(pieces);
  let length = 0;
  try {
    // A file that can no longer be read ends the unpacking too: `pipe` alone would not.
    pipeline(source, gunzip, () => {});
    for await (const piece of gunzip as AsyncIterable<Buffer>) {
      length += piece.length;
      if (length > most)
        throw refuse('This archive is packed so tightly that it can only be meant to do harm.');
      yield piece;
    }
  } catch (cause) {
    if (!isUnpackingError(cause)) throw cause;
    unpacking.isBroken = true;
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

function* piecesOf(bytes: Uint8Array): Generator<Buffer> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < buffer.length; at += pieceLength) yield buffer.subarray(at, at + pieceLength);
}

/** zlib names its errors `Z_…`. */
const isUnpackingError = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && String(cause.code).startsWith('Z_');
