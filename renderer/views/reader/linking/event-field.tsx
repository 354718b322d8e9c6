/**
 * The event that words are evidence for: proposed, found as one types, or made of the title typed. While its list is closed,
 * Enter is the form's, so that a proposal is accepted with one key.
 */
import { CalendarDays, Plus } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { SuggestedEvent } from '../../../../shared/contract/accounts';
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import { useAnswer } from '../../../client/query';
import { LinkButton } from '../../../ui/actions/button';
import { classNames } from '../../../ui/class-names';
import { inputLook, labelLook } from '../../../ui/fields/text-field';
import type { ChosenEvent } from './proposals';

const offered = 8;

interface Row {
  readonly key: string;
  readonly event: ChosenEvent;
}

/** Known events for what is typed, those near the words first; last a new one of this title. */
function useRows(text: string, proposed: readonly SuggestedEvent[], isTyped: boolean) {
  const title = text.trim();
  const {
    data = [],
    isPlaceholderData,
    isPending,
  } = useAnswer('findEvents', { text: title, limit: offered }, isTyped);
  const found = data.map(({ id, title: name, date }) => ({ id, title: name, date: date?.edtf ?? '' }));
  const known: readonly ChosenEvent[] = isTyped ? found : proposed;
  const rows: Row[] = known.map((event) => ({
    key: event.id ?? '',
    event: { id: event.id, title: event.title, date: event.date },
  }));
  if (title !== '') rows.push({ key: 'new', event: { id: null, title, date: '' } });
  return { rows, isStale: isTyped && (isPlaceholderData || isPending) };
}

interface OptionProps {
  readonly id: string;
  readonly event: ChosenEvent;
  readonly isActive: boolean;
  readonly onPick: () => void;
}

function Option({ id, event, isActive, onPick }: OptionProps) {
  const icon = event.id === null ? <Plus size={14} aria-hidden /> : <CalendarDays size={14} aria-hidden />;
  return (
    <li
      id={id}
      role="option"
      aria-selected={isActive}
      onMouseDown={(pressed) => pressed.preventDefault()}
      onClick={onPick}
      className={classNames(
        'flex items-center gap-2 rounded-sm px-2 py-1 cursor-default',
        isActive && 'bg-selected',
      )}
    >
      <span className="text-muted shrink-0">{icon}</span>
      <span className="truncate" dir="auto">
        {event.id === null ? `New event “${event.title}”` : event.title}
      </span>
      {event.date && (
        <span className="ms-auto ps-3 text-xs text-muted shrink-0 max-w-40 truncate">
          {describeEdtf(event.date)}
        </span>
      )}
    </li>
  );
}

export interface EventFieldProps {
  readonly chosen: ChosenEvent;
  readonly proposed: readonly SuggestedEvent[];
  readonly onChange: (event: ChosenEvent) => void;
}

/** Enters that came before the answer: the first takes its first row, the next is the form's. */
interface EarlyEnters {
  readonly count: number;
  readonly form: HTMLFormElement | null;
}

function waitWith({ target }: KeyboardEvent, early: RefObject<EarlyEnters>): void {
  const form = target instanceof HTMLInputElement ? target.form : null;
  early.current = { count: early.current.count + 1, form };
}

/** What is typed, whether the list is open, and which row is active. */
function useEventList({ chosen, proposed, onChange }: EventFieldProps) {
  const [text, setText] = useState(chosen.title);
  const [isTyped, setIsTyped] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(0);
  const { rows, isStale } = useRows(text, proposed, isTyped);
  const early = useRef<EarlyEnters>({ count: 0, form: null });
  const pick = (event: ChosenEvent) => {
    setText(event.title);
    setIsTyped(false);
    setIsOpen(false);
    onChange(event);
  };
  const type = (words: string) => {
    setText(words);
    setIsTyped(true);
    setIsOpen(true);
    setActive(0);
    onChange({ id: null, title: words, date: '' });
  };
  // Enter before the answer waits for it, so that fast typing takes no row of the words before.
  useEffect(() => {
    const first = rows[0];
    const { count, form } = early.current;
    const isSaved = chosen.id !== null;
    if (count === 0 || (isStale && !isSaved) || !first) return;
    early.current = { count: 0, form: null };
    if (isSaved) return;
    queueMicrotask(() => {
      flushSync(() => pick(first.event));
      if (count > 1) form?.requestSubmit();
    });
  });
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows[active];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !isOpen) setIsOpen(true);
    else if (step) setActive(Math.max(0, Math.min(rows.length - 1, active + step)));
    else if (event.key === 'Enter' && isOpen && isStale) waitWith(event, early);
    else if (event.key === 'Enter' && isOpen && row) pick(row.event);
    else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation();
      setIsOpen(false);
    } else return;
    event.preventDefault();
  };
  return {
    text,
    rows,
    isOpen: isOpen && rows.length > 0,
    isTyped,
    active,
    pick,
    type,
    press,
    close: () => setIsOpen(false),
  };
}

const namedBeside = 2;

/** Events that the words may be about as well as a new one, so that none is made twice unseen. */
function Others({
  proposed,
  onPick,
}: Pick<EventFieldProps, 'proposed'> & { onPick: (event: ChosenEvent) => void }) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 text-xs text-muted min-w-0">
      or one that is there:
      {proposed.slice(0, namedBeside).map(({ id, title, date }) => (
        <LinkButton key={id} title={title} onPress={() => onPick({ id, title, date })}>
          {title}
        </LinkButton>
      ))}
    </p>
  );
}

/** All of a long title is selected, and its beginning shown: after the focus, which scrolls to the end. */
function showBeginning(input: HTMLInputElement): void {
  requestAnimationFrame(() => {
    input.setSelectionRange(0, input.value.length, 'backward');
    input.scrollTo({ left: 0 });
  });
}

export function EventField(props: EventFieldProps) {
  const { chosen, proposed } = props;
  const id = useId();
  const wasFocused = useRef(false);
  const { text, rows, isOpen, isTyped, active, pick, type, press, close } = useEventList(props);
  const input = useRef<HTMLInputElement>(null);
  // The button that was pressed goes: Enter is to take the rest.
  const pickOther = (event: ChosenEvent) => {
    pick(event);
    input.current?.focus();
  };
  return (
    <div className="flex flex-col gap-1 min-w-0">
      <label htmlFor={id} className={labelLook}>
        {chosen.id === null ? 'New event' : 'Event'}
      </label>
      <input
        id={id}
        ref={input}
        // biome-ignore lint/a11y/noAutofocus: the panel is opened to type in, or to accept with Enter
        autoFocus
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen ? `${id}-${active}` : undefined}
        autoComplete="off"
        dir="auto"
        placeholder="Title of an event"
        value={text}
        onChange={({ target }) => type(target.value)}
        onKeyDown={press}
        onFocus={({ target }) => {
          if (!wasFocused.current) showBeginning(target);
          wasFocused.current = true;
        }}
        onBlur={close}
        className={classNames(inputLook, 'h-7.5')}
      />
      {chosen.id === null && !isOpen && !isTyped && proposed.length > 0 && (
        <Others proposed={proposed} onPick={pickOther} />
      )}
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label="Events"
        hidden={!isOpen}
        className="max-h-52 overflow-auto -mx-1"
        tabIndex={-1}
      >
        {rows.map(({ key, event }, index) => (
          <Option
            key={key}
            id={`${id}-${index}`}
            event={event}
            isActive={index === active}
            onPick={() => pick(event)}
          />
        ))}
      </ul>
    </div>
  );
}
