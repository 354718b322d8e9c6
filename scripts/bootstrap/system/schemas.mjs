import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cached } from '../base/cache.mjs';
import { failureFrom, SetupFailure } from '../base/failure.mjs';
import { say, step } from '../base/report.mjs';
import { capture } from '../base/run-program.mjs';

// Official schemas of formats that are written, for the tests, from the packages of Debian that bring them. They are no part of the
// project: a test without its schema says that it is skipped, and our own rules are run in any case.

/**
 * A package is taken from Debian's pool by its checksum, whatever release the machine has.
 *
 * @type {readonly { path: string, sha256: string, from: string, to: string }[]}
 *   `from`: the file or folder in the package, `to`: its name among the schemas
 */
const SOURCES = [
  {
    path: 'c/citation-style-language-schema/citation-style-language-schema_1.0.2-1_all.deb',
    sha256: '6d8f55aae9aa366fb4cb6827eaf629222cdc033b809e0697d8c30c3a9c319e0f',
    from: 'usr/share/citation-style-language/schema/schemas/input/csl-data.json',
    to: 'csl-data.json',
  },
  {
    path: 'f/fastkml/python3-fastkml_1.1.0-1_all.deb',
    sha256: '8f8bdf0e44c95f99bc59218bf202cac94e4728f8521c2d2d5e172a0e70a8d6bd',
    from: 'usr/lib/python3/dist-packages/fastkml/schema',
    to: 'kml-2.2',
  },
];
const POOL = 'http://deb.debian.org/debian/pool/main';
const PATIENCE_MS = 20_000;

/**
 * Folders, one for each package that could be had, fetched once per machine.
 *
 * @returns {Promise<readonly string[]>}
 */
export async function prepareSchemas() {
  if (process.platform !== 'linux') return [];
  const folders = await Promise.all(
    SOURCES.map((source) => prepareSchema(source).catch(tellAbsence(source))),
  );
  return folders.filter((folder) => folder !== undefined);
}

const tellAbsence = ({ to }) => {
  return ({ message }) =>
    say(`! The official schema ${to} could not be had, its tests are skipped: ${message}`);
};

function prepareSchema(source) {
  return cached(`schema-${source.to}-${source.sha256.slice(0, 12)}`, (folder) =>
    step(`Downloading the schema ${source.to}`, () => unpack(source, folder)),
  );
}

async function unpack(source, folder) {
  const scratch = await mkdtemp(join(tmpdir(), 'casebook-schema-'));
  try {
    const archive = join(scratch, 'package.deb');
    await writeFile(archive, await download(source));
    const files = join(scratch, 'files');
    await mkdir(files);
    const { code, output } = await capture('dpkg-deb', ['-x', archive, files]);
    if (code !== 0) throw failureFrom(`Unpacking ${source.path}`, output);
    await cp(join(files, source.from), join(folder, source.to), { recursive: true });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function download({ path, sha256 }) {
  const answer = await fetch(`${POOL}/${path}`, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!answer.ok) throw new SetupFailure(`${POOL}/${path}: ${answer.status}.`, 'The tests go on without it.');
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new SetupFailure(`${path} is not the file expected: wrong checksum.`, 'Nothing of it was used.');
  return bytes;
}
