/**
 * The folder that is watched for the open notebook: what is new in it comes in by itself, one import at a time like any
 * other, and the window is told what came.
 */
import type { NotebookInfo } from '../../../shared/contract/notebook';
import type { WatchedFolder } from '../../../shared/contract/program/intake';
import { type FolderWatch, filesNow, watchFolder } from '../../import/run/watch-folder';
import { log } from '../data/log';
import { readSeen, setWatchedFolder, watchedFolderOf, writeSeen } from '../data/watched-folders';
import { askOpen } from '../window/ask-path';
import { tell } from '../window/bridge';
import { mustBeWritable } from './import-run';
import type { ImportService } from './import-service';

export interface WatchService {
  /** Another notebook is open, or none. */
  readonly follow: (notebook: NotebookInfo | null) => void;
  readonly current: (notebook: NotebookInfo) => WatchedFolder | null;
  /** Asks for the folder. Null: cancelled. */
  readonly choose: (notebook: NotebookInfo, takePresent: boolean) => Promise<WatchedFolder | null>;
  readonly forget: (notebook: NotebookInfo) => void;
}

const nothing = {
  items: [],
  extras: { passages: 0, changed: 0, filled: 0, tags: 0, notes: 0, entities: 0, events: 0 },
  cancelled: true,
} as const;

export function createWatchService(imports: ImportService): WatchService {
  let watch: FolderWatch | null = null;
  let broughtIn = 0;

  function stop(): void {
    watch?.stop();
    watch = null;
    broughtIn = 0;
  }

  /** Null while another import runs; what a stopped import did not come to is left. */
  async function bringIn(
    notebook: NotebookInfo,
    paths: readonly string[],
  ): Promise<readonly string[] | null> {
    if (imports.run.isBusy()) return null;
    try {
      const report = await imports.watched(notebook, paths);
      broughtIn += report.items.filter(({ outcome }) => outcome === 'imported').length;
      tell({ kind: 'brought-in', report });
      const came = new Set(report.items.map(({ source }) => source));
      return report.cancelled ? paths.filter((path) => came.has(path)) : paths;
    } catch (cause) {
      log.warn('the watched folder could not be brought in', String(cause));
      tell({ kind: 'brought-in', report: nothing });
      return [];
    }
  }

  function follow(notebook: NotebookInfo | null): void {
    stop();
    const folder = notebook && !notebook.readOnly ? watchedFolderOf(notebook.id) : null;
    if (!notebook || folder === null) return;
    const seen = readSeen(notebook.id);
    watch = watchFolder({
      folder,
      seen,
      bringIn: (paths) => bringIn(notebook, paths),
      changed: () => {
        writeSeen(notebook.id, seen);
        tell({ kind: 'watched-folder' });
      },
    });
  }

  function current(notebook: NotebookInfo): WatchedFolder | null {
    const folder = watchedFolderOf(notebook.id);
    return folder === null ? null : { folder, state: watch?.state() ?? 'off', broughtIn };
  }

  async function choose(notebook: NotebookInfo, takePresent: boolean): Promise<WatchedFolder | null> {
    mustBeWritable(notebook);
    const [folder] = await askOpen({ title: 'Watch a folder', properties: ['openDirectory'] });
    if (folder === undefined) return null;
    writeSeen(notebook.id, takePresent ? new Map() : await filesNow(folder));
    setWatchedFolder(notebook.id, folder);
    follow(notebook);
    tell({ kind: 'watched-folder' });
    return current(notebook);
  }

  function forget(notebook: NotebookInfo): void {
    stop();
    setWatchedFolder(notebook.id, null);
    tell({ kind: 'watched-folder' });
  }

  return { follow, current, choose, forget };
}
