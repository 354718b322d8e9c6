import type { RecountedDate } from '../../../../shared/contract/articles';
import { go } from '../../../shell/navigation';
import { notifyUndoable } from '../../../shell/notices';
import { recountedWords } from './recounted-words';

/** Says which dates of events followed an article's day of publication, with a way to them and a way back. */
export function tellRecounted(recounted: readonly RecountedDate[]): void {
  const [first] = recounted;
  if (!first) return;
  const isOne = new Set(recounted.map(({ eventId }) => eventId)).size === 1;
  const show = () => go(isOne ? { kind: 'event', id: first.eventId } : { kind: 'events' });
  const also = { label: isOne ? 'Show the event' : 'Show events', run: show };
  notifyUndoable(recountedWords(recounted), 'updateArticle', also);
}
