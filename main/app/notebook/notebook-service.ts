/** The open notebook as the program sees it: making, opening and closing. Copies are in `notebook-copies.ts`. */
import { existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { app } from 'electron';
import type { NotebookInfo } from '../../../shared/contract/notebook';
import { toCasebookError } from '../../store/core/errors';
import { log } from '../data/log';
import { rememberRecent } from '../data/settings';
import { askOpen, askSave } from '../window/ask-path';
import { tell } from '../window/bridge';
import { mainWindow } from '../window/window';
import { createBackupPlan } from './backup-plan';
import type { StoreClient } from './store-client';
import { type FileWatch, watchNotebookFile } from './watch-file';

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
  /** The open notebook, after what is being opened now. */
  readonly settled: () => Promise<NotebookInfo | null>;
  /** Something is about to be written to it. */
  readonly beforeWriting: () => void;
  /** Ends what goes on with it, before it is closed. */
  readonly leave: () => Promise<void>;
  readonly create: () => Promise<NotebookInfo | null>;
  readonly open: (path: string | undefined, readOnly?: boolean) => Promise<NotebookInfo | null>;
  readonly close: () => Promise<null>;
  /** The store has put another file in the place of the open notebook's. */
  readonly replaced: (inode: number) => void;
}

function tellGone({ path }: NotebookInfo): void {
  log.warn('the file of the open notebook is gone');
  const message = 'It was moved, replaced or deleted while it was open here. Save a copy to go on with.';
  tell({ kind: 'problem', code: 'file-missing', message, path });
}

function tellFailed(cause: unknown, path: string): void {
  const { code, message } = toCasebookError(cause);
  tell({ kind: 'problem', code, message, path });
}

const newFile = () => ({
  title: 'New notebook',
  defaultPath: documents('Notebook.casebook'),
  filters: notebookFilters,
});
const oneFile: Parameters<typeof askOpen>[0] = {
  title: 'Open notebook',
  filters: notebookFilters,
  properties: ['openFile'],
};

/** The window does not know the path that was chosen: it is told with the problem, for the ways out. */
async function openChosen(
  openPath: (path: string) => Promise<NotebookInfo | null>,
): Promise<NotebookInfo | null> {
  const [path] = await askOpen(oneFile);
  if (!path) return null;
  try {
    return await openPath(path);
  } catch (cause) {
    tellFailed(cause, path);
    return null;
  }
}

type Entered = (notebook: NotebookInfo | null) => void;

/** Which notebook is open: the window and `entered` are told of each that is. */
function createCurrent(entered: Entered) {
  let current: NotebookInfo | null = null;
  let watch: FileWatch | null = null;

  function now(notebook: NotebookInfo | null): NotebookInfo | null {
    current = notebook;
    watch?.stop();
    watch = notebook && watchNotebookFile(notebook.path, () => tellGone(notebook));
    mainWindow()?.setTitle(notebook ? `${notebook.title} – Casebook` : 'Casebook');
    tell({ kind: 'notebook', notebook });
    entered(notebook);
    return notebook;
  }

  const replaced = (inode: number): void => watch?.expect(inode);
  return { get: () => current, now, replaced };
}

/** `stop` ends what still writes to the open notebook: waited for before another takes its place. `entered` is told of that. */
export function createNotebookService(
  store: StoreClient,
  stop: () => Promise<void>,
  entered: Entered,
): NotebookService {
  const current = createCurrent(entered);
  let opening: Promise<NotebookInfo | null> | null = null;
  const backup = createBackupPlan((path) => store.call('copyTo', { path }));

  function opened(notebook: NotebookInfo): NotebookInfo | null {
    rememberRecent(notebook.path, notebook.title);
    backup.giveUp();
    if (!notebook.readOnly) backup.begin(notebook);
    return current.now(notebook);
  }

  async function leave(): Promise<void> {
    backup.giveUp();
    await stop();
  }

  /** Where it fails, the notebook from before stays open, and what was to be done beside it is. */
  async function enter(call: () => Promise<NotebookInfo>): Promise<NotebookInfo | null> {
    const before = current.get();
    const wasPlanned = backup.giveUp();
    await stop();
    const notebook = await call().catch((cause: unknown) => {
      if (before && wasPlanned) backup.begin(before);
      entered(before);
      throw cause;
    });
    return opened(notebook);
  }

  async function create(): Promise<NotebookInfo | null> {
    const path = await askSave(newFile());
    if (!path) return null;
    return enter(() => store.call('create', { path: withExtension(path), title: titleOf(path) }));
  }

  async function open(asked: string | undefined, readOnly = false): Promise<NotebookInfo | null> {
    return asked === undefined ? openChosen((path) => openPath(path, false)) : openPath(asked, readOnly);
  }

  function openPath(path: string, readOnly: boolean): Promise<NotebookInfo | null> {
    opening = openNow(path, readOnly);
    return opening;
  }

  async function openNow(path: string, readOnly: boolean): Promise<NotebookInfo | null> {
    const open = current.get();
    const isOpen = open?.path === path && open.readOnly === readOnly && existsSync(path);
    if (isOpen) return current.now(open);
    return enter(() => store.call('open', { path, readOnly }));
  }

  async function close(): Promise<null> {
    await leave();
    await store.call('close', null);
    current.now(null);
    return null;
  }

  const settled = async (): Promise<NotebookInfo | null> => {
    // Who opens it says what went wrong.
    await opening?.catch(() => null);
    return current.get();
  };
  return {
    current: current.get,
    settled,
    beforeWriting: backup.makeNow,
    leave,
    create,
    open,
    close,
    replaced: current.replaced,
  };
}
