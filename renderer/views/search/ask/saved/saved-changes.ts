/** What is done to saved searches: kept, opened, renamed, deleted. A name that another has is said where it was typed. */
import { create } from 'zustand';
import type { SavedSearch } from '../../../../../shared/contract/search';
import { CasebookError } from '../../../../../shared/model/result';
import { commands } from '../../../../client/client';
import { showSideTab } from '../../../../shell/frame/search/side-tab';
import { useNavigation } from '../../../../shell/navigation';
import { notify, notifyUndoable, reportError, run } from '../../../../shell/notices';

/** The query that was saved last: known to be saved, also where the list of them was not read since. */
export const useLastSaved = create<{ readonly query: string | null }>()(() => ({ query: null }));

/** Null: it was done. A name that is taken is said in words; what else goes wrong is reported. */
async function named(change: Promise<unknown>): Promise<string | null> {
  try {
    await change;
    return null;
  } catch (error) {
    if (error instanceof CasebookError && error.code === 'conflict')
      return 'Another saved search has this name.';
    reportError(error);
    return '';
  }
}

export async function saveSearch(name: string, query: string): Promise<string | null> {
  const asked = query.trim();
  const problem = await named(commands.saveSearch({ name, query: asked }));
  if (problem === null) {
    useLastSaved.setState({ query: asked });
    notify({ text: `Saved as “${name}”`, action: { label: 'Show', run: () => showSideTab('saved') } });
  }
  return problem;
}

export const renameSaved = ({ id, name: before }: SavedSearch, name: string): Promise<string | null> =>
  name === before ? Promise.resolve(null) : named(commands.renameSavedSearch({ id, name }));

export async function deleteSaved({ id, name }: SavedSearch): Promise<void> {
  const deleted = await run(commands.deleteSavedSearch({ id }));
  useLastSaved.setState({ query: null });
  if (deleted !== undefined) notifyUndoable(`Deleted the saved search “${name}”`, 'deleteSavedSearch');
}

/** Asks it, and takes what it finds as seen; in a notebook that is only read that can't be kept, and is no fault. */
export function openSaved({ id, query, fresh }: SavedSearch): void {
  const { place, go, replace } = useNavigation.getState();
  const next = { kind: 'search' as const, query };
  if (place.kind === 'search' && place.query.trim() === '') replace(next);
  else go(next);
  if (fresh > 0) commands.lookAtSavedSearch({ id }).catch(() => undefined);
}
