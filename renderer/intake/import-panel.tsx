import { Button } from '../ui/actions/button';
import { Progress } from '../ui/feedback/progress';
import { cancelImport, useImportProgress } from './intake';

const nameOf = (path: string) => path.split(/[\\/]/).at(-1) || path;

/** How far a running import is, with a way to stop it. */
export function ImportPanel() {
  const progress = useImportProgress((state) => state.progress);
  if (!progress) return null;
  const { done, total, current } = progress;
  return (
    <section
      aria-label="Import"
      className="fixed end-4 bottom-12 z-30 w-72 rounded-lg border border-rule bg-raised shadow-lg p-3 flex flex-col gap-2"
    >
      <Progress label={`Importing ${done + 1} of ${total}: ${nameOf(current)}`} done={done} total={total} />
      <div className="flex justify-end">
        <Button onPress={cancelImport}>Stop</Button>
      </div>
    </section>
  );
}
