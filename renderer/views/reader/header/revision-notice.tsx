import { go } from '../../../shell/navigation';
import { timeWords } from '../../../shell/time-words';
import { runCommand } from '../../../shell/use-command';
import { Button } from '../../../ui/actions/button';
import { useOpenText } from '../reader-context';

/** Says that an earlier revision is shown, and leads back. */
export function RevisionNotice() {
  const { article, revision } = useOpenText();
  if (revision.id === article.currentRevisionId) return null;
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-2 border-b border-rule bg-sunken px-4 py-1.5 shrink-0"
    >
      <span>
        Revision {revision.number} of {timeWords(revision.createdAt)}, as it was. It can be read, not
        annotated.
      </span>
      <Button onPress={() => runCommand('compare-revisions')}>Compare with current</Button>
      <Button onPress={() => go({ kind: 'article', id: article.id })}>Current revision</Button>
    </div>
  );
}
