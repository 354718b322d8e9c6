/** Finds an event by its title as one types, or makes one: title, type, date and place, with what the words say filled in. */
import { CalendarDays, Plus } from 'lucide-react';
import { useState } from 'react';
import type { CommandArgs } from '../../shared/contract';
import { describeEdtf } from '../../shared/dates/describe-edtf';
import type { EventSummary } from '../../shared/model/event';
import { useAnswer } from '../client/query';
import { EventForm, type EventPrefill } from './event-form';
import { PickerList, type PickerRow } from './picker-list';

/** An event that exists, or one to make. */
export type EventChoice = NonNullable<CommandArgs<'annotate'>['events']>[number];

export interface EventPickerProps {
  readonly label: string;
  readonly initialText: string;
  /** What a new event is filled in with, besides its title. */
  readonly prefill: EventPrefill;
  readonly onPick: (choice: EventChoice, title: string) => void;
}

const createId = '\u0000create';
const rowsShown = 12;

const detailOf = ({ date, placeName }: EventSummary) =>
  [date && describeEdtf(date.edtf), placeName].filter(Boolean).join(' · ');

function rowsOf(events: readonly EventSummary[], text: string): readonly PickerRow[] {
  const rows = events.map((event) => ({
    id: event.id,
    label: event.title,
    detail: detailOf(event),
    icon: <CalendarDays size={14} aria-hidden />,
  }));
  const title = text.trim();
  if (title === '') return rows;
  return [...rows, { id: createId, label: `New event “${title}”…`, icon: <Plus size={14} aria-hidden /> }];
}

export function EventPicker({ label, initialText, prefill, onPick }: EventPickerProps) {
  const [text, setText] = useState(initialText);
  const [isNew, setIsNew] = useState(false);
  const { data = [], isFetching } = useAnswer('findEvents', { text: text.trim(), limit: rowsShown });
  if (isNew) {
    return (
      <EventForm title={text.trim()} prefill={prefill} onCreate={(event) => onPick(event, event.title)} />
    );
  }
  const pick = (id: string) => {
    const event = data.find((one) => one.id === id);
    if (event) onPick({ id }, event.title);
    else setIsNew(true);
  };
  return (
    <PickerList
      label={label}
      placeholder="Title of an event"
      text={text}
      onTextChange={setText}
      rows={rowsOf(data, text)}
      isStale={isFetching}
      onPick={pick}
      emptyWords="Type a title."
    />
  );
}
