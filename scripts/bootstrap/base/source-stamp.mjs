import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One value that changes with every added, removed or changed file in these files and folders; tests do not count.
 *
 * @param {string} root
 * @param {readonly string[]} paths from the root
 * @returns {string}
 */
export function stampOf(root, paths) {
  const hash = createHash('sha256');
  for (const path of paths) addToStamp(hash, root, path);
  return hash.digest('hex');
}

function addToStamp(hash, root, path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stat || /\.test\.tsx?$/.test(path)) return;
  if (!stat.isDirectory()) hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
  else for (const name of readdirSync(join(root, path)).sort()) addToStamp(hash, root, `${path}/${name}`);
}
