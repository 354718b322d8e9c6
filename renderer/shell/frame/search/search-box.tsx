/** The one search box: found while one types, completed by fields and names, with the query of the search screen in it. */
import { useId, useRef } from 'react';
import { SearchField } from '../../../ui/fields/text-field';
import { useCommand } from '../../use-command';
import { GrammarButton } from './grammar-button';
import { OfferList, offerId } from './offer-list';
import { queryDirection } from './query-direction';
import { useSearchText } from './use-search-text';

const listLabels = { completions: 'Completions', past: 'Searched before' } as const;

export function SearchBox() {
  const input = useRef<HTMLInputElement>(null);
  const { text, offers, offered, active, type, onFocus, onBlur, onSelect, onKeyDown } = useSearchText(input);
  const listId = useId();
  const isOpen = offers.length > 0;
  useCommand('find', () => {
    input.current?.focus();
    input.current?.select();
  });
  return (
    <div className="flex items-center gap-1 w-full max-w-140">
      <div
        className="relative flex-1 min-w-0"
        onKeyDownCapture={onKeyDown}
        onFocus={onFocus}
        onBlur={onBlur}
        onSelect={onSelect}
      >
        <SearchField
          label="Search the notebook"
          placeholder="Words, “a phrase”, actor:, tag: …"
          direction={queryDirection(text)}
          value={text}
          onChange={type}
          inputRef={input}
          listId={isOpen ? listId : undefined}
          activeOptionId={isOpen && active >= 0 ? offerId(listId, active) : undefined}
        />
        {isOpen && <OfferList id={listId} label={listLabels[offered]} offers={offers} active={active} />}
      </div>
      <GrammarButton />
    </div>
  );
}
