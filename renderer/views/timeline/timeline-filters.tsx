/** What the timeline is narrowed to: an actor, a place, a type, an article, words, whether it happened; each can be taken off. */
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type Happening, happenings } from '../../../shared/contract/views/timeline';
import { useAnswer } from '../../client/query';
import { EntityPicker } from '../../parts/entity-picker';
import { Button, IconButton } from '../../ui/actions/button';
import { Select } from '../../ui/fields/select';
import { SearchField } from '../../ui/fields/text-field';
import { PopoverButton } from '../../ui/overlays/popover';
import { ArticlePicker } from './article-picker';
import { showPlace, type TimelinePlace } from './timeline-place';

const every = 'every';

interface PickedFilterProps {
  /** What it narrows to, as its popover is called. */
  readonly pick: string;
  readonly off: string;
  /** Null: nothing is picked, and `all` stands on the button. */
  readonly name: string | null;
  readonly all: string;
  readonly onClear: () => void;
  readonly children: (close: () => void) => React.ReactNode;
}

/** A button with what is picked, which opens a list to pick from, and one to take it off. */
function PickedFilter({ pick, off, name, all, onClear, children }: PickedFilterProps) {
  const words = name ?? all;
  const trigger = (
    <Button aria-label={`${pick}: ${words}`}>
      <span className="truncate max-w-40" dir="auto">
        {words}
      </span>
    </Button>
  );
  return (
    <span className="flex items-center">
      <PopoverButton label={pick} trigger={trigger}>
        {children}
      </PopoverButton>
      {name !== null && <IconButton label={off} icon={<X size={14} />} onPress={onClear} />}
    </span>
  );
}

const entityWords = {
  actor: { all: 'All actors', pick: 'With the actor', off: 'Show all actors' },
  place: { all: 'All places', pick: 'At the place', off: 'Show all places' },
} as const;

interface EntityFilterProps {
  readonly kind: 'actor' | 'place';
  readonly id: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

function EntityFilter({ kind, id, onChange }: EntityFilterProps) {
  const words = entityWords[kind];
  const { data: entity } = useAnswer('getEntity', { id: id ?? '' }, id !== undefined);
  const name = id === undefined ? null : (entity?.name ?? '…');
  return (
    <PickedFilter {...words} name={name} onClear={() => onChange(undefined)}>
      {(close) => (
        <EntityPicker
          label={words.pick}
          kinds={[kind]}
          newKind={null}
          initialText=""
          onPick={(choice) => {
            close();
            if ('id' in choice) onChange(choice.id);
          }}
        />
      )}
    </PickedFilter>
  );
}

function ArticleFilter({ id }: { readonly id: string | undefined }) {
  const { data: article } = useAnswer('getArticle', { id: id ?? '' }, id !== undefined);
  const name = id === undefined ? null : (article?.title ?? '…');
  return (
    <PickedFilter
      pick="Told of by the article"
      off="Show all articles"
      all="All articles"
      name={name}
      onClear={() => showPlace({ articleId: undefined })}
    >
      {(close) => (
        <ArticlePicker
          label="Told of by the article"
          onPick={(articleId) => {
            close();
            showPlace({ articleId });
          }}
        />
      )}
    </PickedFilter>
  );
}

/** Words are looked for once the typing rests. */
const restMs = 180;

function WordsFilter({ words }: { readonly words: string }) {
  const [text, setText] = useState(words);
  useEffect(() => setText(words), [words]);
  useEffect(() => {
    if (text === words) return;
    const timer = setTimeout(() => showPlace({ words: text.trim() === '' ? undefined : text }), restMs);
    return () => clearTimeout(timer);
  }, [text, words]);
  return (
    <span className="w-36">
      <SearchField label="Words in the title" placeholder="Words" value={text} onChange={setText} />
    </span>
  );
}

const happenedLabels: Readonly<Record<Happening, string>> = {
  yes: 'Happened',
  planned: 'Planned',
  contested: 'Contested',
  no: 'Did not happen',
  unsaid: 'Not said',
};

const happenedChoices = [
  { value: every, label: 'Happened or not' },
  ...(['yes', 'planned', 'contested', 'no', 'unsaid'] as const).map((value) => ({
    value,
    label: happenedLabels[value],
  })),
];

export function TimelineFilters({ place }: { readonly place: TimelinePlace }) {
  const { data: types = [] } = useAnswer('listEventTypes', {});
  const choices = [
    { value: every, label: 'Every type' },
    ...types.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const findHappening = (value: string) => happenings.find((one) => one === value);
  return (
    <>
      <WordsFilter words={place.words ?? ''} />
      <EntityFilter kind="actor" id={place.actorId} onChange={(actorId) => showPlace({ actorId })} />
      <EntityFilter kind="place" id={place.placeId} onChange={(placeId) => showPlace({ placeId })} />
      <Select
        label="Type of event"
        labelHidden
        value={place.typeId ?? every}
        choices={choices}
        onChange={(id) => showPlace({ typeId: id === every ? undefined : id })}
      />
      <ArticleFilter id={place.articleId} />
      <Select
        label="Whether it happened"
        labelHidden
        value={place.happened ?? every}
        choices={happenedChoices}
        onChange={(value) => showPlace({ happened: findHappening(value) })}
      />
    </>
  );
}
