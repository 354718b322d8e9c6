/**
 * A web archive collection (WACZ 1.1): a ZIP of WARC files with a list of the pages that were looked at and the hash of
 * every file. A file that is not what its hash says is not taken.
 */
import { createHash } from 'node:crypto';
import type { ImportedItem } from '../../../../shared/model/imported/imported-item';
import { CasebookError } from '../../../../shared/model/result';
import { type Archive, openArchive } from '../../archive/open-archive';
import type { FormatInput } from '../../formats/format';
import { refuse } from '../../formats/refuse';
import { openWarc } from './open-warc';
import { withoutFragment } from './page-choice';

type Input = Pick<FormatInput, 'bytes' | 'source' | 'capturedAt' | 'importWithin'>;

/** Throws `import-refused` for what holds no archive of pages. */
export async function* openWacz(input: Input): AsyncGenerator<ImportedItem, void, void> {
  const archive = await openArchive(input.bytes);
  const names = archive.entries
    .map(({ name }) => name)
    .filter((name) => /^archive\/[^/]+\.warc(?:\.gz)?$/i.test(name));
  if (names.length === 0) throw refuse('There is no web archive (WARC) in this file.');
  const hashes = await hashesOf(archive);
  const listed = await listedPages(archive, hashes);
  for (const name of names)
    yield* openOne(archive, name, { ...input, source: `${input.source}#${name}` }, hashes, listed);
}

async function* openOne(
  archive: Archive,
  name: string,
  input: Input,
  hashes: ReadonlyMap<string, string>,
  listed: ReadonlySet<string>,
): AsyncGenerator<ImportedItem, void, void> {
  try {
    const bytes = await readChecked(archive, name, hashes);
    yield* openWarc({ ...input, bytes }, listed);
  } catch (cause) {
    if (!(cause instanceof CasebookError)) throw cause;
    yield { kind: 'refused', source: input.source, message: cause.message };
  }
}

async function readChecked(
  archive: Archive,
  name: string,
  hashes: ReadonlyMap<string, string>,
): Promise<Uint8Array> {
  const bytes = await archive.read(name);
  const said = hashes.get(name);
  const found = createHash('sha256').update(bytes).digest('hex');
  if (said !== undefined && said !== found)
    throw refuse(
      'This part of the archive was changed after it was made: its hash is not the one that the archive states.',
    );
  return bytes;
}

/** By name; only SHA-256 is looked at. */
async function hashesOf(archive: Archive): Promise<ReadonlyMap<string, string>> {
  if (!archive.has('datapackage.json')) return new Map();
  const said = asJson(textOf(await archive.read('datapackage.json')));
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

async function listedPages(
  archive: Archive,
  hashes: ReadonlyMap<string, string>,
): Promise<ReadonlySet<string>> {
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
