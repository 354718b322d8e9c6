/** The open notebook as the program sees it: opening, closing, copying, its backups. Dialogs ask the person where. */
import { copyFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { app, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import type { NotebookInfo } from '../../../shared/contract/notebook';
import { CasebookError } from '../../../shared/model/result';
import { toCasebookError } from '../../store/core/errors';
import { backUp, listBackups } from '../data/backups';
import { log } from '../data/log';
import { rememberRecent } from '../data/settings';
import { tell } from '../window/bridge';
import { mainWindow } from '../window/window';
import type { StoreClient } from './store-client';

const filters = [{ name: 'Casebook notebooks', extensions: ['casebook'] }];

export async function askSave(options: SaveDialogOptions): Promise<string | null> {
  const window = mainWindow();
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  return canceled || !filePath ? null : filePath;
}

export async function askOpen(options: OpenDialogOptions): Promise<readonly string[]> {
  const window = mainWindow();
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return canceled ? [] : filePaths;
}

/** A notebook's file name says what it is. */
function withExtension(path: string): string {
  return extname(path) === '.casebook' ? path : `${path}.casebook`;
}

const titleOf = (path: string) => basename(path, '.casebook');
const documents = (name: string) => join(app.getPath('documents'), name);

export interface NotebookService {
  readonly current: () => NotebookInfo | null;
  readonly create: () => Promise<NotebookInfo | null>;
  readonly open: (path: string | undefined, readOnly?: boolean) => Promise<NotebookInfo | null>;
  readonly close: () => Promise<null>;
  readonly copy: () => Promise<{ path: string } | null>;
  readonly openBackup: (path: string) => Promise<NotebookInfo | null>;
}

export function createNotebookService(store: StoreClient): NotebookService {
  let current: NotebookInfo | null = null;

  function now(notebook: NotebookInfo | null): NotebookInfo | null {
    current = notebook;
    mainWindow()?.setTitle(notebook ? `${notebook.title} – Casebook` : 'Casebook');
    tell({ kind: 'notebook', notebook });
    return notebook;
  }

  function opened(notebook: NotebookInfo): NotebookInfo | null {
    rememberRecent(notebook.path, notebook.title);
    if (!notebook.readOnly) {
      backUp(notebook, (path) => store.call('copyTo', { path })).catch((error: unknown) =>
        log.warn('no backup was made', String(error)),
      );
    }
    return now(notebook);
  }

  async function create(): Promise<NotebookInfo | null> {
    const path = await askSave({
      title: 'New notebook',
      defaultPath: documents('Notebook.casebook'),
      filters,
    });
    if (!path) return null;
    return opened(await store.call('create', { path: withExtension(path), title: titleOf(path) }));
  }

  async function open(asked: string | undefined, readOnly = false): Promise<NotebookInfo | null> {
    return asked === undefined ? openChosen() : openPath(asked, readOnly);
  }

  /** The window does not know the path that was chosen: it is told with the problem, for the ways out. */
  async function openChosen(): Promise<NotebookInfo | null> {
    const [path] = await askOpen({ title: 'Open notebook', filters, properties: ['openFile'] });
    if (!path) return null;
    try {
      return await openPath(path, false);
    } catch (cause) {
      const { code, message } = toCasebookError(cause);
      tell({ kind: 'problem', code, message, path });
      return null;
    }
  }

  async function openPath(path: string, readOnly: boolean): Promise<NotebookInfo | null> {
    if (current?.path === path && current.readOnly === readOnly) return now(current);
    return opened(await store.call('open', { path, readOnly }));
  }

  async function close(): Promise<null> {
    await store.call('close', null);
    now(null);
    return null;
  }

  async function copy(): Promise<{ path: string } | null> {
    const notebook = mustBeOpen();
    const path = await askSave({
      title: 'Copy notebook',
      defaultPath: documents(`${notebook.title} copy.casebook`),
      filters,
    });
    if (!path) return null;
    const target = withExtension(path);
    if (target === notebook.path)
      throw new CasebookError('conflict', 'A notebook cannot be copied onto itself.');
    await store.call('copyTo', { path: target });
    return { path: target };
  }

  function mustBeOpen(): NotebookInfo {
    if (!current) throw new CasebookError('no-notebook', 'No notebook is open.');
    return current;
  }

  async function openBackup(path: string): Promise<NotebookInfo | null> {
    const known = await listBackups();
    const backup = known.find((one) => one.path === path);
    if (!backup) throw new CasebookError('not-found', 'There is no such backup.');
    const target = await askSave({
      title: 'Save the backup as',
      defaultPath: documents(`${backup.title} restored.casebook`),
      filters,
    });
    if (!target) return null;
    await copyFile(path, withExtension(target));
    return open(withExtension(target));
  }

  return { current: () => current, create, open, close, copy, openBackup };
}
