/** Rolling copies of a notebook, one for each time it was opened for writing, in the program's data folder. */
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import type { Backup } from '../../shared/contract/app';
import type { NotebookInfo } from '../../shared/contract/notebook';

const backupsKept = 10;

const folderOf = (notebookId: string) => join(app.getPath('userData'), 'backups', notebookId);

/** Makes a copy by `copyTo` and lets the oldest beyond the last ten go. */
export async function backUp(notebook: NotebookInfo, copyTo: (path: string) => Promise<unknown>): Promise<void> {
  const folder = folderOf(notebook.id);
  await mkdir(folder, { recursive: true });
  await copyTo(join(folder, `${new Date().toISOString().replaceAll(':', '-')}.casebook`));
  const names = (await readdir(folder)).filter((name) => name.endsWith('.casebook')).sort();
  await Promise.all(names.slice(0, -backupsKept).map((name) => rm(join(folder, name))));
}

/** The copies of one notebook, newest first. */
export async function listBackups(notebook: NotebookInfo): Promise<Backup[]> {
  const folder = folderOf(notebook.id);
  const names = await readdir(folder).catch(() => []);
  const backups = await Promise.all(
    names.filter((name) => name.endsWith('.casebook')).map(async (name) => {
      const path = join(folder, name);
      const { size, mtime } = await stat(path);
      return { path, title: notebook.title, madeAt: mtime.toISOString(), byteLength: size };
    }),
  );
  return backups.sort((a, b) => b.madeAt.localeCompare(a.madeAt));
}
