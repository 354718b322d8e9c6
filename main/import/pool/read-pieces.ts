/** Reads large archives (of the web, of projects) piece by piece: the kinds of file that may be larger than a person's memory has room for. */
import { createReadStream } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { archiveTailLength } from '../archive/archive-names';
import { isArchive } from '../archive/open-archive';
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
 * A web archive or a ZIP that is larger than other files may be; null for everything else, and for what cannot be opened.
 * `onPiece` is told of each piece that is read: the work goes on, however long it takes.
 */
export async function largeArchive(path: string, onPiece: () => void = () => {}): Promise<BegunFile | null> {
  // Before it is opened: to open a pipe would wait for ever.
  const found = await stat(path).catch(() => null);
  if (!found?.isFile() || found.size <= greatestByteLength) return null;
  const { size } = found;
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return null;
  try {
    const bytes = await bytesAt(file, 0, headLength);
    const largeFile = { byteLength: size, pieces: () => read(path, size, onPiece) };
    if (looksLikeWarc(bytes)) return { bytes, largeFile };
    if (!isArchive(bytes)) return null;
    const tail = await bytesAt(file, size - archiveTailLength, archiveTailLength);
    return { bytes, largeFile: { ...largeFile, tail, onPiece } };
  } finally {
    await file.close();
  }
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

async function* read(path: string, byteLength: number, onPiece: () => void): AsyncGenerator<Uint8Array> {
  // What is put to the file while it is read does not count.
  const stream = createReadStream(path, { end: byteLength - 1, highWaterMark: pieceLength });
  for await (const piece of stream as AsyncIterable<Buffer>) {
    onPiece();
    yield piece;
  }
}
