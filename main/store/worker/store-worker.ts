/**
 * The thread the notebook lives on: takes calls one at a time, in order, and answers each with a Result. Copies and merges go
 * on beside; while a merge writes, what else would write waits.
 */
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Result } from '../../../shared/model/result';
import { toCasebookError } from '../core/errors';
import { createMerges } from '../intake/merge/thread/run-merges';
import { overtakingCheck } from './overtaking';
import {
  goesBeside,
  handleCall,
  readingOnly,
  type WorkerNews,
  type WorkerReply,
  type WorkerRequest,
  type WorkerState,
} from './worker-calls';

const port = parentPort;
/** Shared by whoever asks for searches that can be overtaken. */
const counters = workerData instanceof Int32Array ? workerData : null;
if (!port) throw new Error('the store worker runs as a worker thread only');

function failure(error: unknown): Result<never> {
  const { code, message, cause } = toCasebookError(error);
  // The stack of what is not foreseen goes to the log of the main process by way of stderr; it holds no article text.
  if (code === 'internal') console.error(cause instanceof Error ? cause.stack : error);
  return { kind: 'error', code, message };
}

async function reply({ id, name, args, ticket }: WorkerRequest): Promise<WorkerReply> {
  try {
    const check = overtakingCheck(counters, ticket);
    check();
    const { value, topics } = await handleCall(state, name, args, check);
    return { id, result: { kind: 'ok', value }, topics };
  } catch (error) {
    return { id, result: failure(error), topics: [] };
  }
}

let queue: Promise<void> = Promise.resolve();

function take(request: WorkerRequest): void {
  queue = queue.then(async () => {
    const isBeside = goesBeside(state, request);
    const answered = reply(request).then((answer) => port?.postMessage(answer));
    // A copy is made in small steps: what is asked between them is answered, or a large notebook would be slow to open.
    if (!isBeside) await answered;
  });
}

const opensAnother: ReadonlySet<string> = new Set(['open', 'create', 'close']);

/** Calls that wait until a merge has written; null: there is none that writes. */
let held: WorkerRequest[] | null = null;

/** What came of the merge is remembered before what waited for it is done: that needs no more than this turn. */
function setWriting(isWriting: boolean): void {
  if (isWriting) held ??= [];
  else if (held) setImmediate(letGo);
}

function letGo(): void {
  const waited = held ?? [];
  held = null;
  for (const request of waited) take(request);
}

const merges = createMerges({
  workerFile: join(__dirname, 'merge-worker.cjs'),
  tell: (step) => port.postMessage({ step } satisfies WorkerNews),
  writing: setWriting,
});
const state: WorkerState = { session: null, intakes: new Map(), merges };

port.on('message', (request: WorkerRequest) => {
  if (held === null || readingOnly.has(request.name)) return take(request);
  held.push(request);
  // Another notebook, or none, is wanted: the merge is not waited for.
  if (opensAnother.has(request.name)) void merges.end();
});
