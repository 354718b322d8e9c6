/** What a person picks to narrow passages by, a row a kind of filter: its name in the menu and its picker. */
import { CalendarDays } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { type PassageFilters, passageProperties } from '../../../../shared/contract/passages';
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import { isEdtf } from '../../../../shared/dates/edtf';
import { modes } from '../../../../shared/model/account';
import type { EntityKind } from '../../../../shared/model/entity';
import { colours } from '../../../../shared/model/tag';
import { foldForMatch } from '../../../../shared/text/fold';
import { useAnswer } from '../../../client/query';
import { EntityPicker, entityIcon } from '../../../parts/entity-picker';
import { PickerList } from '../../../parts/picker-list';
import { tagPath } from '../../../parts/tag-picker';
import { Button } from '../../../ui/actions/button';
import { TextField } from '../../../ui/fields/text-field';
import { ChoicePicker } from './choice-picker';
import { claimantWords, lackWords, propertyWords, stateWords } from './filter-parts';

interface PickerProps {
  readonly onPick: (more: PassageFilters) => void;
}
type Picker = (props: PickerProps) => ReactNode;

const entityPicker =
  (label: string, kind: EntityKind, filterOf: (id: string) => PassageFilters): Picker =>
  ({ onPick }) => (
    <EntityPicker
      label={label}
      kinds={[kind]}
      newKind={null}
      initialText=""
      onPick={(choice) => 'id' in choice && onPick(filterOf(choice.id))}
    />
  );

const named = (id: string): PassageFilters => ({ entityIds: [id] });
const found = 12;

/** An actor, or who is none: the article itself, a source without a name. What was picked before gives way. */
function ClaimantFilter({ onPick }: PickerProps) {
  const [text, setText] = useState('');
  const actors = useAnswer('findEntities', { text: text.trim(), kinds: ['actor'], limit: found });
  const nobodys = (['narrator', 'unnamed'] as const).map((id) => ({ id, label: claimantWords[id] }));
  const words = foldForMatch(text);
  const rows = [
    ...nobodys.filter(({ label }) => foldForMatch(label).includes(words)),
    ...(actors.data ?? []).map(({ id, name, kind }) => ({ id, label: name, icon: entityIcon(kind) })),
  ];
  const pick = (id: string) => {
    const claimant = nobodys.find((one) => one.id === id)?.id;
    onPick(claimant ? { claimant, claimantId: undefined } : { claimantId: id, claimant: undefined });
  };
  return (
    <PickerList
      label="Evidence for an account by"
      placeholder="Name or alias"
      text={text}
      onTextChange={setText}
      rows={rows}
      isStale={actors.isPlaceholderData || actors.isPending}
      onPick={pick}
      emptyWords="None of that name."
    />
  );
}

function EventFilter({ onPick }: PickerProps) {
  const [text, setText] = useState('');
  const events = useAnswer('findEvents', { text: text.trim(), limit: found });
  const rows = (events.data ?? []).map(({ id, title, date }) => ({
    id,
    label: title,
    detail: date ? describeEdtf(date.edtf) : '',
    icon: <CalendarDays size={14} aria-hidden />,
  }));
  return (
    <PickerList
      label="Evidence for the event"
      placeholder="Title of an event"
      text={text}
      onTextChange={setText}
      rows={rows}
      isStale={events.isPlaceholderData || events.isPending}
      onPick={(id) => onPick({ eventIds: [id] })}
      emptyWords="None of that title."
    />
  );
}

function ArticleFilter({ onPick }: PickerProps) {
  const [text, setText] = useState('');
  const shown = {
    tagId: null,
    show: 'all',
    sort: 'title',
    descending: false,
    offset: 0,
    limit: found,
  } as const;
  const articles = useAnswer('listArticles', { ...shown, filter: text.trim() });
  const rows = (articles.data?.rows ?? []).map(({ id, title, publisher }) => ({
    id,
    label: title || 'Untitled',
    detail: publisher,
  }));
  return (
    <PickerList
      label="In the article"
      placeholder="Title, author or publisher"
      text={text}
      onTextChange={setText}
      rows={rows}
      isStale={articles.isPlaceholderData || articles.isPending}
      onPick={(articleId) => onPick({ articleId })}
      emptyWords="None of that title."
    />
  );
}

function TypeFilter({ onPick }: PickerProps) {
  const { data: types = [], isPending } = useAnswer('listEventTypes', {});
  return (
    <ChoicePicker
      label="Evidence for an event of the type, or a kind of it"
      choices={types.map(({ id, name }) => ({ id, label: name }))}
      isStale={isPending}
      onPick={(typeId) => onPick({ eventsLike: [{ typeId }] })}
    />
  );
}

/** The tags of the codebook by their paths. */
export function useTagChoices() {
  const { data: tags = [], isPending } = useAnswer('listTags', {});
  const choices = tags.map((tag) => ({
    id: tag.id,
    label: tagPath(tag, tags),
    detail: String(tag.useCount),
  }));
  return { choices, isStale: isPending };
}

