/** The list under the `@`: follows it when the text scrolls, and stands above it where there is no room below. */
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import type { LexicalEditor } from 'lexical';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { classNames } from '../../ui/class-names';
import type { CitationOption } from './citation-options';
import type { TypedQuery } from './typed-query';

export interface CitationListProps {
  readonly id: string;
  readonly query: TypedQuery;
  readonly options: readonly CitationOption[];
  /** The row that Enter would take. */
  readonly active: number;
  readonly onPoint: (row: number) => void;
  readonly onChoose: (option: CitationOption) => void;
}

/** Where the `@` is in the window, in CSS pixels. */
function boxOf(editor: LexicalEditor, { key, offset }: TypedQuery): DOMRect | null {
  const text = editor.getElementByKey(key)?.firstChild;
  if (!(text instanceof Text) || offset >= text.length) return null;
  const range = document.createRange();
  range.setStart(text, offset);
  range.setEnd(text, offset + 1);
  return range.getBoundingClientRect();
}

/** Grows with each scroll and resize: what is measured is measured again. */
function useWindowMoves(): number {
  const [moves, setMoves] = useState(0);
  useEffect(() => {
    const move = () => setMoves((count) => count + 1);
    window.addEventListener('scroll', move, { capture: true, passive: true });
    window.addEventListener('resize', move);
    return () => {
      window.removeEventListener('scroll', move, { capture: true });
      window.removeEventListener('resize', move);
    };
  }, []);
  return moves;
}

const gap = 6;

/** Places the list by its own height. */
function usePlaced(query: TypedQuery, rows: number) {
  const [editor] = useLexicalComposerContext();
  const list = useRef<HTMLUListElement>(null);
  const moves = useWindowMoves();
  useLayoutEffect(() => {
    const box = boxOf(editor, query);
    if (!list.current || !box) return;
    const { offsetHeight: height, offsetWidth: width } = list.current;
    const below = box.bottom + gap + height <= window.innerHeight;
    list.current.style.top = `${below ? box.bottom + gap : Math.max(gap, box.top - gap - height)}px`;
    list.current.style.left = `${Math.max(gap, Math.min(box.left, window.innerWidth - width - gap))}px`;
  }, [editor, query, rows, moves]);
  return list;
}

interface RowProps {
  readonly id: string;
  readonly option: CitationOption;
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

function Row({ id, option: { sort, label, detail }, isActive, onPoint, onChoose }: RowProps) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    <li
      ref={row}
      id={id}
      role="option"
      aria-selected={isActive}
      onMouseMove={onPoint}
      // The text keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
      onKeyDown={undefined}
      className={classNames(
        'flex items-baseline gap-2 px-2 py-1 rounded-sm cursor-default',
        isActive && 'bg-selected',
      )}
    >
      <span className="text-muted text-xs w-14 shrink-0">{sort}</span>
      <span className="flex flex-col min-w-0">
        <span className="line-clamp-2" dir="auto">
          {label}
        </span>
        {detail && (
          <span className="text-muted text-xs truncate" dir="auto">
            {detail}
          </span>
        )}
      </span>
    </li>
  );
}

export function CitationList({ id, query, options, active, onPoint, onChoose }: CitationListProps) {
  const list = usePlaced(query, options.length);
  return (
    <ul
      ref={list}
      id={id}
      role="listbox"
      aria-label="Cite"
      className="fixed z-40 w-105 max-w-[90vw] max-h-72 overflow-auto rounded-lg border border-rule bg-raised p-1 shadow-lg text-[13px] font-sans"
    >
      {options.map((option, index) => (
        <Row
          key={`${option.target} ${option.targetId}`}
          id={`${id}-${index}`}
          option={option}
          isActive={index === active}
          onPoint={() => onPoint(index)}
          onChoose={() => onChoose(option)}
        />
      ))}
    </ul>
  );
}
