/** Any two revisions of an article side by side, and what changed in meaning from the one to the other. */
import { GitCompareArrows } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { MeaningChange, RevisionComparison } from '../../../shared/comparison/revision-comparison';
import type { ArticleDetail } from '../../../shared/model/article';
import { useAnswer } from '../../client/query';
import { ErrorMessage } from '../../shell/error-message';
import { go } from '../../shell/navigation';
import type { PlaceOf, ScreenProps } from '../../shell/screen-props';
import { useCommand } from '../../shell/use-command';
import { Button } from '../../ui/actions/button';
import { Spinner } from '../../ui/feedback/progress';
import { EmptyState } from '../../ui/layout/empty-state';
import { SplitPane } from '../../ui/layout/split-pane';
import { CompareHeader } from './compare-header';
import { ComparedText, type ComparedTextHandle } from './compared-text';
import { type Difference, differencesOf } from './differences';
import { MeaningPane } from './meaning-pane';

/** The two that are meant: those the place names, else the current one and the one before. */
function meantRevisions(article: ArticleDetail, place: PlaceOf<'compare'>): readonly [string, string] | null {
  const ids = article.revisions.map(({ id }) => id);
  const to = place.toRevisionId ?? article.currentRevisionId;
  const before = ids[ids.indexOf(to) - 1] ?? ids.find((id) => id !== to);
  const from = place.fromRevisionId ?? before;
  return from === undefined ? null : [from, to];
}

/** What is said of a difference to those who hear the screen. */
function spokenWords({ rows, from, to }: RevisionComparison, difference: Difference | undefined): string {
  const row = difference && rows[difference.row];
  if (!row || !difference) return '';
  const piece = difference.piece === null ? undefined : row.pieces[difference.piece];
  if (!piece)
    return { added: 'paragraph added', removed: 'paragraph removed' }[row.kind as string] ?? row.kind;
  const words = (text: string, { start, end }: { start: number; end: number }) =>
    Array.from(text).slice(start, end).join('').trim();
  const [gone, came] = [words(from.text, piece.old), words(to.text, piece.new)];
  return [gone && `removed “${gone}”`, came && `added “${came}”`].filter(Boolean).join(', ');
}

function useSteps(comparison: RevisionComparison, onStep: (difference: Difference, number: number) => void) {
  const differences = useMemo(() => differencesOf(comparison.rows), [comparison]);
  const [current, setCurrent] = useState<number | null>(null);
  const step = (by: 1 | -1) => {
    if (differences.length === 0) return;
    const from = current ?? (by === 1 ? -1 : differences.length);
    const next = (from + by + differences.length) % differences.length;
    const difference = differences[next];
    setCurrent(next);
    if (difference) onStep(difference, next);
  };
  useCommand('next-difference', () => step(1));
  useCommand('previous-difference', () => step(-1));
  const leave = useCallback(() => setCurrent(null), []);
  return { differences, current, leave };
}

function SameText({ comparison }: { readonly comparison: RevisionComparison }) {
  if (comparison.rows.some(({ kind }) => kind !== 'same')) return null;
  return (
    <p role="status" className="border-b border-rule bg-sunken px-4 py-1.5 shrink-0">
      {comparison.details.length > 0
        ? 'The text is the same; only details changed.'
        : 'The text is the same, and so are the details.'}
    </p>
  );
}

function Comparison({ comparison }: { readonly comparison: RevisionComparison }) {
  const text = useRef<ComparedTextHandle>(null);
  const [focused, setFocused] = useState<MeaningChange | null>(null);
  const { differences, current, leave } = useSteps(comparison, ({ row }, number) => {
    setFocused(null);
    text.current?.reveal(row, `[data-difference="${number}"]`);
  });
  const show = useCallback(
    (change: MeaningChange, side: 'old' | 'new') => {
      leave();
      setFocused(change);
      const row = side === 'old' ? change.oldRow : change.newRow;
      if (row !== null) text.current?.reveal(row, `mark[data-annotations~="${change.annotationId}"]`);
    },
    [leave],
  );
  const said = current === null ? '' : spokenWords(comparison, differences[current]);
  return (
    <>
      <CompareHeader comparison={comparison} current={current} count={differences.length} />
      <p role="status" className="sr-only">
        {current !== null && `Difference ${current + 1} of ${differences.length}: ${said}`}
      </p>
      <SplitPane
        name="compare"
        label="Width of what changed in meaning"
        sideWidth={window.innerWidth < 1100 ? 240 : 310}
        sideMinWidth={200}
        main={
          <>
            <SameText comparison={comparison} />
            <ComparedText
              ref={text}
              comparison={comparison}
              differences={differences}
              current={current}
              focused={focused}
            />
          </>
        }
        side={<MeaningPane comparison={comparison} focused={focused?.annotationId ?? null} onShow={show} />}
      />
    </>
  );
}

function Problem({ error, articleId }: { readonly error: unknown; readonly articleId: string }) {
  return (
    <div className="p-6 max-w-160">
      <ErrorMessage
        error={error}
        actions={<Button onPress={() => go({ kind: 'article', id: articleId })}>To the article</Button>}
      />
    </div>
  );
}

function OnlyOne({ article }: { readonly article: ArticleDetail }) {
  return (
    <EmptyState
      title="There is only one revision"
      icon={<GitCompareArrows size={28} aria-hidden />}
      actions={
        <Button look="primary" onPress={() => go({ kind: 'article', id: article.id })}>
          To the article
        </Button>
      }
    >
      “{article.title || 'Untitled'}” is as it was first. Correcting its text or its details, or bringing in a
      newer capture, makes a revision that can be compared with it.
    </EmptyState>
  );
}

/** After this a person wonders whether anything goes on. */
const patienceMs = 1000;

/** Two long texts are being compared: it says so, and one may leave. */
function Comparing({ articleId }: { readonly articleId: string }) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  if (!isLong) return <Spinner label="Comparing" />;
  return (
    <div className="flex-1 flex flex-col items-center justify-center gap-2">
      <div className="flex-none">
        <Spinner label="Comparing" />
      </div>
      <p>Comparing two long texts…</p>
      <Button onPress={() => go({ kind: 'article', id: articleId })}>Cancel</Button>
    </div>
  );
}

interface TwoRevisionsProps {
  readonly articleId: string;
  readonly fromRevisionId: string;
  readonly toRevisionId: string;
}

function TwoRevisions(ids: TwoRevisionsProps) {
  const { data, error, isPlaceholderData } = useAnswer('compareRevisions', ids);
  if (error) return <Problem error={error} articleId={ids.articleId} />;
  if (!data || (isPlaceholderData && data.articleId !== ids.articleId))
    return <Comparing articleId={ids.articleId} />;
  return <Comparison key={`${data.from.id} ${data.to.id}`} comparison={data} />;
}

export function CompareView({ place }: ScreenProps<'compare'>) {
  const { articleId } = place;
  const { data: article, error, isPlaceholderData } = useAnswer('getArticle', { id: articleId });
  if (error) return <Problem error={error} articleId={articleId} />;
  if (!article || isPlaceholderData) return <Spinner />;
  const meant = meantRevisions(article, place);
  if (!meant) return <OnlyOne article={article} />;
  return <TwoRevisions articleId={articleId} fromRevisionId={meant[0]} toRevisionId={meant[1]} />;
}
