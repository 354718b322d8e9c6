/** An article open for reading and annotating: its record, its text, and the passages beside it. */
import { FileQuestion } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { ArticleDetail, RevisionText } from '../../../shared/model/article';
import { CasebookError } from '../../../shared/model/result';
import { useAnswer } from '../../client/query';
import { CorrectionEditor } from '../../editor/correction/correction-editor';
import type { ReadingSurface } from '../../reading/surface/reading-surface';
import { ErrorMessage } from '../../shell/error-message';
import { go } from '../../shell/navigation';
import { useNotebookState } from '../../shell/notebook-state';
import type { PlaceOf, ScreenProps } from '../../shell/screen-props';
import { Button } from '../../ui/actions/button';
import { AfterPaint } from '../../ui/layout/after-paint';
import { EmptyState } from '../../ui/layout/empty-state';
import { SplitPane } from '../../ui/layout/split-pane';
import { ReaderFind } from './find/reader-find';
import { ArticleHeader } from './header/article-header';
import { DetailsDialog } from './header/details-dialog';
import { DraftNotice } from './header/draft-notice';
import { ReaderToolbar } from './header/reader-toolbar';
import { RevisionNotice } from './header/revision-notice';
import { useWarmSuggester } from './linking/use-warm-suggester';
import { TextWithPages } from './pages/text-with-pages';
import { PassagePane } from './passages/passage-pane';
import {
  type OpenText,
  OpenTextContext,
  type Reader,
  ReaderContext,
  useOpenText,
  useReader,
  useReaderState,
} from './reader-context';
import { createReaderState } from './reader-state';
import { ArticleText } from './text/article-text';
import { EmptyArticle } from './text/empty-article';
import { useReaderCommands } from './use-reader-commands';

function Gone() {
  return (
    <EmptyState
      title="This article is no longer there"
      icon={<FileQuestion size={28} aria-hidden />}
      actions={
        <>
          <Button onPress={() => go({ kind: 'trash' })}>Look in the trash</Button>
          <Button look="primary" onPress={() => go({ kind: 'library' })}>
            To the library
          </Button>
        </>
      }
    >
      It was deleted, or the import that made it was undone.
    </EmptyState>
  );
}

/** What comes sooner is not announced. */
const patienceMs = 120;

/** Has the shape of an article, so that nothing jumps when the words come. */
function Loading() {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  if (!isSlow) return null;
  return (
    <div role="status" aria-label="Opening the article" className="reading-column py-10">
      <div className="h-8 w-3/4 rounded bg-sunken" />
      <div className="h-4 w-1/3 rounded bg-sunken mt-4 mb-10" />
      {Array.from({ length: 9 }, (_, line) => (
        <div
          key={line}
          className="h-4 rounded bg-sunken mb-3.5"
          style={{ width: `${96 - ((line * 37) % 23)}%` }}
        />
      ))}
    </div>
  );
}

function Problem({ error }: { readonly error: unknown }) {
  if (error instanceof CasebookError && error.code === 'not-found') return <Gone />;
  return (
    <div className="p-6 max-w-160">
      <ErrorMessage
        error={error}
        actions={<Button onPress={() => go({ kind: 'library' })}>To the library</Button>}
      />
    </div>
  );
}

function Correction() {
  const { article, revision, annotations, store } = useReader();
  const focused = useReaderState((state) => state.focused[0]);
  return (
    <CorrectionEditor
      articleId={article.id}
      revision={revision}
      annotations={annotations}
      isOwn={article.kind === 'own'}
      startAt={store.getState().visible.start}
      shownAnnotation={focused}
      onDone={() => store.setState({ isCorrecting: false })}
    />
  );
}

function TextColumn({ place }: { readonly place: PlaceOf<'article'> }) {
  const { revision } = useOpenText();
  const isCorrecting = useReaderState((state) => state.isCorrecting);
  useWarmSuggester();
  if (isCorrecting) return <Correction />;
  return (
    <div className="flex flex-col flex-1 min-h-0">
      <AfterPaint holding={<div className="h-10 shrink-0 border-b border-rule" />}>
        <ReaderToolbar />
      </AfterPaint>
      <RevisionNotice />
      <DraftNotice />
      <ReaderFind place={place} />
      {/* The text in it takes the focus: no stop of its own. */}
      <div
        tabIndex={-1}
        className="reading-scroller flex-1 min-h-0 overflow-y-auto outline-none [scrollbar-gutter:stable_both-edges]"
      >
        <article className="reading-column pt-8 pb-[40vh]">
          <ArticleHeader />
          {revision.text.trim() === '' && <EmptyArticle />}
          {revision.text.trim() !== '' && <ArticleText place={place} />}
        </article>
      </div>
    </div>
  );
}

interface OpenArticleProps {
  readonly article: ArticleDetail;
  readonly revision: RevisionText;
  readonly place: PlaceOf<'article'>;
}

const none: Reader['annotations'] = [];

/** Gives what is in it the passages; itself it draws nothing anew when they change. */
function WithPassages({ text, children }: { readonly text: OpenText; readonly children: ReactNode }) {
  const { article, revision } = text;
  const annotations = useAnswer('listAnnotations', { articleId: article.id, revisionId: revision.id });
  // While those of another revision are still here, nothing is painted on the wrong words.
  const shown = annotations.isPlaceholderData ? none : (annotations.data ?? none);
  const reader = useMemo<Reader>(() => ({ ...text, annotations: shown }), [text, shown]);
  useReaderCommands(reader);
  return <ReaderContext value={reader}>{children}</ReaderContext>;
}

function OpenArticle({ article, revision, place }: OpenArticleProps) {
  const [store] = useState(createReaderState);
  const surface = useRef<ReadingSurface | null>(null);
  const isReadOnly = useNotebookState(({ notebook }) => notebook?.readOnly ?? false);
  const isCorrecting = useStore(store, (state) => state.isCorrecting);
  // While the words are being corrected, what is said about them rests.
  const canChange = !isReadOnly && !isCorrecting && revision.id === article.currentRevisionId;
  const text = useMemo<OpenText>(
    () => ({ article, revision, canChange, store, surface }),
    [article, revision, canChange, store],
  );
  return (
    <OpenTextContext value={text}>
      <WithPassages text={text}>
        <SplitPane
          name="reader"
          label="Width of the passages"
          // In a small window the text comes first.
          sideWidth={window.innerWidth < 1100 ? 250 : 310}
          sideMinWidth={220}
          main={
            <TextWithPages>
              <TextColumn place={place} />
            </TextWithPages>
          }
          side={
            <AfterPaint holding={<div className="flex-1 bg-paper" />}>
              <PassagePane />
            </AfterPaint>
          }
        />
        <AfterPaint>
          <DetailsDialog />
        </AfterPaint>
      </WithPassages>
    </OpenTextContext>
  );
}

export function ReaderView({ place }: ScreenProps<'article'>) {
  const article = useAnswer('getArticle', { id: place.id });
  const revisionId = place.revisionId ?? article.data?.currentRevisionId ?? '';
  const revision = useAnswer('getRevision', { id: revisionId }, revisionId !== '');
  // Asked for beside the words, not after them: `OpenArticle` asks the same.
  const annotations = useAnswer('listAnnotations', { articleId: place.id, revisionId }, revisionId !== '');
  const error = article.error ?? revision.error;
  if (error) return <Problem error={error} />;
  // Words and marks come together: laying out a long text twice takes longer than waiting.
  if (!article.data || !revision.data || annotations.isPending) return <Loading />;
  return <OpenArticle article={article.data} revision={revision.data} place={place} />;
}
