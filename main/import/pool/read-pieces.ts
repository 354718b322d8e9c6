/** Reads a large web archive piece by piece: the one kind of file that may be larger than a person's memory has room for. */
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { LargeFile } from '../formats/format';
import { greatestByteLength } from '../limits';
import { looksLikeWarc } from '../web/warc/looks-like-warc';

/** The beginning of a file, and the file itself. */
interface BegunFile {
  readonly bytes: Uint8Array;
  readonly largeFile: LargeFile;
}

const headLength = 64 * 1024;
const pieceLength = 1024 * 1024;

/**
 * A web archive that is larger than other files may be; null for everything else, and for what cannot be opened. `onPiece`
 * is told of each piece that is read: the work goes on, however long it takes.
 */
export async function largeWarc(path: string, onPiece: () => void = () => {}): Promise<BegunFile | null> {
  // Before it is opened: to open a pipe would wait for ever.
  const found = await stat(path).catch(() => null);
  if (!found?.isFile() || found.size <= greatestByteLength) return null;
  const { size } = found;
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return null;
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(headLength), 0, headLength, 0);
    const bytes = buffer.subarray(0, bytesRead);
    return looksLikeWarc(bytes)
      ? { bytes, largeFile: { byteLength: size, pieces: () => read(path, size, onPiece) } }
      : null;
  } finally {
    await file.close();
  }
}

async function* read(path: string, byteLength: number, onPiece: () => void): AsyncGenerator<Uint8Array> {
  // What is put to the file while it is read does not count.
  const stream = createReadStream(path, { end: byteLength - 1, highWaterMark: pieceLength });
  for await (const piece of stream as AsyncIterable<Buffer>) {
    onPiece();
    yield piece;
  }
}
