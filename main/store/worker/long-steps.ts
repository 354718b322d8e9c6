/**
 * Undo and redo of steps with very many rows, a merge above all: taken back by the merge thread, on a copy of the notebook where that
 * can be, so that everything else goes on meanwhile.
 */
import type { CommandName } from '../../../shared/contract';
import { CasebookError } from '../../../shared/model/result';
import { forgetStep, type History, type Step, turnStep, whyNot } from '../core/history';
import type { Merges } from '../intake/merge/thread/run-merges';
import { type Done, heedOthers, type Session, writerOf } from './session';

/** With so many rows it takes about a second. */
const manyChanges = 4000;

/** Which stack's newest step a command takes back, where that is a long one; else null. */
export function longStepOf(history: History, name: CommandName): 'undo' | 'redo' | null {
  if (name !== 'undo' && name !== 'redo') return null;
  return (history[name].at(-1)?.changes.length ?? 0) >= manyChanges ? name : null;
}

/** Steps that are being taken back: what another undo would mean is not known until that is done. */
const under = new WeakSet<History>();

/** Throws `conflict` while a long step is taken back or done again. */
export function mustBeSettled({ history }: Session): void {
  if (under.has(history))
    throw new CasebookError('conflict', 'The last step is still being taken back: wait until that is done.');
}

/**
 * Takes the newest step of a stack back beside this thread. `stepsBefore`: which steps of the history are older than that. Throws as
 * `stepBack`, and `cancelled` when it was ended.
 */
export async function stepBackBeside(
  session: Session,
  {
    merges,
    stepsBefore,
  }: { readonly merges: Pick<Merges, 'stepBack'>; readonly stepsBefore: () => ReadonlySet<Step> },
  from: 'undo' | 'redo',
): Promise<Done<string | null>> {
  writerOf(session); // or it throws
  const { history } = session;
  const newest = history[from].pop();
  if (!newest) return { value: null, topics: [] };
  // What an import still brings is no part of it any more.
  const step: Step = { command: newest.command, changes: newest.changes };
  history[from].push(step);
  under.add(history);
  try {
    const taken = await merges.stepBack(session.path, step.changes).catch((cause: unknown) => {
      throw whyNot(cause, () => forgetStep(history, from, step));
    });
    if (!taken)
      throw new CasebookError('conflict', 'It was not taken back, since the notebook was changed meanwhile.');
    const { changes, topics } = taken;
    heedOthers(session);
    turnStep(history, from, { step, changes, before: stepsBefore() });
    return { value: step.command, topics: [...topics, 'notebook'] };
  } finally {
    under.delete(history);
  }
}
