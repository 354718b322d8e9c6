/**
 * One import at a time: each document is read by its job, handed to the store, and reported. One bad file never stops the
 * rest; what concerns all of them (a full disk) does.
 */
import type { ImportItem, ImportReport } from '../../../shared/contract/app';
import type { NotebookInfo } from '../../../shared/contract/notebook';
import { CasebookError } from '../../../shared/model/result';
import type { ReadDocument } from '../../import/pool/import-pool';
import { toCasebookError } from '../../store/core/errors';
import { tell } from '../window/bridge';
import type { StoreClient } from './store-client';

/** One thing to import: its name for the report, and how it is read. */
export interface Job {
  readonly source: string;
  readonly read: () => Promise<ReadDocument>;
  /** The article that it is a newer capture of; absent: that is found out. */
  readonly articleId?: string;
}

const passagesWord = (count: number) => (count === 1 ? '1 passage' : `${count} passages`);

/** What a newer capture did to the passages. */
function passagesMessage(orphaned: number, changed: number): string {
  const said = [
    ...(orphaned > 0 ? [`${passagesWord(orphaned)} lost ${orphaned === 1 ? 'its' : 'their'} words.`] : []),
    ...(changed > 0 ? [`The words of ${passagesWord(changed)} changed.`] : []),
  ];
  return said.join(' ');
}

/** Hands a document to the notebook. */
async function take(
  store: StoreClient,
  { document, bytes }: ReadDocument,
  articleId: string | undefined,
): Promise<Pick<ImportItem, 'outcome' | 'articleId'> & { readonly message: string }> {
  if (articleId === undefined) {
    const { orphaned = 0, changed = 0, ...done } = await store.call('importDocument', { document, bytes });
    return { ...done, message: passagesMessage(orphaned, changed) };
  }
  const { isNew, orphaned, changed } = await store.call('bringCapture', { articleId, document, bytes });
  return { articleId, outcome: isNew ? 'recaptured' : 'known', message: passagesMessage(orphaned, changed) };
}

/** Throws `read-only` for a notebook that is open for reading only. */
export function mustBeWritable({ readOnly }: NotebookInfo): void {
  if (readOnly) throw new CasebookError('read-only', 'The notebook is open for reading only.');
}

/** Null: stopped while it was being read. */
async function importOne(store: StoreClient, { source, read, articleId }: Job): Promise<ImportItem | null> {
  try {
    const found = await read();
    const { message, ...done } = await take(store, found, articleId);
    const { metadata, warnings } = found.document;
    return {
      source,
      ...done,
      title: metadata.title,
      message: [message, ...warnings].filter(Boolean).join(' '),
    };
  } catch (cause) {
    const { code, message } = toCasebookError(cause);
    if (code === 'cancelled') return null;
    if (code === 'disk-full' || code === 'read-only' || code === 'no-notebook') throw cause;
    return { source, outcome: 'refused', articleId: null, title: '', message };
  }
}

export interface ImportRun {
  readonly start: (notebook: NotebookInfo, jobs: () => Promise<readonly Job[]>) => Promise<ImportReport>;
  /** Stops at once and waits until nothing more goes into the notebook. What went in stays. */
  readonly stop: () => Promise<void>;
}

/** `stopReading` gives up the document that is being read. */
export function createImportRun(store: StoreClient, stopReading: () => Promise<void>): ImportRun {
  let running: Promise<ImportReport> | null = null;
  let cancelled = false;

  async function importAll(jobs: readonly Job[]): Promise<ImportReport> {
    const items: ImportItem[] = [];
    for (const job of jobs) {
      if (cancelled) break;
      tell({ kind: 'import', done: items.length, total: jobs.length, current: job.source });
      const item = await importOne(store, job);
      if (item) items.push(item);
    }
    return { items, cancelled };
  }

  async function start(notebook: NotebookInfo, jobs: () => Promise<readonly Job[]>): Promise<ImportReport> {
    mustBeWritable(notebook);
    if (running) throw new CasebookError('conflict', 'An import is running already.');
    cancelled = false;
    running = jobs().then(importAll);
    try {
      return await running;
    } finally {
      running = null;
    }
  }

  async function stop(): Promise<void> {
    const ending = running;
    if (!ending) return;
    cancelled = true;
    await stopReading();
    await ending.catch(() => undefined);
  }

  return { start, stop };
}
