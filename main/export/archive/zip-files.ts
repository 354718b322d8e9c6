/** Packs files into a ZIP archive as a stream: a file's bytes pass through, so that a large archive never stands in memory. */
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { ExportFile, Piece } from '../formats/format';

export interface ZipOptions {
  /** ISO 8601 UTC: the time that every file bears, so that the same contents give the same bytes. */
  readonly madeAt: string;
  /** Left as they are, e.g. because the format wants it (`mimetype`) or they are packed already. */
  readonly uncompressed?: (name: string) => boolean;
}

function toStream(data: ExportFile['data']): Readable {
  if (typeof data === 'string' || data instanceof Uint8Array) return Readable.from([Buffer.from(data)]);
  return Readable.from(toBytes(data));
}

async function* toBytes(data: Iterable<Piece> | AsyncIterable<Piece>): AsyncIterable<Buffer> {
  for await (const piece of data) yield Buffer.from(piece as Uint8Array);
}

/** Adds a file and waits until it has passed: the next one may be made from the same texts. */
function add(
  archive: ZipFile,
  { name, data }: ExportFile,
  { madeAt, uncompressed }: ZipOptions,
): Promise<void> {
  const stream = toStream(data);
  const passed = new Promise<void>((resolve, reject) => {
    stream.once('end', resolve);
    stream.once('error', reject);
  });
  archive.addReadStream(stream, name, {
    mtime: new Date(madeAt),
    mode: 0o100644,
    compress: !(uncompressed?.(name) ?? false),
    forceDosTimestamp: true,
  });
  return passed;
}

/** The archive's bytes in pieces; files come one after another, names with `/`. */
export async function* zipFiles(
  files: Iterable<ExportFile> | AsyncIterable<ExportFile>,
  options: ZipOptions,
): AsyncGenerator<Uint8Array, void> {
  const archive = new ZipFile();
  const adding = (async () => {
    for await (const file of files) await add(archive, file, options);
    archive.end();
  })();
  const output = archive.outputStream as Readable;
  adding.catch((error: unknown) => output.destroy(error instanceof Error ? error : new Error(String(error))));
  for await (const piece of output) yield piece as Uint8Array;
  await adding;
}
