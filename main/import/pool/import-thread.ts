/**
 * One thread of the import pool: runs a job at a time in a worker, which is started with the first one. A job of which an
 * item takes too long, or more memory than a worker has, costs the worker; the next job gets a fresh one.
 */
import { Worker } from 'node:worker_threads';
import { CasebookError } from '../../../shared/model/result';
import type { ImportAnswer, ImportCall, ImportJob, Told } from './import-job';

/** Where the items of a job go. */
export interface JobListener {
  readonly item: (item: Extract<ImportAnswer, { kind: 'item' }>['item']) => void;
  readonly told: (told: Told) => void;
  /** Once, after which the thread is free. */
  readonly end: (error?: CasebookError) => void;
}

export interface ImportThread {
  readonly isBusy: () => boolean;
  /** Only while not busy. The first item comes unasked. */
  readonly run: (job: ImportJob, listener: JobListener) => void;
  /** Asks for one item more; only after one came. */
  readonly askForMore: () => void;
  /** Ends the worker; a running job ends with `cancelled`. */
  readonly stop: () => Promise<void>;
}

interface Running {
  readonly id: number;
  readonly listener: JobListener;
  timer: NodeJS.Timeout | undefined;
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
    run: (job, listener) => runJob(state, job, listener),
    askForMore: () => {
      if (state.running) send(state, state.running, { kind: 'next', id: state.running.id });
    },
    stop: () => abandon(state, new CasebookError('cancelled', 'The import was cancelled.')),
  };
}

function runJob(state: State, job: ImportJob, listener: JobListener): void {
  state.worker ??= startWorker(state);
  state.lastId += 1;
  state.running = { id: state.lastId, listener, timer: undefined };
  // An idle worker must not keep the program alive, a busy one must.
  state.worker.ref();
  send(state, state.running, { kind: 'open', id: state.lastId, job });
}

/** Each item has its time: a file of thousands may take as long as it needs. */
function send(state: State, running: Running, call: ImportCall): void {
  beginTime(state, running);
  state.worker?.postMessage(call);
}

function beginTime(state: State, running: Running): void {
  clearTimeout(running.timer);
  running.timer = setTimeout(() => void abandon(state, tooLong(state.timeoutMs)), state.timeoutMs);
}

function tooLong(timeoutMs: number): CasebookError {
  const seconds = Math.round(timeoutMs / 1000);
  return refused(`It took too long to read (more than ${seconds} seconds).`);
}

const refused = (message: string): CasebookError => new CasebookError('import-refused', message);

function startWorker(state: State): Worker {
  const worker = new Worker(state.workerFile, { resourceLimits });
  worker.on('message', (answer: ImportAnswer) => {
    if (state.worker === worker) take(state, answer);
  });
  const lose = (reason: string): void => {
    if (state.worker === worker) void abandon(state, refused(`It could not be read: ${reason}`));
  };
  worker.on('error', (cause: Error) => lose(lossReason(cause)));
  worker.on('exit', () => lose('the import stopped.'));
  return worker;
}

function lossReason(cause: Error): string {
  if ('code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return 'it asks for more memory than an import has.';
  console.error(cause.stack);
  return 'something in it is not as it should be.';
}

function take(state: State, answer: ImportAnswer): void {
  const { running } = state;
  if (running?.id !== answer.id) return;
  if (answer.kind === 'alive') return beginTime(state, running);
  clearTimeout(running.timer);
  if (answer.kind === 'item') running.listener.item(answer.item);
  else if (answer.kind === 'failed') finish(state, new CasebookError(answer.code, answer.message));
  else {
    if (answer.kind === 'told') running.listener.told(answer.told);
    finish(state);
  }
}

function finish(state: State, error?: CasebookError): void {
  const { running } = state;
  state.running = null;
  state.worker?.unref();
  if (running === null) return;
  clearTimeout(running.timer);
  running.listener.end(error);
}

async function abandon(state: State, error: CasebookError): Promise<void> {
  const { worker } = state;
  state.worker = null;
  finish(state, error);
  await worker?.terminate();
}
