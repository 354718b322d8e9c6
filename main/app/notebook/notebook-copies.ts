/** Copies of notebooks: of the open one to a place of the person's choice, and of a backup to go on with. */
import { existsSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import type { NotebookInfo } from '../../../shared/contract/notebook';
import { CasebookError } from '../../../shared/model/result';
import { listBackups } from '../data/backups';
import { askSave } from '../window/ask-path';
import { documents, type NotebookService, notebookFilters, withExtension } from './notebook-service';
import type { StoreClient } from './store-client';

/** Copies the open notebook to where the person says. Null: cancelled. One whose file is gone goes on in its copy. */
export async function copyNotebook(
  store: StoreClient,
  notebooks: NotebookService,
  notebook: NotebookInfo,
): Promise<{ path: string } | null> {
  const path = await askSave({
    title: 'Copy notebook',
    defaultPath: documents(`${notebook.title} copy.casebook`),
    filters: notebookFilters,
  });
  if (!path) return null;
  const target = withExtension(path);
  if (target === notebook.path)
    throw new CasebookError('conflict', 'A notebook cannot be copied onto itself.');
  await store.call('copyTo', { path: target });
  if (!existsSync(notebook.path)) await notebooks.open(target);
  return { path: target };
}

/** Copies a backup to where the person says and opens the copy: the backup itself stays as it is. Null: cancelled. */
export async function openBackup(notebooks: NotebookService, path: string): Promise<NotebookInfo | null> {
  const known = await listBackups();
  const backup = known.find((one) => one.path === path);
  if (!backup) throw new CasebookError('not-found', 'There is no such backup.');
  const target = await askSave({
    title: 'Save the backup as',
    defaultPath: documents(`${backup.title} restored.casebook`),
    filters: notebookFilters,
  });
  if (!target) return null;
  await copyFile(path, withExtension(target));
  return notebooks.open(withExtension(target));
}
