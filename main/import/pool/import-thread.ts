/**
 * One thread of the import pool: runs a job at a time in a worker, which is started with the first one. A job that takes
 * too long, or more memory than a worker has, costs the worker; the next job gets a fresh one.
 */
import { Worker } from 'node:worker_threads';
import type { Result } from '../../../shared/model/result';
import type { ImportAnswer, ImportCall, ImportJob, ReadDocument } from './import-job';

export interface ImportThread {
  readonly isBusy: () => boolean;
  /** Only while not busy. Never rejects. */
  readonly run: (job: ImportJob) => Promise<Result<ReadDocument>>;
  /** Ends the worker; a running job is answered with `cancelled`. */
  readonly stop: () => Promise<void>;
}

interface Running {
  readonly id: number;
  readonly settle: (result: Result<ReadDocument>) => void;
  readonly timer: NodeJS.Timeout;
}

interface State {
  readonly workerFile: string;
  readonly timeoutMs: number;
  worker: Worker | null;
  running: Running | null;
  lastId: number;
}

/** Deeply nested pages are read by recursion; Node's default of 4 MB is less than the limit on nesting asks for. */
const resourceLimits = { maxOldGenerationSizeMb: 1536, stackSizeMb: 16 };

export function createImportThread(workerFile: string, timeoutMs: number): ImportThread {
  const state: State = { workerFile, timeoutMs, worker: null, running: null, lastId: 0 };
  return {
    isBusy: () => state.running !== null,
    run: (job) => runJob(state, job),
    stop: () => abandon(state, { kind: 'error', code: 'cancelled', message: 'The import was cancelled.' }),
  };
}

function runJob(state: State, job: ImportJob): Promise<Result<ReadDocument>> {
  const worker = state.worker ?? startWorker(state);
  state.lastId += 1;
  const call: ImportCall = { id: state.lastId, job };
  return new Promise((settle) => {
    const timer = setTimeout(() => void abandon(state, tooLong(state.timeoutMs)), state.timeoutMs);
    state.running = { id: call.id, settle, timer };
    // An idle worker must not keep the program alive, a busy one must.
    worker.ref();
    worker.postMessage(call, []);
  });
}

function tooLong(timeoutMs: number): Result<ReadDocument> {
  const seconds = Math.round(timeoutMs / 1000);
  return refused(`It took too long to read (more than ${seconds} seconds).`);
}

function refused(message: string): Result<ReadDocument> {
  return { kind: 'error', code: 'import-refused', message };
}

function startWorker(state: State): Worker {
  const worker = new Worker(state.workerFile, { resourceLimits });
  worker.on('message', ({ id, result }: ImportAnswer) => {
    if (state.running?.id === id) finish(state, result);
  });
  const lose = (reason: string): void => {
    if (state.worker === worker) void abandon(state, refused(`It could not be read: ${reason}`));
  };
  worker.on('error', (cause: Error) => lose(cause.message));
  worker.on('exit', () => lose('the import stopped.'));
  state.worker = worker;
  return worker;
}

function finish(state: State, result: Result<ReadDocument>): void {
  const { running } = state;
  state.running = null;
  state.worker?.unref();
  if (running === null) return;
  clearTimeout(running.timer);
  running.settle(result);
}

async function abandon(state: State, result: Result<ReadDocument>): Promise<void> {
  const { worker } = state;
  state.worker = null;
  finish(state, result);
  await worker?.terminate();
}
