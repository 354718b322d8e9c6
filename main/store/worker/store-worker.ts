/** The thread the notebook lives on: takes calls one at a time, in order, and answers each with a Result. Copies go on beside. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Result } from '../../../shared/model/result';
import { toCasebookError } from '../core/errors';
import { overtakingCheck } from './overtaking';
import { handleCall, type WorkerReply, type WorkerRequest, type WorkerState } from './worker-calls';

const state: WorkerState = { session: null, intakes: new Map() };
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
port.on('message', (request: WorkerRequest) => {
  queue = queue.then(async () => {
    const answered = reply(request).then((answer) => port.postMessage(answer));
    // A copy is made in small steps: what is asked between them is answered, or a large notebook would be slow to open.
    if (request.name !== 'copyTo') await answered;
  });
});
