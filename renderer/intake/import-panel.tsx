import type { ImportProgress } from '../../shared/contract/program/intake';
import type { MergeStep } from '../../shared/contract/program/merge';
import { Button } from '../ui/actions/button';
import { Progress } from '../ui/feedback/progress';
import { fileName } from './file-name';
import { cancelImport, pauseImport, useImportProgress } from './intake';
import { holdsChanges, phaseWords, useMergeStep } from './merge-steps';

const refusedWords = (count: number) =>
  count === 0 ? '' : count === 1 ? '1 was not imported' : `${count.toLocaleString('en')} were not imported`;

const count = (number: number) => number.toLocaleString('en');

function FileProgress({ progress }: { readonly progress: ImportProgress }) {
  const { done, total, current, within, refused, paused } = progress;
  const at = Math.min(done + 1, total);
  const what = paused ? 'Paused at' : 'Importing';
  const inside = within > 1 ? ` (${count(within)} taken)` : '';
  return (
    <>
      <Progress
        label={`${what} ${count(at)} of ${count(total)}: ${fileName(current)}${inside}`}
        done={done}
        total={total}
      />
      <div className="flex items-center gap-2">
        <span className="flex-1 text-xs text-muted truncate">{refusedWords(refused)}</span>
        <Button onPress={() => pauseImport(!paused)}>{paused ? 'Go on' : 'Pause'}</Button>
        <Button onPress={cancelImport}>Stop</Button>
      </div>
    </>
  );
}

interface MergeProgressProps {
  /** The file; without one, a step is taken back. */
  readonly current?: string;
  readonly step: MergeStep;
}

/** A merge is one step: it cannot be held, and nothing of it stays when it is stopped. */
function MergeProgress({ current, step }: MergeProgressProps) {
  const words = phaseWords[step.phase];
  const label = current === undefined ? words : `${words}: ${fileName(current)}`;
  return (
    <>
      <Progress label={label} done={step.done} total={step.total} />
      <div className="flex items-center gap-2">
        <span className="flex-1 text-xs text-muted">
          {holdsChanges(step) ? 'What you change now waits for it.' : ''}
        </span>
        <Button onPress={cancelImport}>Stop</Button>
      </div>
    </>
  );
}

interface GoingProps {
  readonly progress: ImportProgress | null;
  readonly step: MergeStep | null;
}

function Going({ progress, step }: GoingProps) {
  if (progress && step) return <MergeProgress current={progress.current} step={step} />;
  if (progress) return <FileProgress progress={progress} />;
  return step && <MergeProgress step={step} />;
}

/** How far a running import is, with ways to hold and to stop it; and a long step that is taken back. */
export function ImportPanel() {
  const progress = useImportProgress((state) => state.progress);
  const step = useMergeStep((state) => state.step);
  // What is compared for a dialog is shown there.
  if (!progress && step?.phase !== 'undoing') return null;
  return (
    <section
      aria-label={progress ? 'Import' : 'Undo'}
      className="fixed end-4 bottom-12 z-30 w-80 rounded-lg border border-rule bg-raised shadow-lg p-3 flex flex-col gap-2"
    >
      <Going progress={progress} step={step} />
    </section>
  );
}
