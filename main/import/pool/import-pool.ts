/**
 * Imports off the main thread: a queue of jobs before a few threads, whose items are handed on as they are taken. What
 * happens to one job is `pool/import-thread.ts`.
 */
import type { ImportedItem } from '../../../shared/model/imported/imported-item';
import { CasebookError } from '../../../shared/model/result';
import { refuse } from '../formats/refuse';
import type { ImportRequest } from '../import-document';
import { documentTimeoutMs } from '../limits';
import type { ImportJob, Question, ReadDocument, Told } from './import-job';
import { createImportThread, type ImportThread, type JobListener } from './import-thread';
import { createItemQueue } from './item-queue';

export type { ReadDocument } from './import-job';

export type FileOptions = Partial<Pick<ImportRequest, 'mediaType' | 'encoding' | 'capturedAt' | 'mapping'>>;
export type BytesRequest = Omit<ImportRequest, 'capturedAt'> & Partial<Pick<ImportRequest, 'capturedAt'>>;
/** What a file brings. The job is begun at once, and goes on as its items are taken. Throws a `CasebookError`. */
export type ImportedItems = AsyncIterableIterator<ImportedItem>;

export interface ImportPool {
  /** Jobs that can run at once. */
  readonly size: number;
  /** All that a file brings. `capturedAt` is now unless given. */
  openFile(path: string, options?: FileOptions): ImportedItems;
  /** As {@link openFile}, for what is no file: a paste, or bytes the notebook keeps. */
  openBytes(request: BytesRequest): ImportedItems;
  /** A file that is one article. Rejects with a `CasebookError`. */
  importFile(path: string, options?: FileOptions): Promise<ReadDocument>;
  /** As {@link importFile}. */
  importBytes(request: BytesRequest): Promise<ReadDocument>;
  /** Asks something of a file without bringing it in. Rejects with a `CasebookError`. */
  ask(path: string, question: Question): Promise<Told>;
  /** Ends what is running and drops what waits: they end with `cancelled`. The pool stays usable. */
  cancel(): Promise<void>;
  /** Cancels, and refuses anything new. */
  close(): Promise<void>;
}

export interface PoolOptions {
  /** Number of threads. */
  readonly size?: number;
  readonly timeoutMs?: number;
}

interface Waiting {
  readonly job: ImportJob;
  readonly listener: JobListener;
  thread: ImportThread | null;
  left: boolean;
}

interface Pool {
  readonly threads: readonly ImportThread[];
  readonly waiting: Waiting[];
  closed: boolean;
}

/** Threads that leave the window and the notebook a core each. More than four readers wait for the notebook anyway. */
export function threadCount(cores: number): number {
  return Math.min(4, Math.max(1, cores - 2));
}

/** `workerFile`: the bundled `import-worker`. Threads start with the first job. */
export function createImportPool(workerFile: string, options: PoolOptions = {}): ImportPool {
  const { size = 1, timeoutMs = documentTimeoutMs } = options;
  const threads = Array.from({ length: size }, () => createImportThread(workerFile, timeoutMs));
  const pool: Pool = { threads, waiting: [], closed: false };
  const openFile: ImportPool['openFile'] = (path, chosen = {}) =>
    submit(pool, { kind: 'file', request: { capturedAt: now(), ...chosen, source: path, path } });
  const openBytes: ImportPool['openBytes'] = (request) =>
    submit(pool, { kind: 'bytes', request: { capturedAt: now(), ...request } });
  return {
    size,
    openFile,
    openBytes,
    importFile: (path, chosen) => onlyArticle(openFile(path, chosen)),
    importBytes: (request) => onlyArticle(openBytes(request)),
    ask: (path, question) => submitQuestion(pool, { kind: 'ask', path, question }),
    cancel: () => cancelAll(pool),
    close: () => {
      pool.closed = true;
      return cancelAll(pool);
    },
  };
}

const now = (): string => new Date().toISOString();

const cancelled = () => new CasebookError('cancelled', 'The import was cancelled.');

async function onlyArticle(items: ImportedItems): Promise<ReadDocument> {
  let found: ReadDocument | null = null;
  for await (const item of items) {
    if (item.kind !== 'article' || found) throw refuse('This file brings more than one article.');
    found = { document: item.document, bytes: item.bytes };
  }
  if (!found) throw refuse('There is no article in it.');
  return found;
}

function submit(pool: Pool, job: ImportJob): ImportedItems {
  const queue = createItemQueue(
    () => waiting.thread?.askForMore(),
    () => {
      waiting.left = true;
      void waiting.thread?.stop();
    },
  );
  const listener = { item: queue.push, told: () => {}, end: queue.end };
  const waiting: Waiting = { job, listener, thread: null, left: false };
  enqueue(pool, waiting);
  return queue.items;
}

function submitQuestion(pool: Pool, job: ImportJob): Promise<Told> {
  return new Promise((resolve, reject) => {
    const end = (error?: CasebookError) => reject(error ?? cancelled());
    enqueue(pool, { job, listener: { item: () => {}, told: resolve, end }, thread: null, left: false });
  });
}

function enqueue(pool: Pool, waiting: Waiting): void {
  if (pool.closed) return waiting.listener.end(cancelled());
  pool.waiting.push(waiting);
  startWaiting(pool);
}

function startWaiting(pool: Pool): void {
  for (const thread of pool.threads) {
    if (thread.isBusy()) continue;
    const next = nextWaiting(pool);
    if (next !== undefined) run(pool, thread, next);
  }
}

function nextWaiting(pool: Pool): Waiting | undefined {
  const next = pool.waiting.shift();
  return next?.left ? nextWaiting(pool) : next;
}

function run(pool: Pool, thread: ImportThread, waiting: Waiting): void {
  waiting.thread = thread;
  const { listener } = waiting;
  thread.run(waiting.job, {
    ...listener,
    end: (error) => {
      waiting.thread = null;
      listener.end(error);
      startWaiting(pool);
    },
  });
}

async function cancelAll(pool: Pool): Promise<void> {
  for (const { listener } of pool.waiting.splice(0)) listener.end(cancelled());
  await Promise.all(pool.threads.map((thread) => thread.stop()));
}
