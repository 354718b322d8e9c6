/**
 * The main process's end of the store worker: a call is a promise, topics that changed go to a listener. When the worker
 * dies every open call fails, the death is reported, and the next call starts a fresh worker.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Topic } from '../../../shared/contract/app';
import type { MergeStep } from '../../../shared/contract/program/merge';
import { CasebookError, type Result } from '../../../shared/model/result';
import { createCounters, createTickets } from '../../store/worker/overtaking';
import type {
  WorkerCallName,
  WorkerCalls,
  WorkerNews,
  WorkerReply,
  WorkerRequest,
} from '../../store/worker/worker-calls';
import { storeWorkerLimits } from '../../store/worker/worker-limits';

interface StoreListener {
  readonly changed: (topics: readonly Topic[]) => void;
  /** How far a merge is; null: it has ended. */
  readonly merging: (step: MergeStep | null) => void;
  /** The open notebook's file is another one now, by its number in the file system: the store has put it there. */
  readonly replaced: (inode: number) => void;
  /** A call is about to be made that writes to the open notebook. */
  readonly writing: () => void;
  readonly died: (error: Error) => void;
}

const writing: ReadonlySet<WorkerCallName> = new Set<WorkerCallName>([
  'command',
  'takeItems',
  'bringCapture',
  'replaceFromOriginal',
  'mergeNotebook',
]);

export interface StoreClient {
  readonly call: <N extends WorkerCallName>(
    name: N,
    args: WorkerCalls[N]['args'],
  ) => Promise<WorkerCalls[N]['value']>;
  /** Whether there is a thread: the first call starts it. */
  readonly isRunning: () => boolean;
  /** Closes the notebook and ends the thread; waits for what is under way. */
  readonly end: () => Promise<void>;
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

function settle({ resolve, reject }: Waiting, result: Result<unknown>): void {
  if (result.kind === 'ok') resolve(result.value as never);
  else reject(new CasebookError(result.code, result.message));
}

/** The channel of a query whose arguments name one. */
function channelOf(args: unknown): string | null {
  const query = typeof args === 'object' && args !== null && 'args' in args ? args.args : null;
  const channel = typeof query === 'object' && query !== null && 'channel' in query ? query.channel : null;
  return typeof channel === 'string' ? channel : null;
}

export function createStoreClient(listener: StoreListener): StoreClient {
  let worker: Worker | null = null;
  let lastId = 0;
  const waiting = new Map<number, Waiting>();
  const counters = createCounters();
  const ticketFor = createTickets(counters);

  function failAll(error: Error): void {
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    listener.died(error);
  }

  function take({ id, result, topics }: WorkerReply): void {
    const caller = waiting.get(id);
    waiting.delete(id);
    if (caller) settle(caller, result);
    if (topics.length > 0) listener.changed(topics);
  }

  function started(): Worker {
    if (worker) return worker;
    worker = new Worker(join(__dirname, 'store-worker.cjs'), {
      workerData: counters,
      resourceLimits: storeWorkerLimits,
    });
    worker.on('message', (message: WorkerReply | WorkerNews) => {
      if ('step' in message) listener.merging(message.step);
      else if ('replacedBy' in message) listener.replaced(message.replacedBy);
      else take(message);
    });
    worker.on('error', (error) =>
      failAll(new CasebookError('internal', `The store stopped: ${error.message}`, { cause: error })),
    );
    return worker;
  }

  const call: StoreClient['call'] = (name, args) =>
    new Promise((resolve, reject) => {
      if (writing.has(name)) listener.writing();
      const channel = channelOf(args);
      const ticket = channel === null ? undefined : ticketFor(channel);
      const request: WorkerRequest = { id: ++lastId, name, args, ticket };
      waiting.set(request.id, { resolve, reject });
      started().postMessage(request);
    });

  async function end(): Promise<void> {
    if (!worker) return;
    const ending = worker;
    await call('close', null);
    worker = null;
    await ending.terminate();
  }

  return { call, isRunning: () => worker !== null, end };
}
