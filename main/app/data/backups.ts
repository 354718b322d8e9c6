/**
 * Rolling copies of a notebook, one for each time it was opened for writing, in the program's data folder. They are
 * listed for all notebooks together: the one a person wants may be too damaged to say which it is.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app } from 'electron';
import type { Backup } from '../../../shared/contract/app';
import type { NotebookInfo } from '../../../shared/contract/notebook';

const backupsKept = 10;

const root = () => join(app.getPath('userData'), 'backups');

/** File names have at most 255 bytes on most systems, and a character at most 3 (a surrogate less). */
const titleCharacters = 70;

/** `2026-11-22T19-28-00.000Z Harbour.casebook`: sorts by time, says which notebook. */
function fileName(title: string): string {
  const safe = title.replace(/[^\p{L}\p{N} ._-]/gu, '_').slice(0, titleCharacters);
  return `${new Date().toISOString().replaceAll(':', '-')} ${safe}.casebook`;
}

const titleOf = (path: string) => basename(path, '.casebook').split(' ').slice(1).join(' ');

async function backupsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith('.casebook'))
    .sort()
    .map((name) => join(folder, name));
}

/** What a program that was ended in the middle of a copy has left. */
function removePartial(folder: string): void {
  const names = readdirSync(folder).filter((name) => name.endsWith('.partial'));
  for (const name of names) rmSync(join(folder, name), { force: true });
}

/**
 * Makes a copy by `copyTo`, which is called before this returns: what is written afterwards is not in the copy. Lets the
 * notebook's oldest beyond the last ten go.
 */
export async function backUp(
  notebook: NotebookInfo,
  copyTo: (path: string) => Promise<unknown>,
): Promise<void> {
  const folder = join(root(), notebook.id);
  mkdirSync(folder, { recursive: true });
  removePartial(folder);
  await copyTo(join(folder, fileName(notebook.title)));
  const paths = await backupsIn(folder);
  await Promise.all(paths.slice(0, -backupsKept).map((path) => rm(path)));
}

async function describeBackup(path: string): Promise<Backup> {
  const { size, mtime } = await stat(path);
  return { path, title: titleOf(path), madeAt: mtime.toISOString(), byteLength: size };
}

/** Every copy there is, newest first. */
export async function listBackups(): Promise<Backup[]> {
  const folders = await readdir(root()).catch(() => []);
  const paths = (await Promise.all(folders.map((folder) => backupsIn(join(root(), folder))))).flat();
  const backups = await Promise.all(paths.map(describeBackup));
  return backups.sort((a, b) => b.madeAt.localeCompare(a.madeAt));
}
