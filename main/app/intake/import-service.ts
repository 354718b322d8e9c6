/**
 * Imports: finds the files, has each read by the import pool (other threads), hands what they bring to the store (another),
 * and tells the window how far it is. One bad file never stops the rest. At most one import runs at a time.
 */

import type { NotebookInfo } from '../../../shared/contract/notebook';
import type {
  ImportChoice,
  ImportItem,
  ImportPlan,
  ImportReport,
} from '../../../shared/contract/program/intake';
import type { MergePreview } from '../../../shared/contract/program/merge';
import type { TableMapping, TablePreview } from '../../../shared/model/imported/table-mapping';
import { CasebookError } from '../../../shared/model/result';
import { greatestFileCount } from '../../import/limits';
import type { FileOptions, ImportPool } from '../../import/pool/import-pool';
import { isNotebookFile } from '../../import/run/notebook-files';
import type { ImportSource } from '../../import/run/run-import';
import type { StoreClient } from '../notebook/store-client';
import { askOpen } from '../window/ask-path';
import { tell } from '../window/bridge';
import { type CaptureService, createCaptureService } from './capture-service';
import { createImportPlans, type PlannedFile } from './import-plan';
import { createImportRun, type ImportRun, mustBeWritable } from './import-run';
import { createMergeService } from './merge-service';

export interface ImportService extends CaptureService {
  readonly run: ImportRun;
  readonly pick: (notebook: NotebookInfo, what: 'files' | 'folder') => Promise<ImportPlan | null>;
  readonly plan: (notebook: NotebookInfo, paths: readonly string[]) => Promise<ImportPlan>;
  /** Throws `not-found` for a file that was not chosen. */
  readonly previewTable: (
    planId: string,
    path: string,
    mapping: TableMapping | null,
  ) => Promise<TablePreview>;
  /** Throws `not-found` for a file that was not chosen, and what the comparing throws. */
  readonly previewMerge: (planId: string, path: string, deleted?: 'leave' | 'bring') => Promise<MergePreview>;
  /** The files of a plan are not brought in after all. */
  readonly leavePlan: (planId: string) => Promise<null>;
  /** Stops at once whatever is going on, and waits until nothing more goes into the notebook. */
  readonly stop: () => Promise<void>;
  readonly start: (
    notebook: NotebookInfo,
    planId: string,
    choices: readonly ImportChoice[],
  ) => Promise<ImportReport>;
  /** Of the watched folder: nothing is asked, what has to be decided is guessed. */
  readonly watched: (notebook: NotebookInfo, paths: readonly string[]) => Promise<ImportReport>;
}

const tooManyFiles: ImportItem = {
  source: '',
  outcome: 'refused',
  articleId: null,
  title: 'More files',
  message: `Only the first ${greatestFileCount.toLocaleString('en')} files were taken. Import the others from the folders they are in.`,
};

/** Notebooks are merged, everything else is read. */
async function apart(files: readonly PlannedFile[]): Promise<{
  readonly readable: readonly PlannedFile[];
  readonly notebooks: readonly PlannedFile[];
}> {
  const readable: PlannedFile[] = [];
  const notebooks: PlannedFile[] = [];
  for (const file of files) ((await isNotebookFile(file.path)) ? notebooks : readable).push(file);
  return { readable, notebooks };
}

/** The panel shows the notebook that is being brought in; how far it is comes from the store. */
function tellMerge(current: string): void {
  const progress = { done: 0, total: 1, current, within: 0, refused: 0, paused: false, isWatched: false };
  tell({ kind: 'import', progress });
}

export function createImportService(store: StoreClient, pool: ImportPool): ImportService {
  const run = createImportRun(store, pool);
  const merges = createMergeService(store);
  const plans = createImportPlans(async (path) => {
    const told = await pool.ask(path, { kind: 'format' });
    return told.kind === 'format' ? told.name : '';
  });

  const fileSource = (path: string, options?: FileOptions): ImportSource => ({
    source: path,
    open: () => pool.openFile(path, options),
  });

  async function pick(notebook: NotebookInfo, what: 'files' | 'folder'): Promise<ImportPlan | null> {
    mustBeWritable(notebook);
    const chosen = await askOpen({
      title: 'Import',
      properties: what === 'files' ? ['openFile', 'multiSelections'] : ['openDirectory'],
    });
    return chosen.length === 0 ? null : plans.make(chosen);
  }

  async function plan(notebook: NotebookInfo, paths: readonly string[]): Promise<ImportPlan> {
    mustBeWritable(notebook);
    return plans.make(paths);
  }

  async function start(
    notebook: NotebookInfo,
    planId: string,
    choices: readonly ImportChoice[],
  ): Promise<ImportReport> {
    const files = plans.take(planId, choices);
    const more = files.length >= greatestFileCount ? [tooManyFiles] : [];
    const { readable, notebooks } = await apart(files);
    const report = await run.start(
      notebook,
      readable.map(({ path, choice }) =>
        fileSource(path, choice?.kind === 'table' ? { mapping: choice.mapping } : {}),
      ),
    );
    if (report.cancelled) {
      await merges.stop();
      return report;
    }
    const { items, cancelled } = await merges.mergeAll(notebooks, tellMerge);
    return { ...report, cancelled, items: [...report.items, ...items, ...more] };
  }

  return {
    ...createCaptureService(store, pool, run),
    run,
    pick,
    plan,
    previewTable: async (planId, path, mapping) => {
      plans.mustBePlanned(planId, path);
      const told = await pool.ask(path, { kind: 'table', mapping });
      if (told.kind !== 'table') throw new CasebookError('internal', 'This is no answer about a table.');
      return told.preview;
    },
    previewMerge: async (planId, path, deleted = 'leave') => {
      plans.mustBePlanned(planId, path);
      return merges.preview(path, deleted);
    },
    leavePlan: async (planId) => {
      if (plans.leave(planId)) await merges.endPreview();
      return null;
    },
    stop: async () => {
      await Promise.all([run.stop(), merges.stop()]);
    },
    start,
    watched: (notebook, paths) =>
      run.start(
        notebook,
        paths.map((path) => fileSource(path)),
        true,
      ),
  };
}
