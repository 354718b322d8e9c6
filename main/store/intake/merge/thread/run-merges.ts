/**
 * The store thread's end of the merge thread: one pair of notebooks at a time, one question after another. A newer question ends
 * an older one that is still being compared; what a thread has opened is kept until it is ended or asked about another notebook.
 */
import { Worker } from 'node:worker_threads';
import type { Topic } from '../../../../../shared/contract/app';
import type {
  MergeChoices,
  MergePreview,
  MergeReport,
  MergeStep,
} from '../../../../../shared/contract/program/merge';
import { CasebookError } from '../../../../../shared/model/result';
import type { RowChange } from '../../../core/recorder';
import {
  inPieces,
  type MergeAnswer,
  type MergeMessage,
  type MergePair,
  type MergeRequest,
  stopCell,
  writeCell,
} from './merge-messages';

/** What came of a merge, and how to take it back. */
export interface Merged {
  readonly report: MergeReport;
  readonly changes: readonly RowChange[];
  readonly topics: readonly Topic[];
}

/** What came of taking a step back, and how to take that back. */
export type SteppedBack = Omit<Merged, 'report'>;

export interface Merges {
  /** Rejects with `cancelled` when another question came meanwhile, with `conflict` while a merge is going on. */
  readonly preview: (pair: MergePair, deleted: 'leave' | 'bring') => Promise<MergePreview>;
  /** Rejects with `conflict` while another one is going on. */
  readonly merge: (pair: MergePair, choices: MergeChoices) => Promise<Merged>;
  /** Takes changes of our notebook back; from now on nobody else may write to it. Rejects with `conflict` likewise. */
  readonly stepBack: (ourPath: string, changes: readonly RowChange[]) => Promise<SteppedBack>;
  /** Whether no merge and no step back is going on. */
  readonly isFree: () => boolean;
  /** Ends what is under way, with nothing left behind; resolved when the thread has closed what it had opened. */
  readonly end: () => Promise<void>;
}

export interface MergesOptions {
  /** The built thread. */
  readonly workerFile: string;
  /** Null: what was told of has ended. */
  readonly tell: (step: MergeStep | null) => void;
  /** From true to false nobody else may write to our notebook. */
  readonly writing: (isWriting: boolean) => void;
}

interface Thread {
  readonly pair: MergePair;
  readonly worker: Worker;
  readonly cells: Int32Array;
  readonly ended: Promise<void>;
  changes: RowChange[];
  waiting: { readonly resolve: (answer: MergeAnswer) => void; readonly reject: (why: Error) => void } | null;
}

function release({ cells }: Thread, cell: number): void {
  Atomics.store(cells, cell, 1);
  Atomics.notify(cells, cell);
}

/** Also a thread that waits to write is woken, and finds that it is to stop. */
function stop(thread: Thread): void {
  release(thread, stopCell);
  release(thread, writeCell);
}

function hear(thread: Thread, { tell, writing }: MergesOptions, message: MergeMessage): void {
  if (message.kind === 'step') tell(message.step);
  else if (message.kind === 'changes') for (const change of message.changes) thread.changes.push(change);
  else if (message.kind === 'may-write') {
    writing(true);
    release(thread, writeCell);
  } else {
    const { waiting } = thread;
    thread.waiting = null;
    if (message.result.kind === 'ok') waiting?.resolve(message.result.value);
    else waiting?.reject(new CasebookError(message.result.code, message.result.message));
    tell(null);
    writing(false);
  }
}

function startThread(pair: MergePair, options: MergesOptions): Thread {
  const cells = new Int32Array(new SharedArrayBuffer(8));
  const worker = new Worker(options.workerFile, { workerData: { ...pair, cells } });
  const ended = new Promise<void>((resolve) => worker.on('exit', () => resolve()));
  const thread: Thread = { pair, worker, cells, ended, changes: [], waiting: null };
  const lost = (why: string): void => {
    if (!thread.waiting) return;
    thread.waiting.reject(new CasebookError('internal', `The merge stopped: ${why}`));
    thread.waiting = null;
    options.tell(null);
    options.writing(false);
  };
  worker.on('message', (message: MergeMessage) => hear(thread, options, message));
  worker.on('error', (cause) => lost(cause instanceof Error ? cause.message : String(cause)));
  worker.on('exit', (code) => lost(`exit code ${code}`));
  return thread;
}

