/** One hit: what it is and where it is from, and its words with what matched marked. */
import { CalendarDays, FileText, Highlighter, NotebookPen, UserRound } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { HitKind, SearchHit } from '../../../../shared/contract/search';
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import { assertNever } from '../../../../shared/model/assert-never';
import { go, type Place } from '../../../shell/navigation';
import { MarkedWords } from './marked-words';
import { titleMatches } from './title-matches';

const icons: Readonly<Record<HitKind, ReactNode>> = {
  article: <FileText size={14} />,
  passage: <Highlighter size={14} />,
  note: <NotebookPen size={14} />,
  entity: <UserRound size={14} />,
  event: <CalendarDays size={14} />,
};

const kindWords: Readonly<Record<HitKind, string>> = {
  article: 'Article',
  passage: 'Passage',
  note: 'Note',
  entity: 'Entry',
  event: 'Event',
};

/** A hit's key in the list. */
export const keyOfHit = ({ kind, id }: SearchHit): string => `${kind} ${id}`;

/** Where a hit leads: to its words, where it has some. */
export function placeOf({ kind, id, article, passage }: SearchHit): Place {
  switch (kind) {
    case 'article':
      return { kind, id, ...(passage ? { range: { start: passage.start, end: passage.end } } : {}) };
    case 'passage':
      return { kind: 'article', id: article?.id ?? '', annotationId: id };
    case 'note':
    case 'entity':
    case 'event':
      return { kind, id };
    default:
      return assertNever(kind);
  }
}

function Snippet({ snippet, matches }: Pick<SearchHit, 'snippet' | 'matches'>) {
  if (snippet === '') return null;
  return (
    <span
      className="block mt-0.5 max-w-[80ch] font-serif text-[15px] leading-normal [overflow-wrap:anywhere]"
      dir="auto"
    >
      <MarkedWords pieces={[...snippet]} matches={matches} />
    </span>
  );
}

/** What it is and where it is from; a long publisher gives way, the date does not. */
function Source({ kind, article }: Pick<SearchHit, 'kind' | 'article'>) {
  const date = article && (article.published ? describeEdtf(article.published) : 'date not known');
  const publisher = article?.publisher ?? '';
  return (
    <span className="ms-auto ps-3 flex min-w-0 shrink-0 max-w-[55%] text-xs text-muted whitespace-nowrap">
      <span>{kindWords[kind]}</span>
      {publisher && (
        <>
          <span className="whitespace-pre"> · </span>
          <bdi className="truncate" title={publisher}>
            {publisher}
          </bdi>
        </>
      )}
      {date && <span className="whitespace-pre"> · {date}</span>}
    </span>
  );
}

function Title({ title, query }: { readonly title: string; readonly query: string }) {
  return (
    <span className="font-medium truncate" dir="auto" title={title}>
      {title === '' ? (
        'Untitled'
      ) : (
        <MarkedWords pieces={title.split('')} matches={titleMatches(title, query)} />
      )}
    </span>
  );
}

interface HitRowProps {
  readonly hit: SearchHit;
  readonly query: string;
  /** It is the one in the tab order. */
  readonly isCurrent: boolean;
}

function Row({ hit, query, isCurrent }: HitRowProps) {
  return (
    <li className="border-b border-rule">
      <button
        type="button"
        data-walked={keyOfHit(hit)}
        tabIndex={isCurrent ? 0 : -1}
        onClick={() => go(placeOf(hit))}
        className="block w-full text-start px-4 py-2 hover:bg-sunken cursor-default -outline-offset-2"
      >
        <span className="flex items-center gap-2 min-w-0">
          <span aria-hidden className="text-faint shrink-0">
            {icons[hit.kind]}
          </span>
          <Title title={hit.title} query={query} />
          <Source kind={hit.kind} article={hit.article} />
        </span>
        <Snippet snippet={hit.snippet} matches={hit.matches} />
        {hit.passage?.state === 'orphan' && (
          <span className="block mt-0.5 text-xs text-warning">The words are gone from the text</span>
        )}
      </button>
    </li>
  );
}

export const HitRow = memo(Row);
