/**
 * ZIP archives, and the formats that are one (DOCX, ODT, EPUB, QDPX …), in memory or, where they are large, in their file. What
 * the archive says of itself is checked before anything is unpacked, and what is unpacked is checked against what it said: sizes, checksums, names.
 * Writes nothing to the disk; what is an archive within is opened only where the caller asks.
 */
import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl';
import { CasebookError } from '../../../shared/model/result';
import type { FormatInput } from '../formats/format';
import { refuse } from '../formats/refuse';
import * as limits from '../limits';
import { crc32 } from './crc32';
import { tidyEntryName } from './entry-name';

/** What an archive may be; by default what `limits.ts` says. */
export interface ArchiveLimits {
  readonly entryCount: number;
  /** Bytes of one file, unpacked. */
  readonly entryByteLength: number;
  /** Bytes of all files, unpacked. */
  readonly unpackedByteLength: number;
  /** Archives in archives that may still be opened. */
  readonly nesting: number;
}

/** A file of an archive; folders are left out. */
export interface ArchiveEntry {
  /** With `/`, never leading out of the archive. */
  readonly name: string;
  /** Unpacked. */
  readonly byteLength: number;
}

export interface Archive {
  /** In the order of the archive. */
  readonly entries: readonly ArchiveEntry[];
  readonly has: (name: string) => boolean;
  /** Unpacks a file. Throws `import-refused` for a file that is not there, damaged, or not what the archive said. */
  readonly read: (name: string) => Promise<Uint8Array>;
  /** As `read`, piece by piece, for a file too large to be held: what is damaged is thrown where it is met, or at its end. */
  readonly pieces: (name: string) => AsyncIterable<Uint8Array>;
  /** Opens an archive within this one, which shares its limits. */
  readonly openWithin: (name: string) => Promise<Archive>;
  /** Lets the file go, where it is read from one: nothing can be unpacked after it. */
  readonly close: () => void;
}

/** A file that is not held. */
export interface ArchiveFile {
  readonly path: string;
  readonly byteLength: number;
  /** Called for each piece that is unpacked: the work goes on, however long it takes. */
  readonly onPiece?: (() => void) | undefined;
}

/** Where an import finds its archive: a large one stays in its file. */
export function archiveSource({
  bytes,
  path,
  largeFile,
}: Pick<FormatInput, 'bytes' | 'path' | 'largeFile'>): Uint8Array | ArchiveFile {
  if (largeFile === undefined || path === undefined) return bytes;
  return { path, byteLength: largeFile.byteLength, onPiece: largeFile.onPiece };
}

/** Whether the bytes start as a ZIP archive does. */
export function isArchive(bytes: Uint8Array): boolean {
  const [p, k, three, four] = bytes;
  return p === 0x50 && k === 0x4b && ((three === 3 && four === 4) || (three === 5 && four === 6));
}

const usualLimits: ArchiveLimits = {
  entryCount: limits.greatestArchiveEntryCount,
  entryByteLength: limits.greatestEntryByteLength,
  unpackedByteLength: limits.greatestUnpackedByteLength,
  nesting: limits.greatestArchiveNesting,
};

/** Where files are read one by one, or piece by piece, or not at all: parts of a web archive, films in a project. */
export const roomForCollection: Partial<ArchiveLimits> = {
  entryByteLength: limits.greatestCollectionByteLength,
  unpackedByteLength: 2 * limits.greatestCollectionByteLength,
};

/**
 * Throws `import-refused`, in words, for an archive that is damaged, encrypted, or larger than the limits. One that is
 * read from a file is to be closed.
 */
export async function openArchive(
  source: Uint8Array | ArchiveFile,
  chosen: Partial<ArchiveLimits> = {},
): Promise<Archive> {
  const allowed: ArchiveLimits = Object.assign({}, usualLimits, chosen);
  const zip = await inWords(() => openZip(source));
  try {
    const found = await inWords(() => readDirectory(zip, allowed));
    const unpacked = checkSizes(found, source.byteLength, allowed);
    return archiveOf(
      { zip, found, unpacked, onPiece: 'path' in source ? source.onPiece : undefined },
      allowed,
    );
  } catch (cause) {
    zip.close();
    throw cause;
  }
}

function openZip(source: Uint8Array | ArchiveFile): Promise<ZipFile> {
  const options = { decodeStrings: false, autoClose: false } as const;
  if ('path' in source) return openPromise(source.path, options);
  return fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.byteLength), options);
}

interface Opened {
  readonly zip: ZipFile;
  readonly found: Found;
  /** Bytes of all its files. */
  readonly unpacked: number;
  readonly onPiece: ArchiveFile['onPiece'];
}

