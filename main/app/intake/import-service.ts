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
import type { MergeReport } from '../../../shared/contract/program/merge';
import type { TableMapping, TablePreview } from '../../../shared/model/imported/table-mapping';
import { CasebookError } from '../../../shared/model/result';
import { greatestFileCount } from '../../import/limits';
import type { FileOptions, ImportPool } from '../../import/pool/import-pool';
import { isNotebookFile, rowOfMerge } from '../../import/run/notebook-files';
import type { ImportSource } from '../../import/run/run-import';
import { toCasebookError } from '../../store/core/errors';
import { isFatal } from '../../store/intake/fatal-errors';
import type { StoreClient } from '../notebook/store-client';
import { askOpen } from '../window/ask-path';
import { type CaptureService, createCaptureService } from './capture-service';
import { createImportPlans, type PlannedFile } from './import-plan';
import { createImportRun, type ImportRun, mustBeWritable } from './import-run';

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

export function createImportService(store: StoreClient, pool: ImportPool): ImportService {
  const run = createImportRun(store, pool);
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
    if (report.cancelled) return report;
    const merged = [];
    for (const file of notebooks) merged.push(await mergeNotebook(file));
    return { ...report, items: [...report.items, ...merged, ...more] };
  }

  /** All at once, in the store: one step to take back. */
  async function mergeNotebook({ path, choice }: PlannedFile): Promise<ImportItem> {
    const choices = choice?.kind === 'notebook' ? choice.choices : ({ prefer: 'ours' } as const);
    try {
      const call = { name: 'mergeNotebook', args: { path, choices }, coder: '' } as const;
      return rowOfMerge(path, (await store.call('command', call)) as MergeReport);
    } catch (cause) {
      if (isFatal(cause)) throw cause;
      const { message } = toCasebookError(cause);
      return { source: path, outcome: 'refused', articleId: null, title: '', message };
    }
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
    start,
    watched: (notebook, paths) =>
      run.start(
        notebook,
        paths.map((path) => fileSource(path)),
        true,
      ),
  };
}
