/**
 * A file that a list names, beside the list. Only what lies in the list's own folder or below is opened: a list from
 * elsewhere may name any file of this computer.
 */
import { realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { greatestByteLength } from '../limits';
import { namedPaths } from './named-paths';

/** Its real path; or why it is not opened, in words. */
export type FileBeside = { readonly path: string } | { readonly message: string };

async function firstThere(paths: readonly string[]): Promise<string | null> {
  for (const path of paths) {
    const found = await realpath(path).catch(() => null);
    if (found !== null) return found;
  }
  return null;
}

/** Letters of a name in a message. */
const longestNamed = 300;

/** `list`: the list's own path; absent for what is none. `named`: as the list writes it. */
export async function fileBeside(list: string | undefined, named: string): Promise<FileBeside> {
  if (list === undefined)
    return { message: 'Its file lies beside the list, which has no place on the disk.' };
  const folder = await realpath(dirname(list));
  const path = await firstThere(namedPaths(named).map((way) => resolve(folder, way)));
  if (path === null) return { message: `Its file is not there: “${named.slice(0, longestNamed)}”.` };
  const within = relative(folder, path);
  if (within === '' || isAbsolute(within) || within.split(sep)[0] === '..')
    return {
      message: `Its file lies outside of the folder of the list, and is not opened: “${named.slice(0, longestNamed)}”.`,
    };
  const found = await stat(path);
  if (!found.isFile()) return { message: `This is not a file: “${named.slice(0, longestNamed)}”.` };
  if (found.size > greatestByteLength)
    return { message: `Its file is too large: “${named.slice(0, longestNamed)}”.` };
  return { path };
}
