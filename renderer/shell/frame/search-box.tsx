/** The one search box: found while one types, completed by fields and names, with the query of the search screen in it. */
import { useId, useRef } from 'react';
import type { Completion } from '../../../shared/contract/search';
import { classNames } from '../../ui/class-names';
import { SearchField } from '../../ui/fields/text-field';
import { useCommand } from '../use-command';
import { useSearchText } from './use-search-text';

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
  const input = useRef<HTMLInputElement>(null);
  const { text, completions, active, type, take, closeCompletions, onKeyDown } = useSearchText(input);
  const listId = useId();
  const isOpen = completions.length > 0;
  useCommand('find', () => {
    input.current?.focus();
    input.current?.select();
  });
  return (
    <div className="relative w-full max-w-130" onKeyDownCapture={onKeyDown} onBlur={closeCompletions}>
      <SearchField
        label="Search the notebook"
        placeholder="Search: words, “a phrase”, actor:, tag:, published:2025"
        value={text}
        onChange={type}
        inputRef={input}
        listId={isOpen ? listId : undefined}
        activeOptionId={active >= 0 ? `${listId}-${active}` : undefined}
      />
      {isOpen && <CompletionList id={listId} completions={completions} active={active} onTake={take} />}
    </div>
  );
}
