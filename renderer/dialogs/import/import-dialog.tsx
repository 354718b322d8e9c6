/** Asks, once for all files, what has to be decided before they are brought in. */
import { useState } from 'react';
import type { ImportChoice } from '../../../shared/contract/program/intake';
import { fileName } from '../../intake/file-name';
import { Button } from '../../ui/actions/button';
import { classNames } from '../../ui/class-names';
import { Dialog } from '../../ui/overlays/dialog';
import type { DialogOf } from '../dialog-props';
import { decisionPieces } from './decision-pieces';

const filesWord = (count: number) => (count === 1 ? '1 file' : `${count.toLocaleString('en')} files`);

interface TabProps {
  readonly path: string;
  readonly isShown: boolean;
  readonly isLeftOut: boolean;
  readonly onShow: () => void;
}

function FileTab({ path, isShown, isLeftOut, onShow }: TabProps) {
  return (
    <button
      type="button"
      aria-pressed={isShown}
      title={path}
      onClick={onShow}
      className={classNames(
        'w-full text-start truncate rounded-md px-2 h-7 cursor-default',
        isShown ? 'bg-selected' : 'hover:bg-sunken',
        isLeftOut && 'line-through text-faint',
      )}
    >
      {fileName(path)}
    </button>
  );
}

export function ImportDialog({ dialog: { plan, decide }, onClose }: DialogOf<'import-files'>) {
  const { decisions, fileCount } = plan;
  const [choices, setChoices] = useState<ReadonlyMap<string, ImportChoice>>(new Map());
  const [shown, setShown] = useState(decisions[0]?.path ?? '');
  const decision = decisions.find(({ path }) => path === shown);
  const choice = choices.get(shown) ?? null;
  const isLeftOut = choice?.kind === 'skip';
  const set = (next: ImportChoice) => setChoices(new Map([...choices, [next.path, next]]));
  const keep = () => setChoices(new Map([...choices].filter(([path]) => path !== shown)));
  const finish = (answer: readonly ImportChoice[] | null) => {
    decide(answer);
    onClose();
  };
  return (
    <Dialog
      title={`Import ${filesWord(fileCount)}`}
      isOpen
      size="large"
      onClose={() => finish(null)}
      footer={
        <>
          <Button onPress={() => finish(null)}>Cancel</Button>
          <Button look="primary" onPress={() => finish([...choices.values()])}>
            Import
          </Button>
        </>
      }
    >
      {decisions.length > 1 && (
        <nav aria-label="Files to decide on" className="mb-3 max-h-32 overflow-y-auto">
          {decisions.map(({ path }) => (
            <FileTab
              key={path}
              path={path}
              isShown={path === shown}
              isLeftOut={choices.get(path)?.kind === 'skip'}
              onShow={() => setShown(path)}
            />
          ))}
        </nav>
      )}
      {decision && (
        <section aria-label={fileName(decision.path)} className="flex flex-col gap-3">
          <div className="flex items-baseline gap-3 min-w-0">
            <h3 className="flex-1 min-w-0 truncate font-medium" title={decision.path}>
              {fileName(decision.path)}
            </h3>
            <Button look="quiet" onPress={() => (isLeftOut ? keep() : set({ kind: 'skip', path: shown }))}>
              {isLeftOut ? 'Bring it in after all' : 'Leave it out'}
            </Button>
          </div>
          {!isLeftOut && (
            <div key={shown}>{decisionPieces[decision.kind]({ plan, decision, choice, onChange: set })}</div>
          )}
        </section>
      )}
    </Dialog>
  );
}