function archiveOf(opened: Opened, allowed: ArchiveLimits): Archive {
  const { zip, found, unpacked } = opened;
  const entries = [...found].map(([name, entry]) => ({ name, byteLength: entry.uncompressedSize }));
  const pieces = (name: string) => unpackedPieces(opened, name);
  const read = async (name: string): Promise<Uint8Array> => {
    checkEntry(name, found.get(name)?.uncompressedSize ?? 0, limits.greatestEntryByteLength);
    const chunks: Uint8Array[] = [];
    for await (const chunk of pieces(name)) chunks.push(chunk);
    return Buffer.concat(chunks);
  };
  const openWithin = async (name: string): Promise<Archive> => {
    if (allowed.nesting < 1) throw refuse('The archive holds archives in archives.');
    const left = allowed.unpackedByteLength - unpacked;
    return openArchive(await read(name), {
      ...allowed,
      unpackedByteLength: left,
      nesting: allowed.nesting - 1,
    });
  };
  return { entries, has: (name) => found.has(name), read, pieces, openWithin, close: () => zip.close() };
}

type Found = ReadonlyMap<string, Entry>;

async function readDirectory(zip: ZipFile, { entryCount }: ArchiveLimits): Promise<Found> {
  // What the archive says of itself may be a lie: the entries are counted as well.
  if (zip.entryCount > entryCount) throw tooMany(entryCount);
  const found = new Map<string, Entry>();
  let count = 0;
  for await (const entry of zip.eachEntry()) {
    count += 1;
    if (count > entryCount) throw tooMany(entryCount);
    addEntry(found, entry);
  }
  return found;
}

function addEntry(found: Map<string, Entry>, entry: Entry): void {
  const said = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
  const name = tidyEntryName(said);
  if (name.endsWith('/')) return;
  if (entry.isEncrypted()) throw refuse('The file is protected by a password.');
  if (found.has(name)) throw refuse(`The archive holds two files of one name: ${name.slice(0, 100)}`);
  found.set(name, entry);
}

const tooMany = (most: number): CasebookError =>
  refuse(`The archive holds too many files: at most ${most} are read.`);

function checkEntry(name: string, byteLength: number, most: number): void {
  if (byteLength > most) throw tooLarge(`“${name.slice(0, 100)}” in the archive`);
}

/** The bytes of all files, unpacked, as the archive says. */
function checkSizes(found: Found, byteLength: number, allowed: ArchiveLimits): number {
  let unpacked = 0;
  for (const [name, { uncompressedSize }] of found) {
    checkEntry(name, uncompressedSize, allowed.entryByteLength);
    unpacked += uncompressedSize;
  }
  if (unpacked > allowed.unpackedByteLength) throw tooLarge('The archive');
  if (unpacked > limits.unpackedRatioFloor && unpacked > limits.greatestUnpackedRatio * byteLength)
    throw refuse('The archive unpacks to far more than it is: it looks like a trap (archive bomb).');
  checkOverlap([...found.values()]);
  return unpacked;
}

const tooLarge = (what: string): CasebookError => refuse(`${what} is too large once unpacked.`);

/** A file's header in an archive, without its name. */
const headerByteLength = 30;

/** Files that share their bytes make a small archive unpack to a huge one; no honest archive has them. */
function checkOverlap(entries: readonly Entry[]): void {
  const inOrder = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const entry of inOrder) {
    const start = entry.relativeOffsetOfLocalHeader;
    if (start < end) throw refuse('The files of the archive overlap: it looks like a trap (archive bomb).');
    end = start + headerByteLength + entry.fileNameLength + entry.compressedSize;
  }
}

async function* unpackedPieces(
  { zip, found, onPiece }: Opened,
  name: string,
): AsyncGenerator<Uint8Array, void, void> {
  const entry = found.get(name);
  if (entry === undefined) throw refuse(`“${name.slice(0, 100)}” is not in the file.`);
  if (!entry.canDecodeFileData()) throw refuse('The archive is packed in a way that is not known.');
  let [length, sum] = [0, 0];
  try {
    const stream: Readable = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      onPiece?.();
      length += chunk.length;
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch {
    throw damaged();
  }
  if (length !== entry.uncompressedSize || sum !== entry.crc32) throw damaged();
}

const damaged = (): CasebookError => refuse('The file is damaged or cut short.');

/** What goes wrong in unpacking is told as damage: the messages of the library are not for people. */
async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw cause instanceof CasebookError ? cause : damaged();
  }
}
