/** One name or value of a field, completed as one types; words that are no known name are taken too (`Zel*ky`). */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { QueryField } from '../../../../../shared/query/query';
import { OfferList, offerId } from '../../../../shell/frame/search/offer-list';
import { classNames } from '../../../../ui/class-names';
import { inputLook } from '../../../../ui/fields/text-field';
import { useValueOffers } from './use-value-offers';

interface ValueInputProps {
  readonly label: string;
  readonly field: QueryField;
  readonly placeholder?: string;
  readonly value: string;
  /** Given each time it is settled: taken from the list, Enter, or the keyboard goes elsewhere. */
  readonly onTake: (value: string) => void;
  /** It is one of several to be added: it is empty again after each. */
  readonly empties?: boolean;
}

export function ValueInput({ label, field, placeholder, value, onTake, empties = false }: ValueInputProps) {
  const id = useId();
  const [text, setShownText] = useState(value);
  // What stands there now: leaving the field may come before it is drawn again.
  const typed = useRef(value);
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const setText = (words: string) => {
    typed.current = words;
    setShownText(words);
  };
  useEffect(() => {
    typed.current = value;
    setShownText(value);
  }, [value]);
  const settle = (next: string) => {
    setIsOpen(false);
    setActive(-1);
    setText(empties ? '' : next);
    if (next.trim() !== value) onTake(next.trim());
  };
  const { offers, isStale } = useValueOffers(field, text, isOpen, settle);
  const shown = isOpen ? offers : [];
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const chosen = isStale ? undefined : shown[active];
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Tab') return chosen?.take();
    if (step !== 0) {
      setIsOpen(true);
      setActive(Math.max(-1, Math.min(shown.length - 1, active + step)));
    } else if (event.key === 'Escape' && isOpen) setIsOpen(false);
    else if (event.key === 'Enter' && chosen) chosen.take();
    else if (event.key === 'Enter') settle(text);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const type = (words: string) => {
    setText(words);
    setIsOpen(true);
    setActive(-1);
  };
  const listId = `${id}-list`;
  const hasList = shown.length > 0;
  return (
    <div className="relative min-w-0 flex-1">
      <input
        role="combobox"
        aria-label={label}
        aria-expanded={hasList}
        aria-controls={hasList ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={hasList && active >= 0 ? offerId(listId, active) : undefined}
        autoComplete="off"
        dir="auto"
        placeholder={placeholder}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={press}
        onBlur={() => settle(typed.current)}
        className={classNames(inputLook, 'h-7')}
      />
      {hasList && <OfferList id={listId} label={label} offers={shown} active={active} />}
    </div>
  );
}
