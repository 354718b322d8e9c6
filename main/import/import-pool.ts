/** Imports off the main thread: a queue of documents before a few threads. What happens to one document is `import-thread.ts`. */
import { CasebookError, type Result } from '../../shared/model/result';
import type { ImportRequest } from './import-document';
import { documentTimeoutMs } from './limits';
import type { ImportJob, ReadDocument } from './pool/import-job';
import { createImportThread, type ImportThread } from './pool/import-thread';

export type { ReadDocument } from './pool/import-job';

export type FileOptions = Partial<Pick<ImportRequest, 'mediaType' | 'encoding' | 'capturedAt'>>;
export type BytesRequest = Omit<ImportRequest, 'capturedAt'> & Partial<Pick<ImportRequest, 'capturedAt'>>;

export interface ImportPool {
  /** `capturedAt` is now unless given. Rejects with a `CasebookError`. */
  importFile(path: string, options?: FileOptions): Promise<ReadDocument>;
  /** As {@link importFile}, for what is no file: a paste, or bytes the notebook keeps. */
  importBytes(request: BytesRequest): Promise<ReadDocument>;
  /** Ends what is running and drops what waits: their promises reject with `cancelled`. The pool stays usable. */
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
  readonly settle: (result: Result<ReadDocument>) => void;
}

interface Pool {
  readonly threads: readonly ImportThread[];
  readonly waiting: Waiting[];
  closed: boolean;
}

/** `workerFile`: the bundled `import-worker`. Threads start with the first job. */
export function createImportPool(workerFile: string, options: PoolOptions = {}): ImportPool {
  const { size = 1, timeoutMs = documentTimeoutMs } = options;
  const threads = Array.from({ length: size }, () => createImportThread(workerFile, timeoutMs));
  const pool: Pool = { threads, waiting: [], closed: false };
  return {
    importFile: (path, chosen = {}) =>
      submit(pool, { kind: 'file', request: { capturedAt: now(), ...chosen, source: path } }),
    importBytes: (request) => submit(pool, { kind: 'bytes', request: { capturedAt: now(), ...request } }),
    cancel: () => cancelAll(pool),
    close: () => {
      pool.closed = true;
      return cancelAll(pool);
    },
  };
}

const now = (): string => new Date().toISOString();
const cancelled = { kind: 'error', code: 'cancelled', message: 'The import was cancelled.' } as const;

async function submit(pool: Pool, job: ImportJob): Promise<ReadDocument> {
  const result = await new Promise<Result<ReadDocument>>((settle) => {
    if (pool.closed) return settle(cancelled);
    pool.waiting.push({ job, settle });
    startWaiting(pool);
  });
  if (result.kind === 'ok') return result.value;
  throw new CasebookError(result.code, result.message);
}

function startWaiting(pool: Pool): void {
  for (const thread of pool.threads) {
    if (thread.isBusy()) continue;
    const next = pool.waiting.shift();
    if (next !== undefined) void runNext(pool, thread, next);
  }
}

async function runNext(pool: Pool, thread: ImportThread, { job, settle }: Waiting): Promise<void> {
  settle(await thread.run(job));
  startWaiting(pool);
}

async function cancelAll(pool: Pool): Promise<void> {
  for (const { settle } of pool.waiting.splice(0)) settle(cancelled);
  await Promise.all(pool.threads.map((thread) => thread.stop()));
}
