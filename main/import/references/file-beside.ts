/**
 * A file that a list names, beside the list. Only what lies in the list's own folder or below is opened: a list from
 * elsewhere may name any file of this computer.
 */
import { realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { greatestByteLength } from '../limits';

/** Its real path; or why it is not opened, in words. */
export type FileBeside = { readonly path: string } | { readonly message: string };

/** `list`: the list's own path; absent for what is none. `named`: as the list writes it. */
export async function fileBeside(list: string | undefined, named: string): Promise<FileBeside> {
  if (list === undefined)
    return { message: 'Its file lies beside the list, which has no place on the disk.' };
  const folder = await realpath(dirname(list));
  const path = await realpath(resolve(folder, named)).catch(() => null);
  if (path === null) return { message: `Its file is not there: ${named}` };
  const within = relative(folder, path);
  if (within === '' || isAbsolute(within) || within.split(sep)[0] === '..')
    return { message: `Its file lies outside of the folder of the list, and is not opened: ${named}` };
  const found = await stat(path);
  if (!found.isFile()) return { message: `This is not a file: ${named}` };
  if (found.size > greatestByteLength) return { message: `Its file is too large: ${named}` };
  return { path };
}
