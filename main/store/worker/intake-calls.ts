/**
 * Imports as the open notebook takes them: what is remembered of each file while its items come, and what of them can be
 * taken back. A new article is thrown away like any other; the rest of a file is one step of the history.
 */
import type { ImportedItem } from '../../../shared/model/imported/imported-item';
import { isNewerCapture } from '../articles/capture/import-article';
import { rememberWith } from '../core/history';
import { runCommand } from '../core/run-command';
import { beginIntake, type IntakeState } from '../intake/intake-state';
import { takeItems } from '../intake/take-items';
import type { Taken } from '../intake/taken';
import { type Done, perform, type Session, writerOf } from './session';

/** By the number that the main process gives each file. */
export type Intakes = Map<number, IntakeState>;

export interface ItemsOfFile {
  /** Of the file: the same for all of its items. */
  readonly intake: number;
  /** One article, or several things that are none. */
  readonly items: readonly ImportedItem[];
}

function stateOf(intakes: Intakes, intake: number): IntakeState {
  const state = intakes.get(intake) ?? beginIntake();
  intakes.set(intake, state);
  return state;
}

/** Takes items of a file. Throws what the store throws. */
export function takeItemsOfFile(
  session: Session,
  intakes: Intakes,
  { intake, items }: ItemsOfFile,
): Done<readonly Taken[]> {
  const state = stateOf(intakes, intake);
  const [first] = items;
  const article = first?.kind === 'article' ? first : null;
  if (article && isNewerCapture(session.reader, article.document))
    return perform(session, 'bringCapture', (db) => takeItems(db, state, items));
  const { value, changes, topics } = runCommand(writerOf(session), (db) => takeItems(db, state, items));
  // A new article is thrown away like any other; what was put to one that was there is taken back.
  if (article && value[0]?.outcome === 'imported') return { value, topics };
  rememberWith(session.history, 'importFile', `intake ${intake}`, changes);
  return { value, topics: changes.length > 0 ? [...topics, 'notebook'] : topics };
}
