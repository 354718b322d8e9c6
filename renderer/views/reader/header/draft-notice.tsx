import { useAnswer } from '../../../client/query';
import { timeWords } from '../../../shell/time-words';
import { Button } from '../../../ui/actions/button';
import { useOpenText } from '../reader-context';

/** Says that a correction was begun and not saved, and leads back to it: also after the program was ended. */
export function DraftNotice() {
  const { article, canChange, store } = useOpenText();
  const { data: draft } = useAnswer('getDraft', { ownerId: article.id });
  if (!draft || !canChange) return null;
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-2 border-b border-rule bg-sunken px-4 py-1.5 shrink-0"
    >
      <span>
        {article.kind === 'own' ? 'There is unsaved writing' : 'There is an unsaved correction'} of{' '}
        {timeWords(draft.savedAt)}.
      </span>
      <Button onPress={() => store.setState({ isCorrecting: true })}>Go on with it</Button>
    </div>
  );
}
