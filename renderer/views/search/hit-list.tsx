/** The hits: each opens where it is, an article's on its words. The arrow keys walk them. */
import { CalendarDays, FileText, Highlighter, NotebookPen, UserRound } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { HitKind, SearchHit } from '../../../shared/contract/search';
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
  entity: 'Entity',
  event: 'Event',
};

/** Where a hit leads. */
export function placeOf(hit: SearchHit): Place {
  switch (hit.kind) {
    case 'article':
      return {
        kind: 'article',
        id: hit.id,
        ...(hit.passage ? { range: { start: hit.passage.start, end: hit.passage.end } } : {}),
      };
    case 'passage':
      return { kind: 'article', id: hit.article?.id ?? '', annotationId: hit.id };
    case 'note':
      return { kind: 'note', id: hit.id };
    case 'entity':
      return { kind: 'entity', id: hit.id };
    case 'event':
      return { kind: 'event', id: hit.id };
    default:
      return assertNever(hit.kind);
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
    <span className="block font-serif text-[15px] leading-normal" dir="auto">
      {pieces}
    </span>
  );
}

function sourceOf({ kind, title, article }: SearchHit): string {
  const source = article ? [article.title, article.publisher, article.published ?? 'undated'] : [title];
  return [kindWords[kind], ...source].filter(Boolean).join(' · ');
}

function walk(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const next = buttons[buttons.findIndex((button) => button === document.activeElement) + step];
  next?.focus();
  event.preventDefault();
}

export function HitList({ hits }: { readonly hits: readonly SearchHit[] }) {
  return (
    <ul aria-label="Hits" onKeyDown={walk}>
      {hits.map((hit) => (
        <li key={`${hit.kind} ${hit.id}`} className="border-b border-rule">
          <button
            type="button"
            onClick={() => go(placeOf(hit))}
            className="block w-full text-start px-4 py-2.5 hover:bg-sunken cursor-default"
          >
            {hit.snippet && <Snippet hit={hit} />}
            <span className="flex items-center gap-1.5 mt-1 text-xs text-muted min-w-0">
              <span aria-hidden>{icons[hit.kind]}</span>
              <span className="truncate" dir="auto" title={sourceOf(hit)}>
                {sourceOf(hit)}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
