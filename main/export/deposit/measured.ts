/** Hashes and counts what passes through, so that a manifest can be written after the files without keeping them. */
import { createHash, type Hash } from 'node:crypto';
import type { ExportFile, Piece } from '../formats/format';

export interface Measure {
  readonly name: string;
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly sha512: string;
}

export interface Measuring {
  /** The file as it was; its measure is known when its data has been read to the end. */
  readonly pass: (file: ExportFile) => ExportFile;
  /** Of every file that was read to the end, in that order. */
  readonly measures: readonly Measure[];
}

async function* through(
  data: ExportFile['data'],
  hashes: readonly Hash[],
  done: (bytes: number) => void,
): AsyncIterable<Piece> {
  let bytes = 0;
  const pieces = typeof data === 'string' || data instanceof Uint8Array ? [data] : data;
  for await (const piece of pieces) {
    for (const hash of hashes) hash.update(piece);
    bytes += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length;
    yield piece;
  }
  done(bytes);
}

export function measuring(): Measuring {
  const measures: Measure[] = [];
  return {
    measures,
    pass: ({ name, data }) => {
      const [sha256, sha512] = [createHash('sha256'), createHash('sha512')];
      const done = (bytes: number) =>
        measures.push({ name, bytes, sha256: sha256.digest('hex'), sha512: sha512.digest('hex') });
      return { name, data: through(data, [sha256, sha512], done) };
    },
  };
}
