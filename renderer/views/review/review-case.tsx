/** A passage that waits for a decision, with all that the decision needs: words then and now, and what rests on them. */
import { Check, ExternalLink, Trash2, Unlink2 } from 'lucide-react';
import type { ReviewCase } from '../../../shared/model/review';
import { confirmWords, detachWords } from '../../parts/passages/decide';
import { commandRow } from '../../shell/keys/shortcuts';
import { go } from '../../shell/navigation';
import { useNotebookState } from '../../shell/notebook-state';
import { useCommand } from '../../shell/use-command';
import { Button, LinkButton } from '../../ui/actions/button';
import { Keys } from '../../ui/actions/keys';
import { deletePassage, hasChangedWords } from './review-actions';
import { PartUnderReview } from './review-part';

function KeyOf({ id }: { readonly id: 'confirm-passage' | 'detach-passage' | 'delete-passage' }) {
  const keys = commandRow(id)?.keys;
  return keys ? <Keys keys={keys} className="ms-1 text-inherit!" /> : null;
}

function openInArticle({ annotation }: ReviewCase): void {
  go({ kind: 'article', id: annotation.articleId, annotationId: annotation.id });
}

function Decisions({ review, canChange }: { readonly review: ReviewCase; readonly canChange: boolean }) {
  const mayDecide = canChange && hasChangedWords(review);
  useCommand('confirm-passage', () => void confirmWords(review.annotation.id), mayDecide);
  useCommand('detach-passage', () => void detachWords(review.annotation.id), mayDecide);
  useCommand('delete-passage', () => void deletePassage(review), canChange);
  return (
    <div className="flex flex-wrap gap-2">
      {mayDecide && (
        <Button
          look="primary"
          icon={<Check size={14} aria-hidden />}
          onPress={() => void confirmWords(review.annotation.id)}
        >
          Confirm the new words
          <KeyOf id="confirm-passage" />
        </Button>
      )}
      {mayDecide && (
        <Button
          icon={<Unlink2 size={14} aria-hidden />}
          onPress={() => void detachWords(review.annotation.id)}
        >
          Detach
          <KeyOf id="detach-passage" />
        </Button>
      )}
      <Button icon={<ExternalLink size={14} aria-hidden />} onPress={() => openInArticle(review)}>
        Open in the article
      </Button>
      {canChange && (
        <Button
          look="quiet"
          icon={<Trash2 size={14} aria-hidden />}
          onPress={() => void deletePassage(review)}
        >
          Delete the passage
          <KeyOf id="delete-passage" />
        </Button>
      )}
    </div>
  );
}

/** What the researcher said with these words. */
function Resting({ annotation: { events, entities, tags, comment } }: ReviewCase) {
  if (events.length + entities.length + tags.length === 0 && comment === '') return null;
  return (
    <section aria-label="What rests on it" className="flex flex-col gap-1.5 max-w-[80ch]">
      <h3 className="text-xs text-muted border-b border-rule pb-1">What rests on it</h3>
      {events.map(({ eventId, title }) => (
        <span key={eventId} className="min-w-0 flex gap-1.5">
          <span className="text-muted shrink-0">Event</span>
          <LinkButton onPress={() => go({ kind: 'event', id: eventId })}>{title || 'Untitled'}</LinkButton>
        </span>
      ))}
      {entities.map(({ entityId, name, kind }) => (
        <span key={entityId} className="min-w-0 flex gap-1.5">
          <span className="text-muted shrink-0">
            {{ actor: 'Actor', place: 'Place', object: 'Object' }[kind]}
          </span>
          <LinkButton onPress={() => go({ kind: 'entity', id: entityId })}>{name}</LinkButton>
        </span>
      ))}
      {tags.length > 0 && (
        <span className="text-muted" dir="auto">
          Tags {tags.map(({ name }) => name).join(', ')}
        </span>
      )}
      {comment && (
        <p className="ps-2 border-s-2 border-rule text-muted whitespace-pre-wrap" dir="auto">
          {comment}
        </p>
      )}
    </section>
  );
}

export function CaseUnderReview({ review }: { readonly review: ReviewCase }) {
  const canChange = useNotebookState((state) => state.notebook?.readOnly === false);
  const { articleTitle } = review;
  const waiting = review.parts.filter(({ state }) => state === 'changed' || state === 'orphan');
  return (
    <article aria-label="Passage under review" className="flex flex-col gap-6 p-5">
      <div className="flex flex-col items-start gap-3 min-w-0">
        <h2 className="min-w-0 max-w-full font-semibold">
          <LinkButton title={articleTitle} onPress={() => openInArticle(review)}>
            {articleTitle || 'Untitled'}
          </LinkButton>
        </h2>
        <Decisions review={review} canChange={canChange} />
      </div>
      {waiting.map((part) => (
        <PartUnderReview key={part.part} review={review} part={part} canChange={canChange} />
      ))}
      <Resting {...review} />
    </article>
  );
}
