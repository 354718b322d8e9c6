/** The undo history of an open notebook: what each command changed, as data. It ends with the session. */
import { CasebookError } from '../../../shared/model/result';
import { toCasebookError } from './errors';
import { type RowChange, revertChanges } from './recorder';
import { type CommandOutcome, runCommand } from './run-command';
import type { WritableDB } from './sql';

/** What can be taken back at once. */
export interface Step {
  readonly command: string;
  readonly changes: readonly RowChange[];
  /** Steps that follow with the same one are the same step. */
  readonly part?: string;
}

/** Both stacks, newest last. */
export interface History {
  readonly undo: Step[];
  readonly redo: Step[];
}

/** Steps kept: older ones can no longer be taken back. */
const maxSteps = 200;

export function createHistory(): History {
  return { undo: [], redo: [] };
}

/** Remembers a command that was just done; what was undone before it can no longer be redone. */
export function remember(history: History, command: string, changes: readonly RowChange[]): void {
  rememberAfter(history, new Set(history.undo), { command, changes });
}

/** As {@link remember}, of a command that was done after some steps; others of the history were done after it. */
export function rememberAfter(history: History, before: ReadonlySet<Step>, step: Step): void {
  if (step.changes.length === 0) return;
  const at = history.undo.findIndex((each) => !before.has(each));
  history.undo.splice(at < 0 ? history.undo.length : at, 0, step);
  if (history.undo.length > maxSteps) history.undo.shift();
  history.redo.length = 0;
}

/** As {@link remember}, but changes that follow on others of the same `part` become one step with them. */
export function rememberWith(
  history: History,
  command: string,
  part: string,
  changes: readonly RowChange[],
): void {
  const last = history.undo.at(-1);
  if (changes.length === 0) return;
  if (last?.part !== part) {
    remember(history, command, changes);
    const step = history.undo.pop();
    if (step) history.undo.push({ ...step, part });
    return;
  }
  history.undo[history.undo.length - 1] = { ...last, changes: [...last.changes, ...changes] };
  history.redo.length = 0;
}

/**
 * Takes the newest step of `from` back and puts its own inverse on `to`. Answers the command's name, or null. Throws
 * `conflict` when later changes stand on the step (the trash was emptied, say): it is then forgotten, so that it does
 * not bar the way to those before it.
 */
export function stepBack(
  db: WritableDB,
  history: History,
  from: 'undo' | 'redo',
): CommandOutcome<string | null> {
  const step = history[from].at(-1);
  if (!step) return { value: null, changes: [], topics: [] };
  const outcome = revert(db, step, () => history[from].pop());
  turnStep(history, from, { step, changes: outcome.changes, before: new Set(history.undo) });
  return outcome;
}

/** A step that was taken back. */
export interface Turned {
  readonly step: Step;
  /** By these. */
  readonly changes: readonly RowChange[];
  /** The steps that were done when that began; others were done after it. */
  readonly before: ReadonlySet<Step>;
}

/** A step of `from` was taken back: its inverse is on the other stack; what was undone can be redone as long as nothing is done after it. */
export function turnStep(history: History, from: 'undo' | 'redo', { step, changes, before }: Turned): void {
  forgetStep(history, from, step);
  const inverse = { command: step.command, changes };
  if (from === 'undo') {
    if (history.undo.every((each) => before.has(each))) history.redo.push(inverse);
    return;
  }
  const at = history.undo.findIndex((each) => !before.has(each));
  history.undo.splice(at < 0 ? history.undo.length : at, 0, inverse);
}

/** A step can no longer be taken back. */
export function forgetStep(history: History, from: 'undo' | 'redo', step: Step): void {
  const at = history[from].lastIndexOf(step);
  if (at >= 0) history[from].splice(at, 1);
}

function revert(db: WritableDB, step: Step, forget: () => void): CommandOutcome<string> {
  try {
    return runCommand(db, (writer) => {
      revertChanges(writer, step.changes);
      return step.command;
    });
  } catch (cause) {
    throw whyNot(cause, forget);
  }
}

/** What is thrown where a step could not be taken back; one that later changes stand on is forgotten. */
export function whyNot(cause: unknown, forget: () => void): unknown {
  if (toCasebookError(cause).code !== 'conflict') return cause;
  forget();
  const message = 'This step can no longer be taken back: later changes stand on it.';
  return new CasebookError('conflict', message, { cause });
}
