/** The open notebook as the program sees it: making, opening and closing. Copies are in `notebook-copies.ts`. */
import { basename, extname, join } from 'node:path';
import { app } from 'electron';
import type { NotebookInfo } from '../../../shared/contract/notebook';
import { toCasebookError } from '../../store/core/errors';
import { backUp } from '../data/backups';
import { log } from '../data/log';
import { rememberRecent } from '../data/settings';
import { askOpen, askSave } from '../window/ask-path';
import { tell } from '../window/bridge';
import { mainWindow } from '../window/window';
import type { StoreClient } from './store-client';

export const notebookFilters = [{ name: 'Casebook notebooks', extensions: ['casebook'] }];

/** A notebook's file name says what it is. */
export function withExtension(path: string): string {
  return extname(path) === '.casebook' ? path : `${path}.casebook`;
}

const titleOf = (path: string) => basename(path, '.casebook');
/** A name in the person's documents, to begin a dialog with. */
export const documents = (name: string) => join(app.getPath('documents'), name);

export interface NotebookService {
  readonly current: () => NotebookInfo | null;
  readonly create: () => Promise<NotebookInfo | null>;
  readonly open: (path: string | undefined, readOnly?: boolean) => Promise<NotebookInfo | null>;
  readonly close: () => Promise<null>;
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
      filters: notebookFilters,
    });
    if (!path) return null;
    return opened(await store.call('create', { path: withExtension(path), title: titleOf(path) }));
  }

  async function open(asked: string | undefined, readOnly = false): Promise<NotebookInfo | null> {
    return asked === undefined ? openChosen() : openPath(asked, readOnly);
  }

  /** The window does not know the path that was chosen: it is told with the problem, for the ways out. */
  async function openChosen(): Promise<NotebookInfo | null> {
    const [path] = await askOpen({
      title: 'Open notebook',
      filters: notebookFilters,
      properties: ['openFile'],
    });
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

  return { current: () => current, create, open, close };
}
