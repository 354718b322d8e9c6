/**
 * A web archive collection (WACZ 1.1): a ZIP of WARC files with a list of the pages that were looked at and the hash of
 * every file. A file that is not what its hash says is not taken.
 */
import { createHash, type Hash } from 'node:crypto';
import type { ImportedItem } from '../../../../shared/model/imported/imported-item';
import { CasebookError } from '../../../../shared/model/result';
import { type Archive, archiveSource, openArchive, roomForCollection } from '../../archive/open-archive';
import type { FormatInput } from '../../formats/format';
import { refuse } from '../../formats/refuse';
import { greatestByteLength } from '../../limits';
import type { WarcBytes } from './inflated';
import { openWarc } from './open-warc';
import { withoutFragment } from './page-choice';

type Input = Pick<FormatInput, 'bytes' | 'path' | 'largeFile' | 'source' | 'capturedAt' | 'importWithin'>;

/** Throws `import-refused` for what holds no archive of pages. Parts of more bytes than `held` are read piece by piece. */
export async function* openWacz(
  input: Input,
  held = greatestByteLength,
): AsyncGenerator<ImportedItem, void, void> {
  const archive = await openArchive(archiveSource(input), roomForCollection);
  try {
    yield* pagesOf(archive, input, held);
  } finally {
    archive.close();
  }
}

async function* pagesOf(
  archive: Archive,
  input: Input,
  held: number,
): AsyncGenerator<ImportedItem, void, void> {
  const names = archive.entries
    .map(({ name }) => name)
    .filter((name) => /^archive\/[^/]+\.warc(?:\.gz)?$/i.test(name));
  if (names.length === 0) throw refuse('There is no web archive (WARC) in this file.');
  const hashes = await hashesOf(archive);
  const listed = await listedPages(archive, hashes);
  for (const name of names)
    yield* openOne(
      () => warcWithin(archive, name, hashes, held),
      { ...input, largeFile: undefined, source: `${input.source}#${name}` },
      listed,
    );
}

async function* openOne(
  read: () => Promise<WarcBytes>,
  input: Input,
  listed: ReadonlySet<string>,
): AsyncGenerator<ImportedItem, void, void> {
  try {
    yield* openWarc({ ...input, ...(await read()) }, listed);
  } catch (cause) {
    if (!(cause instanceof CasebookError)) throw cause;
    yield { kind: 'refused', source: input.source, message: cause.message };
  }
}

type Hashes = ReadonlyMap<string, string>;

const lengthOf = (archive: Archive, wanted: string): number =>
  archive.entries.find(({ name }) => name === wanted)?.byteLength ?? 0;

async function readChecked(archive: Archive, name: string, hashes: Hashes): Promise<Uint8Array> {
  const bytes = await archive.read(name);
  checkHash(createHash('sha256').update(bytes), hashes.get(name));
  return bytes;
}

function checkHash(found: Hash, said: string | undefined): void {
  if (said !== undefined && said !== found.digest('hex'))
    throw refuse(
      'This part of the archive was changed after it was made: its hash is not the one that the archive states.',
    );
}

/** Large ones are unpacked piece by piece, each time anew. */
async function warcWithin(archive: Archive, name: string, hashes: Hashes, held: number): Promise<WarcBytes> {
  const byteLength = lengthOf(archive, name);
  if (byteLength <= held) return { bytes: await readChecked(archive, name, hashes) };
  const hash = createHash('sha256');
  let bytes: Uint8Array = new Uint8Array();
  for await (const piece of archive.pieces(name)) {
    hash.update(piece);
    if (bytes.byteLength === 0) bytes = piece;
  }
  checkHash(hash, hashes.get(name));
  return { bytes, largeFile: { byteLength, pieces: () => archive.pieces(name) } };
}

/** By name; only SHA-256 is looked at. */
async function hashesOf(archive: Archive): Promise<Hashes> {
  if (!archive.has('datapackage.json')) return new Map();
  const said = asJson(textOf(await readChecked(archive, 'datapackage.json', new Map())));
  const resources = isRecord(said) && Array.isArray(said['resources']) ? said['resources'] : [];
  return new Map(
    resources.filter(isRecord).flatMap(({ path, hash }): [string, string][] => {
      const value = /^sha256:([0-9a-f]{64})$/i.exec(String(hash))?.[1];
      return typeof path === 'string' && value !== undefined ? [[path, value.toLowerCase()]] : [];
    }),
  );
}

const listFiles = ['pages/pages.jsonl', 'pages/extraPages.jsonl'];
const mostListed = 200_000;

async function listedPages(archive: Archive, hashes: Hashes): Promise<ReadonlySet<string>> {
  const listed = new Set<string>();
  for (const name of listFiles.filter(archive.has)) {
    for (const line of textOf(await readChecked(archive, name, hashes)).split('\n')) {
      const page = asJson(line);
      const address = isRecord(page) ? page['url'] : undefined;
      if (typeof address === 'string' && listed.size < mostListed) listed.add(withoutFragment(address));
    }
  }
  return listed;
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Undefined for what is no JSON. */
function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
