/** The thread in which another notebook is opened, compared and merged, so that the store and the window are free meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import { CasebookError, type Result } from '../../../../../shared/model/result';
import { toCasebookError } from '../../../core/errors';
import type { RowChange } from '../../../core/recorder';
import type { MergeWatch } from '../merge-watch';
import {
  inPieces,
  type MergeAnswer,
  type MergeMessage,
  type MergeRequest,
  type MergeThreadData,
  stopCell,
  writeCell,
} from './merge-messages';
import { createMergeWork, type MergeWork } from './merge-work';

const port = parentPort;
if (!port) throw new Error('the merge worker runs as a worker thread only');
const { cells, ...pair } = workerData as MergeThreadData;

const tell = (message: MergeMessage): void => port.postMessage(message);

function goOn(): void {
  if (Atomics.load(cells, stopCell) !== 0) throw new CasebookError('cancelled', 'This was stopped.');
}

/** The window is told so often at most. */
const leastMsBetween = 80;
let lastTold = 0;

const watch: MergeWatch = (step) => {
  goOn();
  const now = performance.now();
  if (now - lastTold < leastMsBetween) return;
  lastTold = now;
  tell({ kind: 'step', step });
};

function waitToWrite(): void {
  tell({ kind: 'may-write' });
  Atomics.wait(cells, writeCell, 0);
  goOn();
}

const pauseMs = 4;
const never = new Int32Array(new SharedArrayBuffer(4));

/** With pauses, in which the other thread answers what it was asked meanwhile. */
function tellChanges(changes: readonly RowChange[]): void {
  for (const piece of inPieces(changes)) {
    tell({ kind: 'changes', changes: piece });
    Atomics.wait(never, 0, 0, pauseMs);
  }
}

let work: MergeWork | null = null;
/** To be taken back. */
let given: RowChange[] = [];

type Question = Exclude<MergeRequest, { readonly kind: 'end' | 'changes' }>;

function answer(request: Question): MergeAnswer {
  work ??= createMergeWork(pair, watch);
  if (request.kind === 'preview') return { kind: 'previewed', preview: work.preview(request.deleted) };
  if (request.kind === 'step-back') {
    const outcome = work.stepBack(given, waitToWrite);
    tellChanges(outcome.changes);
    return { kind: 'stepped-back', topics: outcome.topics };
  }
  const { value: report, changes, topics } = work.merge(request.choices, waitToWrite);
  tellChanges(changes);
  return { kind: 'merged', report, topics };
}

function failure(error: unknown): Result<never> {
  const { code, message, cause } = toCasebookError(error);
  // The stack of what is not foreseen goes to the log of the main process by way of stderr.
  if (code === 'internal') console.error(cause instanceof Error ? cause.stack : error);
  return { kind: 'error', code, message };
}

port.on('message', (request: MergeRequest) => {
  if (request.kind === 'end') {
    work?.close();
    port.close();
    return;
  }
  if (request.kind === 'changes') {
    for (const change of request.changes) given.push(change);
    return;
  }
  try {
    tell({ kind: 'answer', result: { kind: 'ok', value: answer(request) } });
  } catch (error) {
    tell({ kind: 'answer', result: failure(error) });
  }
  given = [];
});
