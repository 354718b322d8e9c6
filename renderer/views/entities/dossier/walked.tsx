/** Links of a list that the arrow keys walk: to an event, to the very words. */
import { Quote } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PassageRef } from '../../../../shared/model/annotation';
import { describeState, placeWords } from '../../../parts/passages/passage-words';
import { go } from '../../../shell/navigation';
import { classNames } from '../../../ui/class-names';

interface WalkedProps {
  /** Its key in the list. */
  readonly name: string;
  /** The key that is in the tab order. */
  readonly current: string | null;
  readonly onPress: () => void;
  readonly className?: string;
  readonly title?: string;
  readonly children: ReactNode;
}

export function Walked({ name, current, onPress, className, title, children }: WalkedProps) {
  return (
    <button
      type="button"
      data-walked={name}
      tabIndex={name === current ? 0 : -1}
      onClick={onPress}
      title={title}
      dir="auto"
      className={classNames('text-start cursor-default rounded-xs hover:underline max-w-full', className)}
    >
      {children}
    </button>
  );
}

/** Says that not all passages stand here; the page of the event has every one. Nothing when they do. */
export function MoreWords({ count }: { readonly count: number }) {
  if (count <= 0) return null;
  return (
    <span className="ps-[17px] text-xs text-muted">
      {count === 1 ? '1 more passage' : `${count.toLocaleString('en')} more passages`}
    </span>
  );
}

interface WalkedWordsProps {
  readonly owner: string;
  readonly passage: PassageRef;
  readonly current: string | null;
}

/** The key of a passage below what it belongs to. */
export const wordsKey = (owner: string, { annotationId }: PassageRef): string => `${owner} ${annotationId}`;

/** The words of a passage in two lines at most, one click from their article. */
export function WalkedWords({ owner, passage, current }: WalkedWordsProps) {
  const { annotationId, articleId, quote } = passage;
  const state = describeState(passage);
  const place = placeWords(passage);
  return (
    <span className="flex items-start gap-1.5 min-w-0">
      <Quote size={11} aria-hidden className="shrink-0 mt-1.5 text-faint" />
      <Walked
        name={wordsKey(owner, passage)}
        current={current}
        onPress={() => go({ kind: 'article', id: articleId, annotationId })}
        title={quote.exact}
        className="font-serif text-[14px] leading-snug line-clamp-2 [overflow-wrap:anywhere] min-w-0"
      >
        {quote.exact}
      </Walked>
      {place && (
        <bdi className="text-xs text-muted mt-0.5 shrink-0 max-w-40 truncate" title={place}>
          {place}
        </bdi>
      )}
      {state && <span className="text-xs text-warning mt-0.5 shrink-0">{state}</span>}
    </span>
  );
}
