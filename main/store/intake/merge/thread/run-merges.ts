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
import { toCasebookError } from '../../../core/errors';
import type { RowChange } from '../../../core/recorder';
import {
  inPieces,
  type MergeAnswer,
  type MergeMessage,
  type MergePair,
  type MergeRequest,
  type MergeThreadData,
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
  /**
   * Takes changes of our notebook back, as it is now. Null, with nothing changed: others did something meanwhile, beside which it
   * could not be put in place. Rejects with `conflict` likewise, and where they no longer fit.
   */
  readonly stepBack: (ourPath: string, changes: readonly RowChange[]) => Promise<SteppedBack | null>;
  /** Whether no merge and no step back is going on. */
  readonly isFree: () => boolean;
  /** Ends what is under way, with nothing left behind; resolved when the thread has closed what it had opened. */
  readonly end: () => Promise<void>;
  /** As `end`, but a merge and a step back go on. */
  readonly endPreview: () => Promise<void>;
}

export interface MergesOptions {
  /** The built thread. */
  readonly workerFile: string;
  /** Null: what was told of has ended. */
  readonly tell: (step: MergeStep | null) => void;
  readonly host: MergeHost;
}

/** The thread that our notebook lives on, as the merge thread needs it: see `Others`. */
export interface MergeHost {
  /** Throws where the notebook's file is not at its path any more. */
  readonly hold: () => void;
  readonly alone: () => void;
  readonly record: () => void;
  readonly letGo: () => void;
  readonly changes: () => readonly RowChange[];
  readonly replace: (file: string) => boolean;
  /** The merge has ended: nothing is kept any more, and nobody is held. */
  readonly end: () => void;
}

interface Thread {
  readonly pair: MergePair;
  readonly worker: Worker;
  readonly stop: Int32Array;
  readonly ended: Promise<void>;
  /** To be taken back. */
  step: readonly RowChange[];
  changes: RowChange[];
  waiting: { readonly resolve: (answer: MergeAnswer) => void; readonly reject: (why: Error) => void } | null;
}

function stop(thread: Thread): void {
  Atomics.store(thread.stop, 0, 1);
}

/** Between pieces, what was asked meanwhile is answered. */
async function give({ worker }: Thread, changes: readonly RowChange[]): Promise<void> {
  for (const { isFirst: _, ...piece } of inPieces(changes)) {
    worker.postMessage({ kind: 'changes', ...piece } satisfies MergeRequest);
    if (!piece.isLast) await new Promise(setImmediate);
  }
}

function serve(
  thread: Thread,
  host: MergeHost,
  asking: Extract<MergeMessage, { readonly kind: 'ask' }>,
): void {
  const done = (isDone = true) => thread.worker.postMessage({ kind: 'done', isDone } satisfies MergeRequest);
  if (asking.ask === 'changes') void give(thread, host.changes());
  else if (asking.ask === 'step') void give(thread, thread.step);
  else if (asking.ask === 'replace') done(host.replace(asking.file));
  else {
    try {
      ({ hold: host.hold, alone: host.alone, record: host.record, 'let-go': host.letGo })[asking.ask]();
      done();
    } catch (cause) {
      const { code, message } = toCasebookError(cause);
      thread.worker.postMessage({ kind: 'refused', code, message } satisfies MergeRequest);
    }
  }
}

function hear(thread: Thread, { tell, host }: MergesOptions, message: MergeMessage): void {
  if (message.kind === 'step') tell(message.step);
  else if (message.kind === 'ask') serve(thread, host, message);
  else if (message.kind === 'changes') {
    if (message.isFirst) thread.changes = [];
    for (const change of message.changes) thread.changes.push(change);
  } else {
    const { waiting } = thread;
    thread.waiting = null;
    if (message.result.kind === 'ok') waiting?.resolve(message.result.value);
    else waiting?.reject(new CasebookError(message.result.code, message.result.message));
    tell(null);
  }
}

function startThread(pair: MergePair, options: MergesOptions): Thread {
  const stopCell = new Int32Array(new SharedArrayBuffer(4));
  const data: MergeThreadData = { ...pair, stop: stopCell };
  const worker = new Worker(options.workerFile, { workerData: data });
  const ended = new Promise<void>((resolve) => worker.on('exit', () => resolve()));
  const thread: Thread = { pair, worker, stop: stopCell, ended, step: [], changes: [], waiting: null };
  const lost = (why: string): void => {
    if (!thread.waiting) return;
    thread.waiting.reject(new CasebookError('internal', `The merge stopped: ${why}`));
    thread.waiting = null;
    options.tell(null);
  };
  worker.on('message', (message: MergeMessage) => hear(thread, options, message));
  worker.on('error', (cause) => lost(cause instanceof Error ? cause.message : String(cause)));
  worker.on('exit', (code) => lost(`exit code ${code}`));
  return thread;
}

function ask(thread: Thread, request: MergeRequest): Promise<MergeAnswer> {
  Atomics.store(thread.stop, 0, 0);
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

async function stepBackIn(thread: Thread, step: readonly RowChange[]): Promise<SteppedBack | null> {
  thread.step = step;
  const answer = await ask(thread, { kind: 'step-back' });
  thread.step = [];
  if (answer.kind !== 'stepped-back') throw unexpected();
  return answer.topics && { topics: answer.topics, changes: thread.changes };
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
      options.host.end();
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
      mustBeFree();
      // Until the thread has seen the notebook as it is now.
      options.host.hold();
      try {
        const pair = { ourPath, theirPath: '' };
        return await alone(async (isStopped) => {
          const current = await threadOf(pair);
          if (isStopped()) throw stopped();
          return stepBackIn(current, changes);
        });
      } finally {
        void next(end);
      }
    },
    isFree: () => !isAlone,
    end: () => next(end),
    endPreview: async () => (isAlone ? undefined : next(end)),
  };
}
