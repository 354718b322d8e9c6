/** The store worker as the application builds and starts it, for measuring what the window waits for: the answer, copied to this side. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createCounters, createTickets } from '../../main/store/worker/overtaking';
import type { WorkerReply } from '../../main/store/worker/worker-calls';
import { storeWorkerLimits } from '../../main/store/worker/worker-limits';
import type { QueryArgs, QueryName, QueryValue } from '../../shared/contract';

const built = resolve('out/main/store-worker.cjs');

/** The worker with a notebook open for reading. */
export interface StoreWorker {
  readonly query: <N extends QueryName>(name: N, args: QueryArgs<N>) => Promise<QueryValue<N>>;
  /** Milliseconds that opening took. */
  readonly openedIn: number;
  readonly end: () => Promise<void>;
}

/** Starts a worker and opens a notebook in it. */
export async function startStoreWorker(path: string): Promise<StoreWorker> {
  if (!existsSync(built)) throw new Error('The program is not built: npm run build');
  const counters = createCounters();
  const ticketFor = createTickets(counters);
  const worker = new Worker(built, { workerData: counters, resourceLimits: storeWorkerLimits });
  const waiting = new Map<number, { done: (value: never) => void; failed: (error: Error) => void }>();
  let lastId = 0;
  worker.on('message', ({ id, result }: WorkerReply) => {
    const caller = waiting.get(id);
    waiting.delete(id);
    if (result.kind === 'ok') caller?.done(result.value as never);
    else caller?.failed(new Error(`${result.code}: ${result.message}`));
  });
  const call = (name: string, args: unknown, channel?: string) =>
    new Promise<never>((done, failed) => {
      waiting.set(++lastId, { done, failed });
      const ticket = channel === undefined ? undefined : ticketFor(channel);
      worker.postMessage({ id: lastId, name, args, ticket });
    });
  const start = performance.now();
  await call('open', { path, readOnly: true });
  const openedIn = performance.now() - start;
  return {
    openedIn,
    query: (name, args) =>
      call('query', { name, args }, 'channel' in args ? String(args.channel) : undefined),
    end: async () => {
      await call('close', null);
      await worker.terminate();
    },
  };
}
