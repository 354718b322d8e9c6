/**
 * One import at a time: each document is read by its job, handed to the store, and reported. One bad file never stops the
 * rest; what concerns all of them (a full disk) does.
 */
import type { ImportItem, ImportReport } from '../../../shared/contract/app';
import type { NotebookInfo } from '../../../shared/contract/notebook';
import { CasebookError } from '../../../shared/model/result';
import type { ReadDocument } from '../../import/import-pool';
import { toCasebookError } from '../../store/core/errors';
import { tell } from '../window/bridge';
import type { StoreClient } from './store-client';

/** One thing to import: its name for the report, and how it is read. */
export interface Job {
  readonly source: string;
  readonly read: () => Promise<ReadDocument>;
}

/** Throws `read-only` for a notebook that is open for reading only. */
export function mustBeWritable({ readOnly }: NotebookInfo): void {
  if (readOnly) throw new CasebookError('read-only', 'The notebook is open for reading only.');
}

async function importOne(store: StoreClient, { source, read }: Job): Promise<ImportItem> {
  try {
    const { document, bytes } = await read();
    const { articleId, outcome } = await store.call('importDocument', { document, bytes });
    return {
      source,
      outcome,
      articleId,
      title: document.metadata.title,
      message: document.warnings.join(' '),
    };
  } catch (cause) {
    const { code, message } = toCasebookError(cause);
    if (code === 'disk-full' || code === 'read-only' || code === 'no-notebook') throw cause;
    return { source, outcome: 'refused', articleId: null, title: '', message };
  }
}

export interface ImportRun {
  readonly start: (notebook: NotebookInfo, jobs: () => Promise<readonly Job[]>) => Promise<ImportReport>;
  /** Stops after the document that is being read. */
  readonly cancel: () => void;
}

export function createImportRun(store: StoreClient): ImportRun {
  let running = false;
  let cancelled = false;

  async function importAll(jobs: readonly Job[]): Promise<ImportReport> {
    const items: ImportItem[] = [];
    for (const job of jobs) {
      if (cancelled) break;
      tell({ kind: 'import', done: items.length, total: jobs.length, current: job.source });
      items.push(await importOne(store, job));
    }
    return { items, cancelled };
  }

  async function start(notebook: NotebookInfo, jobs: () => Promise<readonly Job[]>): Promise<ImportReport> {
    mustBeWritable(notebook);
    if (running) throw new CasebookError('conflict', 'An import is running already.');
    running = true;
    cancelled = false;
    try {
      return await importAll(await jobs());
    } finally {
      running = false;
    }
  }

  const cancel = () => {
    cancelled = true;
  };
  return { start, cancel };
}
