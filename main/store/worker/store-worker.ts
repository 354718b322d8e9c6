/**
 * The thread the notebook lives on: takes calls one at a time, in order, and answers each with a Result. Copies and merges go
 * on beside; in the moments in which a merge must be alone, what else would write waits.
 */
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Result } from '../../../shared/model/result';
import { toCasebookError } from '../core/errors';
import type { ReadableDB } from '../core/sql';
import { createMerges } from '../intake/merge/thread/run-merges';
import { readAhead } from '../search/facets/read-ahead';
import { createMergeHost } from './merge-host';
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
    restFor(restBefore);
  });
}

/** After so many milliseconds without a call, what searches need is read in steps, until the next call. */
const restBefore = 400;
const restBetween = 10;
/** By the handle: a merge gives the notebook another. */
let ahead: { readonly reader: ReadableDB; readonly steps: Iterator<void> } | null = null;
let resting: NodeJS.Timeout | undefined;

function stepAhead(): void {
  const { session } = state;
  if (!session) ahead = null;
  if (!session || held !== null) return;
  const { reader } = session;
  if (ahead?.reader !== reader) ahead = { reader, steps: readAhead(reader) };
  try {
    if (ahead.steps.next().done !== true) restFor(restBetween);
  } catch (error) {
    // A search that needs it says what is wrong.
    console.error(toCasebookError(error).code);
  }
}

function restFor(milliseconds: number): void {
  clearTimeout(resting);
  resting = setTimeout(stepAhead, milliseconds).unref();
}

const opensAnother: ReadonlySet<string> = new Set(['open', 'create', 'close']);

/** Calls that wait until a merge no longer needs to be alone; null: nothing waits. */
let held: WorkerRequest[] | null = null;
let isHeld = false;

/** What came of the merge is remembered before what waited for it is done: that needs no more than this turn. */
function setHeld(hold: boolean): void {
  isHeld = hold;
  if (hold) held ??= [];
  else if (held) setImmediate(letGo);
}

function letGo(): void {
  if (isHeld) return;
  const waited = held ?? [];
  held = null;
  for (const request of waited) take(request);
}

const tell = (news: WorkerNews): void => port.postMessage(news);
const host = createMergeHost({
  session: () => state.session,
  setHeld,
  isRead: () => state.copies.size > 0,
  replaced: (replacedBy) => tell({ replacedBy }),
});
const merges = createMerges({
  workerFile: join(__dirname, 'merge-worker.cjs'),
  tell: (step) => tell({ step }),
  host,
});
const state: WorkerState = { session: null, intakes: new Map(), merges, host, copies: new Set() };

port.on('message', (request: WorkerRequest) => {
  if (held === null || readingOnly.has(request.name)) return take(request);
  held.push(request);
  // Another notebook, or none, is wanted: the merge is not waited for.
  if (opensAnother.has(request.name)) void merges.end();
});
