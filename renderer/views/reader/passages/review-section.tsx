/** Passages that need a look: their words are gone, or not as they were quoted. They stay here until someone decides. */
import type { Annotation } from '../../../../shared/model/annotation';
import { confirmWords, detachWords } from '../../../parts/passages/decide';
import { Button } from '../../../ui/actions/button';
import { useOpenText, useReaderState } from '../reader-context';
import { deletePassages, reattach, wordsOf } from './passage-actions';
import { PassageCard } from './passage-card';
import { isOrphan } from './passage-order';

function Explanation({ annotation }: { readonly annotation: Annotation }) {
  const text = useOpenText();
  const changed = annotation.parts.filter(({ state }) => state === 'changed');
  const lost = annotation.parts.filter(({ state }) => state === 'orphan');
  return (
    <>
      {changed.map((part) => (
        <p key={part.start} className="text-xs text-muted">
          Now reads:{' '}
          <span className="font-serif text-ink" dir="auto">
            “{wordsOf(text, part)}”
          </span>
        </p>
      ))}
      {lost.length > 0 && (
        <p className="text-xs text-warning">
          {isOrphan(annotation)
            ? 'These words are no longer in the text.'
            : 'Some of these words are no longer in the text.'}
        </p>
      )}
    </>
  );
}

function ReviewCard({
  annotation,
  isFocused,
}: {
  readonly annotation: Annotation;
  readonly isFocused: boolean;
}) {
  const text = useOpenText();
  const hasSelection = useReaderState(({ selection }) => selection !== null);
  const isChanged = annotation.parts.some(({ state }) => state === 'changed');
  return (
    <PassageCard annotation={annotation} isFocused={isFocused}>
      <Explanation annotation={annotation} />
      {text.canChange && (
        <div className="-ms-2.5 -mt-1.5 -mb-1 flex flex-wrap">
          {isChanged && (
            <>
              <Button look="quiet" onPress={() => void confirmWords(annotation.id)}>
                Confirm
              </Button>
              <Button look="quiet" onPress={() => void detachWords(annotation.id)}>
                Detach
              </Button>
            </>
          )}
          {hasSelection && (
            <Button look="quiet" preventFocusOnPress onPress={() => void reattach(text, annotation)}>
              Attach
            </Button>
          )}
          <Button look="quiet" onPress={() => void deletePassages(text, [annotation.id])}>
            Delete
          </Button>
        </div>
      )}
      {text.canChange && isFocused && !hasSelection && (
        <p className="text-xs text-faint">To re-attach it, select its words in the text.</p>
      )}
    </PassageCard>
  );
}

interface ReviewSectionProps {
  readonly annotations: readonly Annotation[];
  readonly focused: readonly string[];
}

/** So many at a time. */
const reviewsShown = 20;

export function ReviewSection({ annotations, focused }: ReviewSectionProps) {
  if (annotations.length === 0) return null;
  const shown = annotations.filter(({ id }, index) => index < reviewsShown || focused.includes(id));
  return (
    <section aria-label="Passages to look at" className="flex flex-col gap-1 border-b border-rule pb-3 mb-1">
      <h3 className="text-xs font-medium text-warning px-1">
        {annotations.length === 1 ? '1 passage to look at' : `${annotations.length} passages to look at`}
      </h3>
      <ul className="flex flex-col gap-1">
        {shown.map((annotation) => (
          <ReviewCard
            key={annotation.id}
            annotation={annotation}
            isFocused={focused.includes(annotation.id)}
          />
        ))}
      </ul>
      {annotations.length > reviewsShown && (
        <p className="text-xs text-faint px-1">The next ones come when these are settled.</p>
      )}
    </section>
  );
}
