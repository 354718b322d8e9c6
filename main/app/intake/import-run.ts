/** One import at a time into the open notebook: read by the pool's threads, taken by the store's, told to the window. */

import type { NotebookInfo } from '../../../shared/contract/notebook';
import type { ImportProgress, ImportReport } from '../../../shared/contract/program/intake';
import { CasebookError } from '../../../shared/model/result';
import type { ImportPool } from '../../import/pool/import-pool';
import { type ImportSource, type RunningImport, runImport } from '../../import/run/run-import';
import type { StoreClient } from '../notebook/store-client';
import { tell } from '../window/bridge';

/** Throws `read-only` for a notebook that is open for reading only. */
export function mustBeWritable({ readOnly }: NotebookInfo): void {
  if (readOnly) throw new CasebookError('read-only', 'The notebook is open for reading only.');
}

export interface ImportRun {
  readonly isBusy: () => boolean;
  /** Throws `conflict` while another import runs. */
  readonly start: (
    notebook: NotebookInfo,
    sources: readonly ImportSource[],
    isWatched?: boolean,
  ) => Promise<ImportReport>;
  readonly pause: (paused: boolean) => void;
  /** Stops at once and waits until nothing more goes into the notebook. What went in stays. */
  readonly stop: () => Promise<void>;
}

/** The window is told so often at most: telling costs it a drawing. */
const leastMsBetween = 80;

function createTeller(isWatched: boolean): (progress: Omit<ImportProgress, 'isWatched'>) => void {
  let last = 0;
  let wasPaused = false;
  return (progress) => {
    const now = Date.now();
    if (now - last < leastMsBetween && progress.paused === wasPaused) return;
    last = now;
    wasPaused = progress.paused;
    tell({ kind: 'import', progress: { ...progress, isWatched } });
  };
}

export function createImportRun(store: StoreClient, pool: ImportPool): ImportRun {
  let running: RunningImport | null = null;

  async function start(
    notebook: NotebookInfo,
    sources: readonly ImportSource[],
    isWatched = false,
  ): Promise<ImportReport> {
    mustBeWritable(notebook);
    if (running) throw new CasebookError('conflict', 'An import is running already.');
    running = runImport(sources, {
      ahead: pool.size + 1,
      take: (intake, items) => store.call('takeItems', { intake, items }),
      end: (intake) => store.call('endIntake', { intake }),
      tell: createTeller(isWatched),
    });
    try {
      return await running.report;
    } finally {
      running = null;
    }
  }

  async function stop(): Promise<void> {
    const ending = running;
    if (!ending) return;
    ending.cancel();
    await pool.cancel();
    await ending.report.catch(() => undefined);
  }

  return { isBusy: () => running !== null, start, pause: (paused) => running?.pause(paused), stop };
}
