/** Steps through the passages that need a decision, in the whole notebook: words that changed, and words that are gone. */
import { ListChecks } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ReviewRow } from '../../../shared/model/review';
import { useAnswer } from '../../client/query';
import { useRows } from '../../client/use-rows';
import { ErrorMessage } from '../../shell/error-message';
import type { ScreenProps } from '../../shell/screen-props';
import { useCommand } from '../../shell/use-command';
import { Spinner } from '../../ui/feedback/progress';
import { EmptyState } from '../../ui/layout/empty-state';
import { PageHeader } from '../../ui/layout/page-header';
import { ScrollPane } from '../../ui/layout/scroll-pane';
import { SplitPane } from '../../ui/layout/split-pane';
import { VirtualList } from '../../ui/lists/virtual-list';
import { CaseUnderReview } from './review-case';

const stateWords = { changed: 'changed', orphan: 'gone' } as const;

function Row({ row: { words, articleTitle, state } }: { readonly row: ReviewRow }) {
  return (
    <span className="flex flex-col min-w-0 w-full py-1">
      <span className="font-serif text-[15px] truncate" dir="auto">
        {words}
      </span>
      <span className="flex gap-2 text-xs text-muted min-w-0">
        <span className="text-warning shrink-0">{stateWords[state]}</span>
        <span className="truncate" dir="auto">
          {articleTitle || 'Untitled'}
        </span>
      </span>
    </span>
  );
}

const rowItem = (row: ReviewRow) => <Row row={row} />;

function Chosen({ annotationId }: { readonly annotationId: string }) {
  const { data: review, error } = useAnswer('getReview', { annotationId });
  if (error) return <ErrorMessage error={error} />;
  return review ? <CaseUnderReview review={review} /> : <Spinner />;
}

/** Which row is looked at: the chosen one, and when it is settled the one that came into its place. */
function useCurrent(rows: ReturnType<typeof useRows<'listReview'>>, first: string | undefined) {
  const [chosen, setChosen] = useState({ id: first, index: 0 });
  const at = Array.from({ length: Math.min(rows.total, 500) }, (_, index) => rows.rowAt(index)?.annotationId);
  const found = chosen.id === undefined ? -1 : at.indexOf(chosen.id);
  const index = found >= 0 ? found : Math.min(chosen.index, rows.total - 1);
  const id = rows.rowAt(index)?.annotationId;
  const choose = (next: number) => {
    const row = rows.rowAt(next);
    if (row) setChosen({ id: row.annotationId, index: next });
  };
  const settled = useRef(chosen);
  settled.current = { id, index };
  useEffect(() => {
    if (id !== undefined) setChosen(settled.current);
  }, [id]);
  return { id, index, choose, chooseId: (row: ReviewRow) => choose(at.indexOf(row.annotationId)) };
}

export function ReviewView({ place }: ScreenProps<'review'>) {
  const rows = useRows('listReview', {});
  const { id, index, choose, chooseId } = useCurrent(rows, place.annotationId);
  useCommand('next-passage', () => choose(index + 1));
  useCommand('previous-passage', () => choose(index - 1));
  if (rows.error) return <ErrorMessage error={rows.error} />;
  if (rows.isLoading) return <Spinner />;
  if (rows.total === 0) {
    return (
      <>
        <PageHeader title="To review" />
        <EmptyState title="Nothing waits for you" icon={<ListChecks size={28} aria-hidden />}>
          Passages come here when a correction or a newer capture changed their words or took them away. None
          is ever dropped or moved to other words without your word.
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title="To review"
        detail={`${(index + 1).toLocaleString('en')} of ${rows.total.toLocaleString('en')}`}
      />
      <p role="status" className="sr-only">{`Passage ${index + 1} of ${rows.total} to review`}</p>
      <SplitPane
        name="review"
        label="Width of the list"
        sideAt="start"
        sideWidth={300}
        side={
          <div className="flex flex-col flex-1 min-h-0 py-2">
            <VirtualList
              label="Passages to review"
              rows={rows}
              rowKey={(row) => row.annotationId}
              rowHeight={48}
              item={rowItem}
              currentKey={id}
              onOpen={chooseId}
              autoFocus
            />
          </div>
        }
        main={<ScrollPane key={id}>{id !== undefined && <Chosen annotationId={id} />}</ScrollPane>}
      />
    </>
  );
}
