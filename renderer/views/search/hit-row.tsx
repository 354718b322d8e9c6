/** One hit: what it is and where it is from, and its words with what matched marked. */
import { CalendarDays, FileText, Highlighter, NotebookPen, UserRound } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { HitKind, SearchHit } from '../../../shared/contract/search';
import { describeEdtf } from '../../../shared/dates/describe-edtf';
import { assertNever } from '../../../shared/model/assert-never';
import { go, type Place } from '../../shell/navigation';

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

function Snippet({ hit }: { readonly hit: SearchHit }) {
  const points = [...hit.snippet];
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of hit.matches) {
    pieces.push(
      points.slice(at, start).join(''),
      <mark key={start} className="bg-(--mark-yellow) text-ink rounded-xs">
        {points.slice(start, end).join('')}
      </mark>,
    );
    at = end;
  }
  pieces.push(points.slice(at).join(''));
  return (
    <span
      className="block mt-0.5 max-w-[80ch] font-serif text-[15px] leading-normal [overflow-wrap:anywhere]"
      dir="auto"
    >
      {pieces}
    </span>
  );
}

function sourceOf({ kind, article }: SearchHit): string {
  if (!article) return kindWords[kind];
  const date = article.published ? describeEdtf(article.published) : 'date not known';
  return [kindWords[kind], article.publisher, date].filter(Boolean).join(' · ');
}

interface HitRowProps {
  readonly hit: SearchHit;
  /** It is the one in the tab order. */
  readonly isCurrent: boolean;
}

function Row({ hit, isCurrent }: HitRowProps) {
  const source = sourceOf(hit);
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
          <span className="font-medium truncate" dir="auto" title={hit.title}>
            {hit.title || 'Untitled'}
          </span>
          <span
            className="ms-auto ps-3 text-xs text-muted whitespace-nowrap shrink-0 max-w-[55%] truncate"
            dir="auto"
            title={source}
          >
            {source}
          </span>
        </span>
        {hit.snippet && <Snippet hit={hit} />}
        {hit.passage?.state === 'orphan' && (
          <span className="block mt-0.5 text-xs text-warning">The words are gone from the text</span>
        )}
      </button>
    </li>
  );
}

export const HitRow = memo(Row);
