/** The whole window: a notebook, or the start page when none is open; dialogs and notices above them. */
import { useEffect } from 'react';
import { Dialogs } from '../../dialogs/dialogs';
import { DropVeil } from '../../intake/drop-veil';
import { TipLayer } from '../../ui/actions/tip';
import { NoticeStack } from '../../ui/feedback/notice-stack';
import { HomeView } from '../../views/home/home-view';
import { useNotebookState } from '../notebook-state';
import { closeNotice, useNotices } from '../notices';
import { useProgramCommands } from '../use-shell-commands';
import { NotebookWindow } from './notebook-window';

export function App() {
  const { kind, notebook, round } = useNotebookState();
  const notices = useNotices((state) => state.rows);
  useProgramCommands();
  useEffect(() => {
    document.title = notebook ? `${notebook.title} – Casebook` : 'Casebook';
  }, [notebook]);
  return (
    <>
      {kind === 'open' && <NotebookWindow key={round} />}
      {kind === 'closed' && <HomeView />}
      <Dialogs />
      <DropVeil />
      <TipLayer />
      <NoticeStack rows={notices} onClose={closeNotice} />
    </>
  );
}
