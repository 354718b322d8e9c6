import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cached, cacheFolder } from './base/cache.mjs';
import { failureFrom } from './base/failure.mjs';
import { capture } from './base/run-program.mjs';

// node_modules as `npm ci` made it, kept in the cache for the next clone: taken out of one file it costs a twentieth of the
// processor's time that npm takes. Not compressed, as that would cost more than it saves; one lock file's is kept.

const PREFIX = 'packages-';
const ARCHIVE = 'node_modules.tar';

const keyOf = (stamp) => `${PREFIX}${process.platform}-${process.arch}-${stamp.slice(0, 16)}`;

/**
 * Keeps node_modules for other clones with the same lock file. It is a help only: a full disk is no reason to stop.
 *
 * @param {string} root the repository, just installed
 * @param {string} stamp of its lock file
 */
export async function keepDependencies(root, stamp, cache = cacheFolder()) {
  const key = keyOf(stamp);
  try {
    await cached(key, (folder) => tar(['-cf', join(folder, ARCHIVE), '-C', root, 'node_modules']), cache);
    const older = readdirSync(cache).filter((name) => name.startsWith(PREFIX) && !name.startsWith(key));
    await Promise.all(older.map((name) => rm(join(cache, name), { recursive: true, force: true })));
  } catch {
    // The next clone asks npm.
  }
}

/**
 * Takes what was kept for this lock file, in the place of whatever is in node_modules.
 *
 * @returns {Promise<boolean>} whether it was there and whole
 */
export async function takeKeptDependencies(root, stamp, cache = cacheFolder()) {
  const folder = join(cache, keyOf(stamp));
  const archive = join(folder, ARCHIVE);
  if (!existsSync(archive)) return false;
  await rm(join(root, 'node_modules'), { recursive: true, force: true });
  try {
    await tar(['-xf', archive, '-C', root, '--no-same-owner']);
    return true;
  } catch {
    await rm(folder, { recursive: true, force: true });
    return false;
  }
}

async function tar(args) {
  const { code, output } = await capture('tar', args);
  if (code !== 0) throw failureFrom('Packing or unpacking the dependencies', output);
}
