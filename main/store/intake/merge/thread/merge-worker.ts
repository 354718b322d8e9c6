/** The thread in which another notebook is opened, compared and merged, so that the store and the window are free meanwhile. */
import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { CasebookError, type Result } from '../../../../../shared/model/result';
import { toCasebookError } from '../../../core/errors';
import type { RowChange } from '../../../core/recorder';
import type { MergeWatch } from '../merge-watch';
import {
  inPieces,
  type MergeAnswer,
  type MergeAsking,
  type MergeMessage,
  type MergeRequest,
  type MergeThreadData,
} from './merge-messages';
import { createMergeWork, type MergeWork, type StoreThread } from './merge-work';

const port = parentPort;
if (!port) throw new Error('the merge worker runs as a worker thread only');
const { stop, ...pair } = workerData as MergeThreadData;

const tell = (message: MergeMessage): void => port.postMessage(message);

function goOn(): void {
  if (Atomics.load(stop, 0) !== 0) throw new CasebookError('cancelled', 'This was stopped.');
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

/** What was answered to the last thing that was asked of the other thread. */
interface Answered {
  readonly isDone: boolean;
  readonly changes: readonly RowChange[];
}

let given: RowChange[] = [];
let answered: (answer: Answered) => void = () => {};
let refused: (why: CasebookError) => void = () => {};

function answerTo(asking: MergeAsking): Promise<Answered> {
  given = [];
  return new Promise<Answered>((resolve, reject) => {
    [answered, refused] = [resolve, reject];
    tell({ kind: 'ask', ...asking });
  });
}

/** Throws `cancelled` where this was stopped meanwhile. */
async function ask(asking: MergeAsking): Promise<Answered> {
  const answer = await answerTo(asking);
  goOn();
  return answer;
}

const pauseMs = 4;

/** With pauses, in which the other thread answers what it was asked meanwhile. */
async function tellChanges(changes: readonly RowChange[]): Promise<void> {
  for (const { isLast, ...piece } of inPieces(changes)) {
    tell({ kind: 'changes', ...piece });
    if (!isLast) await pause(pauseMs);
  }
}

const store: StoreThread = {
  hold: () => ask({ ask: 'hold' }),
  alone: () => ask({ ask: 'alone' }),
  record: () => ask({ ask: 'record' }),
  letGo: () => ask({ ask: 'let-go' }),
  changes: async () => (await ask({ ask: 'changes' })).changes,
  step: async () => (await ask({ ask: 'step' })).changes,
  tell: tellChanges,
  replace: async (file) => {
    goOn();
    // Once it is asked for it is done, whether this is stopped or not.
    return (await answerTo({ ask: 'replace', file })).isDone;
  },
};

let work: MergeWork | null = null;

type Question = Extract<MergeRequest, { readonly kind: 'preview' | 'merge' | 'step-back' }>;

async function answer(request: Question): Promise<MergeAnswer> {
  work ??= createMergeWork(pair, watch);
  if (request.kind === 'preview') return { kind: 'previewed', preview: work.preview(request.deleted) };
  if (request.kind === 'step-back') {
    const outcome = await work.stepBack(store);
    return { kind: 'stepped-back', topics: outcome && outcome.topics };
  }
  const { value: report, topics } = await work.merge(request.choices, store);
  return { kind: 'merged', report, topics };
}

function failure(error: unknown): Result<never> {
  const { code, message, cause } = toCasebookError(error);
  // The stack of what is not foreseen goes to the log of the main process by way of stderr.
  if (code === 'internal') console.error(cause instanceof Error ? cause.stack : error);
  return { kind: 'error', code, message };
}

function take(piece: Extract<MergeRequest, { readonly kind: 'changes' }>): void {
  for (const change of piece.changes) given.push(change);
  if (piece.isLast) answered({ isDone: true, changes: given });
}

async function takeQuestion(request: Question): Promise<void> {
  try {
    tell({ kind: 'answer', result: { kind: 'ok', value: await answer(request) } });
  } catch (error) {
    tell({ kind: 'answer', result: failure(error) });
  }
}

port.on('message', (request: MergeRequest) => {
  if (request.kind === 'changes') take(request);
  else if (request.kind === 'done') answered({ isDone: request.isDone, changes: [] });
  else if (request.kind === 'refused') refused(new CasebookError(request.code, request.message));
  else if (request.kind !== 'end') void takeQuestion(request);
  else {
    work?.close();
    port.close();
  }
});
