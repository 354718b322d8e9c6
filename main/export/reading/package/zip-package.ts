/** Writes ZIP packages as streams: parts are made one after another while they are written, so none stands in memory whole. */
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

export interface PackagePart {
  readonly name: string;
  /** Asked for when the parts before it are written. */
  readonly data: () => string | Uint8Array | Iterable<string>;
  /** Not compressed: what programs know the package by. */
  readonly isStored?: boolean;
}

const chunkLength = 1 << 16;

/** Small pieces gathered into larger ones. */
function* gathered(pieces: Iterable<string>): Iterable<Buffer> {
  let words = '';
  for (const piece of pieces) {
    words += piece;
    if (words.length < chunkLength) continue;
    yield Buffer.from(words);
    words = '';
  }
  if (words !== '') yield Buffer.from(words);
}

function bytesOf(data: string | Uint8Array | Iterable<string>): Iterable<Buffer> {
  if (typeof data === 'string') return [Buffer.from(data)];
  return data instanceof Uint8Array ? [Buffer.from(data)] : gathered(data);
}

function addPart(zip: ZipFile, { name, data, isStored }: PackagePart, mtime: Date): void {
  const options = { mtime, mode: 0o100644 };
  // The size of what is stored is known, so that its header is whole: the type of an ODT is read from there.
  if (isStored) zip.addBuffer(Buffer.concat([...bytesOf(data())]), name, { ...options, compress: false });
  else zip.addReadStreamLazy(name, options, (answer) => answer(null, Readable.from(bytesOf(data()))));
}

/**
 * The bytes of a package with these parts. `madeAt` (ISO 8601) is the time that each part bears; `further` parts are asked
 * for when the last of the others has been asked for its data.
 */
export async function* zipPackage(
  parts: readonly PackagePart[],
  further: () => Iterable<PackagePart>,
  madeAt: string,
): AsyncIterable<Uint8Array> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const mtime = new Date(madeAt);
  zip.on('error', (error: Error) => output.destroy(error));
  const [last] = parts.slice(-1);
  for (const part of parts.slice(0, -1)) addPart(zip, part, mtime);
  if (last) addPart(zip, { ...last, data: () => endWith(last, zip, further, mtime) }, mtime);
  for await (const piece of output) yield piece as Uint8Array;
}

/** The end of the list of parts is known when the last is written. */
function endWith(
  last: PackagePart,
  zip: ZipFile,
  further: () => Iterable<PackagePart>,
  mtime: Date,
): ReturnType<PackagePart['data']> {
  for (const part of further()) addPart(zip, part, mtime);
  zip.end();
  return last.data();
}
