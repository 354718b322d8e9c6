import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { failureFrom } from './base/failure.mjs';
import { npm } from './base/npm.mjs';
import { step } from './base/report.mjs';
import { keepDependencies, takeKeptDependencies } from './kept-dependencies.mjs';

// The packages of the lock file, installed when the stamp beside them is not the lock file's. The stamp lies in
// node_modules, so that deleting the folder is always a way to start anew.

const STAMP = 'node_modules/.casebook-lock';

/** The stamp of the lock file as it is now. */
export function lockStamp(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** Whether node_modules holds what the lock file says. */
export function isInstalled(root) {
  const stamp = join(root, STAMP);
  return (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockStamp(root)) || isInstalledByHand(root);
}

/** `npm install` run by hand leaves npm's own copy of the lock file: the same packages mean that nothing is to do. */
function isInstalledByHand(root) {
  const own = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(own)) return false;
  const installed = JSON.parse(readFileSync(own, 'utf8')).packages;
  const { '': _, ...wanted } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => entry.optional || installed[path]?.integrity === entry.integrity,
  );
}

/**
 * Installs the dependencies by the lock file, if they are not there: from what another clone kept, else by npm.
 *
 * @param {string} root the repository
 * @param {{ executable: string, folder: string }} node
 */
export async function prepareDependencies(root, node) {
  if (isInstalled(root)) return;
  const stamp = lockStamp(root);
  await step('Installing the dependencies', async () => {
    if (await takeKeptDependencies(root, stamp)) return;
    await install(root, node);
    await keepDependencies(root, stamp);
  });
  writeFileSync(join(root, STAMP), stamp);
}

async function install(root, node) {
  const env = { ...process.env, PATH: `${node.folder}${delimiter}${process.env.PATH}` };
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error'];
  const result = await npm(args, { cwd: root, env, node: node.executable });
  if (result.code !== 0) throw failureFrom('Installing the dependencies (npm ci)', result.output);
}
