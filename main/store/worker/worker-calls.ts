/**
 * What the main process may ask the store worker for: the contract's queries and commands, and what the program itself
 * needs around them. A table, so that both ends have one list.
 */

import { setTimeout as pause } from 'node:timers/promises';
import type { CommandName, QueryName } from '../../../shared/contract';
import type { Topic } from '../../../shared/contract/app';
import type { NotebookInfo } from '../../../shared/contract/notebook';
import type {
  MergeChoices,
  MergePreview,
  MergeReport,
  MergeStep,
} from '../../../shared/contract/program/merge';
import type { ImportedDocument } from '../../../shared/model/imported/imported-document';
import { CasebookError, type Result } from '../../../shared/model/result';
import { type BroughtCapture, bringCapture } from '../articles/capture/bring-capture';
import { type OriginalBytes, readOriginal, replaceFromOriginal } from '../articles/capture/import-article';
import type { Merges } from '../intake/merge/thread/run-merges';
import type { Taken } from '../intake/taken';
import { type Intakes, type ItemsOfFile, takeItemsOfFile } from './intake-calls';
import { longStepOf, mustBeSettled, stepBackBeside } from './long-steps';
import type { WorkerMergeHost } from './merge-host';
import type { Ticket } from './overtaking';
import {
  adopt,
  answer,
  createSession,
  type Done,
  execute,
  mustBeInPlace,
  openSession,
  perform,
  type Session,
  writerOf,
} from './session';

/** Arguments and answer of each call. */
export interface WorkerCalls {
  open: { args: { path: string; readOnly: boolean }; value: NotebookInfo };
  create: { args: { path: string; title: string }; value: NotebookInfo };
  close: { args: null; value: null };
  query: { args: { name: QueryName; args: unknown }; value: unknown };
  /** `coder`: the name of who gives the command; '' where that is not known. */
  command: { args: { name: CommandName; args: unknown; coder: string }; value: unknown };
  /** Items of a file: one article, or several things that are none. */
  takeItems: { args: ItemsOfFile; value: readonly Taken[] };
  /** There are no more items of a file. */
  endIntake: { args: { intake: number }; value: null };
  /** Makes a document the newest capture of an article, whatever it is of. */
  bringCapture: {
    args: { articleId: string; document: ImportedDocument; bytes: Uint8Array };
    value: BroughtCapture;
  };
  readOriginal: { args: { articleId: string }; value: OriginalBytes };
  replaceFromOriginal: { args: { articleId: string; document: ImportedDocument }; value: null };
  copyTo: { args: { path: string }; value: null };
  /** What bringing in the notebook at a path would do: compared beside this thread. */
  previewMerge: { args: { path: string; deleted: 'leave' | 'bring' }; value: MergePreview };
  /** Brings in the notebook at a path beside this thread: what others ask meanwhile is done, but for a moment. */
  mergeNotebook: { args: { path: string; choices: MergeChoices }; value: MergeReport };
  /** Ends a merge, a long step that is taken back, or a preview that is going on – or that alone – with nothing left of it; closes what was opened. */
  endMerge: { args: { onlyPreview: boolean }; value: null };
}
export type WorkerCallName = keyof WorkerCalls;

export interface WorkerRequest {
  readonly id: number;
  readonly name: WorkerCallName;
  readonly args: unknown;
  /** Of a query that a newer one of its channel overtakes. */
  readonly ticket?: Ticket | undefined;
}

export interface WorkerReply {
  readonly id: number;
  readonly result: Result<unknown>;
  readonly topics: readonly Topic[];
}

/** What the worker tells unasked: how far a merge is; that the notebook's file is another one now, by its number in the file system. */
export type WorkerNews = { readonly step: MergeStep | null } | { readonly replacedBy: number };

/** Calls that always go on beside others. */
const besideOthers: ReadonlySet<WorkerCallName> = new Set<WorkerCallName>([
  'copyTo',
  'previewMerge',
  'mergeNotebook',
  'endMerge',
]);

/** Calls that write to no notebook and open none: they are answered while others are held. */
export const readingOnly: ReadonlySet<WorkerCallName> = new Set<WorkerCallName>([
  ...besideOthers,
  'query',
  'readOriginal',
  'endIntake',
]);

/** The worker's one notebook. */
export interface WorkerState {
  session: Session | null;
  readonly intakes: Intakes;
  readonly merges: Merges;
  readonly host: WorkerMergeHost;
  /** Copies that are being made. */
  readonly copies: Set<Promise<void>>;
}

function sessionOf(state: WorkerState): Session {
  if (!state.session) throw new CasebookError('no-notebook', 'No notebook is open.');
  return state.session;
}