function ask(thread: Thread, request: MergeRequest): Promise<MergeAnswer> {
  Atomics.store(thread.cells, stopCell, 0);
  Atomics.store(thread.cells, writeCell, 0);
  thread.changes = [];
  return new Promise((resolve, reject) => {
    thread.waiting = { resolve, reject };
    thread.worker.postMessage(request);
  });
}

async function endThread(thread: Thread): Promise<void> {
  thread.worker.postMessage({ kind: 'end' } satisfies MergeRequest);
  await thread.ended;
}

const unexpected = () => new CasebookError('internal', 'This is no answer to that question.');

const stopped = () => new CasebookError('cancelled', 'This was stopped.');

async function previewIn(thread: Thread, deleted: 'leave' | 'bring'): Promise<MergePreview> {
  const answer = await ask(thread, { kind: 'preview', deleted });
  if (answer.kind !== 'previewed') throw unexpected();
  return answer.preview;
}

async function mergeIn(thread: Thread, choices: MergeChoices): Promise<Merged> {
  const answer = await ask(thread, { kind: 'merge', choices });
  if (answer.kind !== 'merged') throw unexpected();
  return { report: answer.report, topics: answer.topics, changes: thread.changes };
}

async function stepBackIn(
  thread: Thread,
  given: readonly RowChange[],
  isStopped: () => boolean,
): Promise<SteppedBack> {
  for (const changes of inPieces(given)) {
    if (isStopped()) throw stopped();
    thread.worker.postMessage({ kind: 'changes', changes } satisfies MergeRequest);
    await new Promise(setImmediate); // what was asked meanwhile is answered
  }
  const answer = await ask(thread, { kind: 'step-back' });
  if (answer.kind !== 'stepped-back') throw unexpected();
  return { topics: answer.topics, changes: thread.changes };
}

const isSame = (one: MergePair, other: MergePair): boolean =>
  one.ourPath === other.ourPath && one.theirPath === other.theirPath;

/** The store worker has one. */
export function createMerges(options: MergesOptions): Merges {
  let thread: Thread | null = null;
  let isAlone = false;
  let turn: Promise<unknown> = Promise.resolve();
  /** Of the question asked last. */
  let newest = 0;

  /** `work` is told whether another question has been asked meanwhile. */
  function next<Value>(work: (isStopped: () => boolean) => Promise<Value>): Promise<Value> {
    const own = ++newest;
    if (thread?.waiting) stop(thread);
    const result = turn.then(() => work(() => newest !== own));
    turn = result.catch(() => undefined);
    return result;
  }

  async function end(): Promise<void> {
    const ending = thread;
    thread = null;
    if (ending) await endThread(ending);
  }

  /** The thread of a pair of notebooks: the one that is there, or a new one. */
  async function threadOf(pair: MergePair): Promise<Thread> {
    if (thread && !isSame(thread.pair, pair)) await end();
    const current = thread ?? startThread(pair, options);
    thread = current;
    void current.ended.then(() => {
      if (thread === current) thread = null;
    });
    return current;
  }

  function mustBeFree(): void {
    if (isAlone) throw new CasebookError('conflict', 'Another notebook is being brought in.');
  }

  /** Ended by nothing but `end`. */
  async function alone<Value>(work: (isStopped: () => boolean) => Promise<Value>): Promise<Value> {
    mustBeFree();
    isAlone = true;
    try {
      return await next(work);
    } finally {
      isAlone = false;
    }
  }

  return {
    preview: async (pair, deleted) => {
      mustBeFree();
      return next(async () => previewIn(await threadOf(pair), deleted));
    },
    merge: (pair, choices) =>
      alone(async (isStopped) => {
        const current = await threadOf(pair);
        if (isStopped()) throw stopped();
        return mergeIn(current, choices);
      }),
    stepBack: async (ourPath, changes) => {
      options.writing(true);
      try {
        const pair = { ourPath, theirPath: '' };
        return await alone(async (isStopped) => stepBackIn(await threadOf(pair), changes, isStopped));
      } finally {
        options.writing(false);
        void next(end);
      }
    },
    isFree: () => !isAlone,
    end: () => next(end),
  };
}
