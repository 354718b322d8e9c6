/**
 * Undo and redo of steps with very many rows, a merge above all: taken back by the merge thread, so that queries are answered
 * meanwhile; what else would write waits.
 */
import type { CommandName } from '../../../shared/contract';
import { type History, turnStep, whyNot } from '../core/history';
import type { Merges } from '../intake/merge/thread/run-merges';
import { type Done, heedOthers, type Session, writerOf } from './session';

/** With so many rows it takes about a second. */
const manyChanges = 4000;

/** Which stack's newest step a command takes back, where that is a long one; else null. */
export function longStepOf(history: History, name: CommandName): 'undo' | 'redo' | null {
  if (name !== 'undo' && name !== 'redo') return null;
  return (history[name].at(-1)?.changes.length ?? 0) >= manyChanges ? name : null;
}

/** Takes the newest step of a stack back beside this thread. Throws as `stepBack`, and `cancelled` when it was ended. */
export async function stepBackBeside(
  session: Session,
  merges: Merges,
  from: 'undo' | 'redo',
): Promise<Done<string | null>> {
  writerOf(session); // or it throws
  const step = session.history[from].at(-1);
  if (!step) return { value: null, topics: [] };
  try {
    const { changes, topics } = await merges.stepBack(session.path, step.changes);
    heedOthers(session);
    turnStep(session.history, from, changes);
    return { value: step.command, topics: [...topics, 'notebook'] };
  } catch (cause) {
    throw whyNot(cause, () => session.history[from].pop());
  }
}
