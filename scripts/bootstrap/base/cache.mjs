import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { failureFrom } from './failure.mjs';

/** The folder for what is fetched or compiled once per machine: `$XDG_CACHE_HOME/casebook` or `~/.cache/casebook`. */
export function cacheFolder(env = process.env) {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'casebook');
}

/** Whether a folder of this name is in the cache. */
export function isCached(key) {
  return existsSync(join(cacheFolder(), key));
}

/**
 * A folder in the cache, made by `build` if it is not there. It is built under another name and renamed, so that a
 * folder with the right name is always whole, also when two start at once or one is killed.
 *
 * @param {string} key names all that the content depends on, e.g. "node-24.21.0-linux-x64"
 * @param {(folder: string) => Promise<void>} build fills the folder it is given
 * @param {string} [root]
 * @returns {Promise<string>}
 */
export async function cached(key, build, root = cacheFolder()) {
  const folder = join(root, key);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await mkdir(draft, { recursive: true });
    await build(draft);
    await renameOrKeepTheOther(draft, folder);
    return folder;
  } catch (error) {
    throw error.code ? failureFrom(`Writing ${folder}`, `${error.code} ${error.message}`) : error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function renameOrKeepTheOther(draft, folder) {
  try {
    await rename(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}
