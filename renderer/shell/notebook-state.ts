/** Which notebook is open, followed from the main process; and the calls that open another. */
import { create } from 'zustand';
import type { NotebookInfo } from '../../shared/contract/notebook';
import { bridge } from '../client/bridge';
import { app } from '../client/client';
import { forgetLists } from '../ui/lists/list-memory';
import { useNavigation } from './navigation';
import { closeDialog } from './open-dialog';
import { reportProblem } from './problems';

interface NotebookState {
  /** `starting`: the main process has not said yet. */
  readonly kind: 'starting' | 'closed' | 'open';
  readonly notebook: NotebookInfo | null;
  /** Counts the notebooks opened since the start, so that screens begin anew with each. */
  readonly round: number;
}

export const useNotebookState = create<NotebookState>()(() => ({
  kind: 'starting',
  notebook: null,
  round: 0,
}));

function setNotebook(notebook: NotebookInfo | null): void {
  forgetLists();
  useNavigation.getState().reset();
  useNotebookState.setState(({ round }) => ({
    kind: notebook ? 'open' : 'closed',
    notebook,
    round: round + 1,
  }));
  // What a dialog says is about the notebook before.
  closeDialog();
}

/** Called once at start. */
export function followNotebook(): () => void {
  const stop = bridge.listen((event) => {
    if (event.kind === 'notebook') setNotebook(event.notebook);
  });
  void app.currentNotebook({}).then((notebook) => {
    if (useNotebookState.getState().kind === 'starting') setNotebook(notebook);
  }, reportProblem);
  return stop;
}

/** Opens a notebook; without a path the user is asked which. */
export async function openNotebook(path?: string, readOnly?: boolean): Promise<void> {
  try {
    await app.openNotebook({ path, readOnly });
  } catch (error) {
    reportProblem(error, path ?? null);
  }
}

export async function newNotebook(): Promise<void> {
  try {
    await app.newNotebook({});
  } catch (error) {
    reportProblem(error);
  }
}
