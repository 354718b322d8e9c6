/** One hit: what it is and where it is from, its words with what matched marked, and what rests on it. */
import {
  CalendarDays,
  FileText,
  Highlighter,
  MessageSquareQuote,
  NotebookPen,
  Tag,
  UserRound,
  WandSparkles,
} from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { HitKind, SearchHit } from '../../../../../shared/contract/search';
import { describeEdtf } from '../../../../../shared/dates/describe-edtf';
import { showMoreLike } from '../../../../parts/passages/more-like';
import { go } from '../../../../shell/navigation';
import { HitFacts } from './hit-facts';
import { keyOfHit, kindWords, placeOf } from './hit-place';
import { MarkedWords } from './marked-words';
import { titleMatches } from './title-matches';

const icons: Readonly<Record<HitKind, ReactNode>> = {
  article: <FileText size={14} />,
  passage: <Highlighter size={14} />,
  note: <NotebookPen size={14} />,
  entity: <UserRound size={14} />,
  event: <CalendarDays size={14} />,
  account: <MessageSquareQuote size={14} />,
  tag: <Tag size={14} />,
};

function Snippet({ snippet, matches, passage }: Pick<SearchHit, 'snippet' | 'matches' | 'passage'>) {
  if (snippet === '') return null;
  return (
    <span
      className="block mt-0.5 max-w-[80ch] font-serif text-[15px] leading-normal [overflow-wrap:anywhere]"
      dir="auto"
    >
      <MarkedWords pieces={[...snippet]} matches={matches} />
      {passage?.place && (
        <bdi className="ms-2 font-sans text-xs text-muted" title="Where in the source it stands">
          {passage.place}
        </bdi>
      )}
    </span>
  );
}

/** Where it is from; a long publisher gives way, the date does not. */
export function ArticleSource({ article }: Pick<SearchHit, 'article'>) {
  const date = article && (article.published ? describeEdtf(article.published) : 'date not known');
  const publisher = article?.publisher ?? '';
  return (
    <>
      {publisher && (
        <bdi className="truncate" title={publisher}>
          {publisher}
        </bdi>
      )}
      {date && (
        <span className="whitespace-pre">
          {publisher && ' · '}
          {date}
        </span>
      )}
    </>
  );
}

function Source({ kind, article }: Pick<SearchHit, 'kind' | 'article'>) {
  return (
    <span className="ms-auto ps-3 flex min-w-0 shrink-0 max-w-[55%] text-xs text-muted whitespace-nowrap">
      <span>{kindWords[kind]}</span>
      {article && <span className="whitespace-pre"> · </span>}
      <ArticleSource article={article} />
    </span>
  );
}

/** The words of the snippet that were found, each once. */
function formsIn({ snippet, matches }: Pick<SearchHit, 'snippet' | 'matches'>): readonly string[] {
  const characters = [...snippet];
  return [...new Set(matches.map(({ start, end }) => characters.slice(start, end).join('')))];
}

interface TitleProps {
  readonly title: string;
  readonly query: string;
  readonly forms: readonly string[];
}

function Title({ title, query, forms }: TitleProps) {
  return (
    <span className="font-medium truncate" dir="auto" title={title}>
      {title === '' ? (
        'Untitled'
      ) : (
        <MarkedWords pieces={title.split('')} matches={titleMatches(title, query, forms)} />
      )}
    </span>
  );
}

/** Beside the hit, not in it: a control within another cannot be reached. */
function MoreLike({ id, isCurrent }: { readonly id: string; readonly isCurrent: boolean }) {
  return (
    <button
      type="button"
      aria-label="More like this passage"
      title="More like this passage"
      tabIndex={isCurrent ? 0 : -1}
      onClick={() => void showMoreLike(id)}
      className="absolute end-3 bottom-1.5 size-6 inline-flex items-center justify-center rounded-md text-muted bg-raised border border-rule opacity-0 group-hover:opacity-100 group-focus-within:opacity-100 hover:text-accent cursor-default"
    >
      <WandSparkles size={13} aria-hidden />
    </button>
  );
}

export interface HitRowProps {
  readonly hit: SearchHit;
  readonly query: string;
  /** It is the one in the tab order. */
  readonly isCurrent: boolean;
  /** It stands under its article, which need not be named again. */
  readonly isGrouped?: boolean;
}

function Row({ hit, query, isCurrent, isGrouped = false }: HitRowProps) {
  const { kind, facts } = hit;
  const hasTitle = !isGrouped || kind !== 'passage';
  return (
    <li className={isGrouped ? 'relative group' : 'relative group border-b border-rule'}>
      <button
        type="button"
        data-walked={keyOfHit(hit)}
        tabIndex={isCurrent ? 0 : -1}
        onClick={() => go(placeOf(hit, query))}
        className={`block w-full text-start px-4 hover:bg-sunken cursor-default -outline-offset-2 ${isGrouped ? 'py-1.5' : 'py-2'}`}
      >
        {hasTitle && (
          <span className="flex items-center gap-2 min-w-0">
            <span aria-hidden className="text-faint shrink-0">
              {icons[kind]}
            </span>
            <Title title={isGrouped ? 'In the article' : hit.title} query={query} forms={formsIn(hit)} />
            {!isGrouped && <Source kind={kind} article={hit.article} />}
          </span>
        )}
        {/* A text may begin with its own title. */}
        {hit.snippet !== hit.title && (
          <Snippet snippet={hit.snippet} matches={hit.matches} passage={hit.passage} />
        )}
        {hit.passage?.state === 'orphan' && (
          <span className="block mt-0.5 text-xs text-warning">The words are gone from the text</span>
        )}
        {facts && (
          <HitFacts facts={facts} shown={hit.snippet} hidesEvents={kind === 'event' || kind === 'account'} />
        )}
      </button>
      {kind === 'passage' && <MoreLike id={hit.id} isCurrent={isCurrent} />}
    </li>
  );
}

export const HitRow = memo(Row);
