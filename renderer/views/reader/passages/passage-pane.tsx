/** Beside the text: what needs a look, then the passages of what is in view, in reading order. */
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import type { Annotation } from '../../../../shared/model/annotation';
import { Button } from '../../../ui/actions/button';
import { useReader, useReaderState } from '../reader-context';
import { focusPassage, stepPassage } from './passage-actions';
import { PassageCard } from './passage-card';
import { beyond, firstIn } from './passage-extents';
import { needsReview } from './passage-order';
import { ReviewSection } from './review-section';

/** So many cards are drawn; further ones come with scrolling. */
const cardsShown = 60;

/** The words in view, for what may come a moment after the scrolling. */
const useVisible = () => useDeferredValue(useReaderState((state) => state.visible));

function useShownPassages(): readonly Annotation[] {
  const { annotations } = useReader();
  const visible = useVisible();
  const focused = useReaderState((state) => state.focused);
  return useMemo(() => {
    const inView = new Set(firstIn(annotations, visible, cardsShown));
    // What needs a look is listed above.
    return annotations.filter((one) => !needsReview(one) && (inView.has(one) || focused.includes(one.id)));
  }, [annotations, visible, focused]);
}

/** Those above and below what is in view, with a way there. */
function Beyond({ side }: { readonly side: 'above' | 'below' }) {
  const reader = useReader();
  const visible = useVisible();
  const { count, nearest } = beyond(reader.annotations, visible, side);
  if (!nearest) return null;
  const icon = side === 'above' ? <ArrowUp size={13} aria-hidden /> : <ArrowDown size={13} aria-hidden />;
  return (
    <div className="shrink-0 px-1">
      <Button look="quiet" icon={icon} onPress={() => focusPassage(reader, nearest)}>
        {count} more {side}
      </Button>
    </div>
  );
}

/** Keeps the first focused card in view, also when something was added to it, and the keyboard on it while it is in the pane. */
function useFollowFocus() {
  const pane = useRef<HTMLDivElement>(null);
  const { annotations } = useReader();
  const first = useReaderState((state) => state.focused[0]);
  const said = useMemo(() => annotations.find(({ id }) => id === first), [annotations, first]);
  useEffect(() => {
    const card = first ? document.getElementById(`passage-${first}`) : null;
    if (!card || !pane.current) return;
    card.parentElement?.scrollIntoView({ block: 'nearest' });
    if (
      pane.current.contains(document.activeElement) &&
      !card.parentElement?.contains(document.activeElement)
    )
      card.focus();
  }, [first, said]);
  return pane;
}

const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

export function PassagePane() {
  const reader = useReader();
  const focused = useReaderState((state) => state.focused);
  const shown = useShownPassages();
  const pane = useFollowFocus();
  const reviews = useMemo(() => reader.annotations.filter(needsReview), [reader.annotations]);
  const step = (event: KeyboardEvent) => {
    const by = event.altKey ? steps[event.key] : undefined;
    if (!by) return;
    event.preventDefault();
    stepPassage(reader, by);
  };
  return (
    <aside aria-label="Passages" className="flex flex-col min-h-0 flex-1 bg-paper">
      <div
        ref={pane}
        onKeyDown={step}
        tabIndex={-1}
        className="flex-1 min-h-0 overflow-y-auto p-2 flex flex-col gap-1 outline-none [scrollbar-gutter:stable]"
      >
        <ReviewSection annotations={reviews} focused={focused} />
        <Beyond side="above" />
        <ul className="flex flex-col gap-1" aria-label="Passages in view">
          {shown.map((annotation) => (
            <PassageCard
              key={annotation.id}
              annotation={annotation}
              isFocused={focused.includes(annotation.id)}
              isFirst={focused[0] === annotation.id}
            />
          ))}
        </ul>
        <Beyond side="below" />
        {shown.length === 0 && reviews.length === 0 && (
          <NothingHere hasPassages={reader.annotations.length > 0} />
        )}
      </div>
    </aside>
  );
}

function NothingHere({ hasPassages }: { readonly hasPassages: boolean }) {
  return (
    <p className="text-muted px-2 py-6 text-center">
      {hasPassages
        ? 'No passages in view.'
        : 'No passages yet. Select words in the text and say what they are: an actor, a place, an event.'}
    </p>
  );
}