function TagFilter({ onPick }: PickerProps) {
  const tags = useTagChoices();
  return (
    <ChoicePicker
      label="Tagged, or with a tag below it"
      {...tags}
      onPick={(id) => onPick({ tagIds: [id] })}
    />
  );
}

function PublisherFilter({ onPick }: PickerProps) {
  const { data = [], isPending } = useAnswer('listPublishers', {});
  return (
    <ChoicePicker
      label="In articles of the publisher"
      choices={data.map((name) => ({ id: name, label: name }))}
      isStale={isPending}
      onPick={(publisher) => onPick({ publisher })}
    />
  );
}

const dateError = (text: string) =>
  text === '' || isEdtf(text) ? undefined : 'A date such as 2024, 2024-03 or 2024-03-15.';

function PublishedFilter({ onPick }: PickerProps) {
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const isReady = (from !== '' || to !== '') && !dateError(from) && !dateError(to);
  const submit = () => isReady && onPick({ ...(from && { from }), ...(to && { to }) });
  return (
    <form
      className="w-64 flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField label="Published from" autoFocus value={from} onChange={setFrom} error={dateError(from)} />
      <TextField label="to" value={to} onChange={setTo} error={dateError(to)} />
      <Button type="submit" look="primary" isDisabled={!isReady}>
        Show
      </Button>
    </form>
  );
}

function monthPicker(label: string, filterOf: (month: string) => PassageFilters): Picker {
  return function MonthFilter({ onPick }) {
    const [month, setMonth] = useState('');
    const isReady = /^\d{4}-(0[1-9]|1[0-2])$/.test(month);
    return (
      <form
        className="w-64 flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) onPick(filterOf(month));
        }}
      >
        <TextField label={label} autoFocus placeholder="2024-03" value={month} onChange={setMonth} />
        <Button type="submit" look="primary" isDisabled={!isReady}>
          Show
        </Button>
      </form>
    );
  };
}

interface Choice {
  readonly id: string;
  readonly label: string;
  readonly filter: PassageFilters;
}

const choicePicker =
  (label: string, choices: readonly Choice[]): Picker =>
  ({ onPick }) => (
    <ChoicePicker
      label={label}
      choices={choices}
      onPick={(id) => onPick(choices.find((choice) => choice.id === id)?.filter ?? {})}
    />
  );

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const colourChoices = [...colours, 'none' as const].map((colour) => ({
  id: colour,
  label: colour === 'none' ? 'No colour' : capital(colour),
  filter: { colour },
}));
const stateChoices = (['exact', 'moved', 'changed', 'orphan'] as const).map((state) => ({
  id: state,
  label: stateWords[state],
  filter: { state },
}));
const modeChoices = modes.map((mode) => ({ id: mode, label: mode, filter: { mode } }));
const hasChoices = passageProperties.map((property) => ({
  id: property,
  label: `Has ${propertyWords[property]}`,
  filter: { has: [property] },
}));
const lackChoices = passageProperties.map((property) => ({
  id: property,
  label: `Has ${lackWords[property]}`,
  filter: { lacks: [property] },
}));

/** Every kind of filter, in the order of the menu. `group`: a line stands above it. */
export const filterKinds: readonly {
  readonly id: string;
  readonly label: string;
  readonly picker: Picker;
  readonly group?: boolean;
}[] = [
  { id: 'actor', label: 'Actor…', picker: entityPicker('Naming the actor', 'actor', named) },
  { id: 'place', label: 'Place…', picker: entityPicker('Naming the place, or one in it', 'place', named) },
  { id: 'object', label: 'Object…', picker: entityPicker('Naming the object', 'object', named) },
  { id: 'tag', label: 'Tag…', picker: TagFilter },
  { id: 'event', label: 'Event…', picker: EventFilter, group: true },
  { id: 'type', label: 'Type of event…', picker: TypeFilter },
  {
    id: 'event-month',
    label: 'Month of event…',
    picker: monthPicker('Evidence for an event in the month', (month) => ({ eventsLike: [{ month }] })),
  },
  {
    id: 'claimant',
    label: 'Who says it…',
    picker: ClaimantFilter,
  },
  { id: 'mode', label: 'How it is said…', picker: choicePicker('Evidence for an account that', modeChoices) },
  { id: 'article', label: 'Article…', picker: ArticleFilter, group: true },
  { id: 'publisher', label: 'Publisher…', picker: PublisherFilter },
  { id: 'published', label: 'Published from, to…', picker: PublishedFilter },
  {
    id: 'month',
    label: 'Month published…',
    picker: monthPicker('Published in the month', (month) => ({ month })),
  },
  { id: 'colour', label: 'Colour…', picker: choicePicker('Colour', colourChoices), group: true },
  { id: 'state', label: 'State of the words…', picker: choicePicker('The words', stateChoices) },
  { id: 'has', label: 'Has…', picker: choicePicker('Has', hasChoices) },
  { id: 'lacks', label: 'Has no…', picker: choicePicker('Has no', lackChoices) },
];