async function start(state: WorkerState, open: () => Session): Promise<Done<NotebookInfo>> {
  await state.merges.end();
  const session = open();
  state.session?.close();
  state.session = session;
  state.intakes.clear();
  return { value: answer(session, 'getNotebook', {}), topics: [] };
}

/** Throws `read-only` and `file-missing`: another thread writes to the file at the notebook's path. */
function mustBeMergeable(session: Session): void {
  writerOf(session);
  mustBeInPlace(session);
}

/** A copy that takes longer, to a place that does not answer, is not waited for. */
const longestCopyMs = 60_000;

const done = <Value>(value: Value): Done<Value> => ({ value, topics: [] });

type Handlers = {
  readonly [N in WorkerCallName]: (
    state: WorkerState,
    args: WorkerCalls[N]['args'],
    check: () => void,
  ) => Done<WorkerCalls[N]['value']> | Promise<Done<WorkerCalls[N]['value']>>;
};

const handlers: Handlers = {
  open: (state, { path, readOnly }) => start(state, () => openSession(path, readOnly)),
  create: (state, { path, title }) => start(state, () => createSession(path, title)),
  close: async (state) => {
    await state.merges.end();
    // Whoever closes the notebook may end this thread; and a copy may be of the handle alone.
    await Promise.race([Promise.allSettled(state.copies), pause(longestCopyMs, null, { ref: false })]);
    state.session?.close();
    state.session = null;
    return done(null);
  },
  // The names and arguments were checked against the contract by main/ipc.
  query: (state, { name, args }, check) => done(answer(sessionOf(state), name, args as never, check)),
  command: (state, { name, args, coder }) => {
    const session = sessionOf(state);
    if (name === 'undo' || name === 'redo') mustBeSettled(session);
    // What it mends is in no record of changes: a copy that takes the notebook's place would not have it.
    if (name === 'repairNotebook' && !state.merges.isFree())
      throw new CasebookError(
        'conflict',
        'Another notebook is being brought in: repair this one after that.',
      );
    const long = longStepOf(session.history, name);
    if (!long) return execute(session, name, args as never, coder);
    return stepBackBeside(session, { merges: state.merges, stepsBefore: state.host.stepsBefore }, long);
  },
  takeItems: (state, args) => takeItemsOfFile(sessionOf(state), state.intakes, args),
  endIntake: (state, { intake }) => {
    state.intakes.delete(intake);
    return done(null);
  },
  bringCapture: (state, { articleId, document, bytes }) =>
    perform(sessionOf(state), 'bringCapture', (db) =>
      bringCapture(db, { articleId, document: { ...document, bytes } }),
    ),
  readOriginal: (state, { articleId }) => done(readOriginal(sessionOf(state).reader, articleId)),
  replaceFromOriginal: (state, args) =>
    perform(sessionOf(state), 'changeEncoding', (db) => {
      replaceFromOriginal(db, args);
      return null;
    }),
  copyTo: async (state, { path }) => {
    const copy = sessionOf(state).copyTo(path);
    state.copies.add(copy);
    try {
      await copy;
    } finally {
      state.copies.delete(copy);
    }
    return done(null);
  },
  previewMerge: async (state, { path, deleted }) => {
    const session = sessionOf(state);
    mustBeMergeable(session);
    const pair = { ourPath: session.path, theirPath: path };
    return done(await state.merges.preview(pair, deleted));
  },
  mergeNotebook: async (state, { path, choices }) => {
    const session = sessionOf(state);
    mustBeMergeable(session);
    const pair = { ourPath: session.path, theirPath: path };
    const { report, changes, topics } = await state.merges.merge(pair, choices).catch((cause: unknown) => {
      // Whose file went away meanwhile is not told of some other file.
      mustBeInPlace(session);
      throw cause;
    });
    adopt(session, 'mergeNotebook', changes, state.host.stepsBefore());
    return { value: report, topics: changes.length > 0 ? [...topics, 'notebook'] : topics };
  },
  endMerge: async ({ merges }, { onlyPreview }) => {
    await (onlyPreview ? merges.endPreview() : merges.end());
    return done(null);
  },
};

/** Whether a call goes on beside others, in steps or in a thread of its own. */
export function goesBeside({ session }: WorkerState, { name, args }: WorkerRequest): boolean {
  if (name !== 'command' || !session) return besideOthers.has(name);
  return longStepOf(session.history, (args as WorkerCalls['command']['args']).name) !== null;
}

/** Does one call. `check` throws when nobody waits for the answer any more. */
export async function handleCall(
  state: WorkerState,
  name: WorkerCallName,
  args: unknown,
  check: () => void = () => {},
): Promise<Done<unknown>> {
  return handlers[name](state, args as never, check);
}
