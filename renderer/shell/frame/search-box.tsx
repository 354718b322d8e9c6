/** The one search box: found while one types, completed by fields and names, with the query of the search screen in it. */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Completion } from '../../../shared/contract/search';
import { useAnswer } from '../../client/query';
import { classNames } from '../../ui/class-names';
import { SearchField } from '../../ui/fields/text-field';
import { useNavigation } from '../navigation';
import { useCommand } from '../use-command';

const settleMs = 220;

function useQueryOfPlace(): string {
  return useNavigation(({ place }) => (place.kind === 'search' ? place.query : ''));
}

/** Shows what was typed: a step to the search screen first, after that no step for each letter. */
function showResults(query: string): void {
  const { place, go, replace, back } = useNavigation.getState();
  if (query.trim() === '') {
    if (place.kind === 'search') back();
  } else if (place.kind !== 'search') go({ kind: 'search', query });
  else if (place.query !== query) replace({ kind: 'search', query });
}

interface ListProps {
  readonly id: string;
  readonly completions: readonly Completion[];
  readonly active: number;
  readonly onTake: (completion: Completion) => void;
}

function CompletionList({ id, completions, active, onTake }: ListProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Completions"
      className="absolute inset-x-0 top-full mt-1 z-30 rounded-lg border border-rule bg-raised p-1 shadow-lg"
    >
      {completions.map((completion, index) => (
        <div
          key={completion.query}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          // The field keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(completion)}
          className={classNames(
            'px-2 py-1 rounded-sm cursor-default truncate',
            index === active ? 'bg-selected' : 'hover:bg-sunken',
          )}
          dir="auto"
        >
          {completion.label}
        </div>
      ))}
    </div>
  );
}

export function SearchBox() {
  const shown = useQueryOfPlace();
  const [text, setText] = useState(shown);
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  useCommand('find', () => {
    input.current?.focus();
    input.current?.select();
  });
  useEffect(() => setText(shown), [shown]);
  useEffect(() => {
    if (text === shown || caret === null) return;
    const timer = setTimeout(() => showResults(text), settleMs);
    return () => clearTimeout(timer);
  }, [text, shown, caret]);
  const asks = caret !== null && text.trim() !== '';
  const { data } = useAnswer(
    'completeQuery',
    { query: text, caret: Math.min(caret ?? 0, text.length) },
    asks,
  );
  const completions = asks ? (data ?? []).slice(0, 8) : [];

  const type = (value: string) => {
    setText(value);
    setActive(-1);
    setCaret(input.current?.selectionStart ?? value.length);
  };
  const take = (completion: Completion) => {
    setText(completion.query);
    setActive(-1);
    setCaret(completion.caret);
    requestAnimationFrame(() => input.current?.setSelectionRange(completion.caret, completion.caret));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = completions[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive(Math.max(-1, Math.min(completions.length - 1, active + step)));
    } else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) take(chosen);
    else if (event.key === 'Enter') {
      setCaret(null);
      showResults(text);
    } else if (event.key === 'Escape' && completions.length > 0) {
      setCaret(null);
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };
  return (
    <div className="relative w-full max-w-130" onKeyDownCapture={onKeyDown} onBlur={() => setCaret(null)}>
      <SearchField
        label="Search the notebook"
        placeholder="Search: words, “a phrase”, actor:, tag:, published:2025"
        value={text}
        onChange={type}
        inputRef={input}
      />
      {completions.length > 0 && (
        <CompletionList id={listId} completions={completions} active={active} onTake={take} />
      )}
    </div>
  );
}
