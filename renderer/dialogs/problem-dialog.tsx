/** A notebook that could not be opened, or a file that failed: what happened, and what can be done about it. */
import type { ErrorCode } from '../../shared/model/result';
import { errorWords } from '../client/error-words';
import { openNotebook, useNotebookState } from '../shell/notebook-state';
import { openDialog } from '../shell/open-dialog';
import { closeProblem, type Problem, useProblem } from '../shell/problems';
import { runCommand } from '../shell/use-command';
import { Button } from '../ui/actions/button';
import { Dialog } from '../ui/overlays/dialog';

interface WayOut {
  readonly label: string;
  readonly run: (path: string) => void;
  readonly needsPath?: true;
}

/** For the open notebook's own file: what it holds is still known to the program. */
const saveCopy: WayOut = { label: 'Save a copy…', run: () => runCommand('copy-notebook') };
const openOther: WayOut = { label: 'Open another…', run: () => void openNotebook() };
const backups: WayOut = { label: 'Backups…', run: () => openDialog({ kind: 'backups' }) };
const readOnly: WayOut = {
  label: 'Open for reading only',
  run: (path) => void openNotebook(path, true),
  needsPath: true,
};

const waysOut: Readonly<Partial<Record<ErrorCode, readonly WayOut[]>>> = {
  'notebook-in-use': [openOther, readOnly],
  'notebook-damaged': [openOther, backups],
  'notebook-newer': [openOther, backups],
  'notebook-foreign': [openOther],
  'file-missing': [openOther, backups],
  'file-denied': [openOther],
};

function Ways({ problem }: { readonly problem: Problem }) {
  const { path } = problem;
  const isOpen = useNotebookState(({ notebook }) => notebook !== null && notebook.path === path);
  const known = (waysOut[errorWords(problem.error).code] ?? []).filter(({ needsPath }) => !needsPath || path);
  const ways = isOpen ? [saveCopy, ...known] : known;
  return ways.map((way) => (
    <Button
      key={way.label}
      onPress={() => {
        closeProblem();
        way.run(path ?? '');
      }}
    >
      {way.label}
    </Button>
  ));
}

export function ProblemDialog() {
  const problem = useProblem((state) => state.problem);
  if (!problem) return null;
  const { title, detail, wayOut } = errorWords(problem.error);
  const footer = (
    <>
      <Ways problem={problem} />
      <Button look="primary" onPress={closeProblem}>
        Close
      </Button>
    </>
  );
  return (
    <Dialog title={title} isOpen onClose={closeProblem} footer={footer} role="alertdialog">
      {problem.path && (
        <p className="text-xs text-muted break-all select-text mb-2" dir="ltr">
          {problem.path}
        </p>
      )}
      <p className="select-text break-words">{detail}</p>
      <p className="mt-2 text-muted">{wayOut}</p>
    </Dialog>
  );
}
