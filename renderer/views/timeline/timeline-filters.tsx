/** What the timeline is narrowed to: an actor, a place, a type of event; each stands on its button with a way to take it off. */
import { X } from 'lucide-react';
import { useAnswer } from '../../client/query';
import { EntityPicker } from '../../parts/entity-picker';
import { useNavigation } from '../../shell/navigation';
import type { PlaceOf } from '../../shell/screen-props';
import { Button, IconButton } from '../../ui/actions/button';
import { Select } from '../../ui/fields/select';
import { PopoverButton } from '../../ui/overlays/popover';

type TimelinePlace = PlaceOf<'timeline'>;
type Narrowing = Omit<TimelinePlace, 'kind'>;

const everyType = 'every';

/** The place with other filters; a filter that is undefined is taken off. */
function show(
  place: TimelinePlace,
  change: { readonly [Name in keyof Narrowing]: Narrowing[Name] | undefined },
): void {
  const given = Object.entries({ ...place, ...change }).filter(([, value]) => value !== undefined);
  useNavigation.getState().replace({ ...Object.fromEntries(given), kind: 'timeline' });
}

interface EntityFilterProps {
  readonly kind: 'actor' | 'place';
  readonly id: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

const words = {
  actor: { all: 'All actors', pick: 'With the actor', off: 'Show all actors' },
  place: { all: 'All places', pick: 'At the place', off: 'Show all places' },
} as const;

function EntityFilter({ kind, id, onChange }: EntityFilterProps) {
  const { all, pick, off } = words[kind];
  const { data: entity } = useAnswer('getEntity', { id: id ?? '' }, id !== undefined);
  const name = id === undefined ? all : (entity?.name ?? '…');
  const trigger = (
    <Button aria-label={`${pick}: ${name}`}>
      <span className="truncate max-w-44" dir="auto">
        {name}
      </span>
    </Button>
  );
  return (
    <span className="flex items-center">
      <PopoverButton label={pick} trigger={trigger}>
        {(close) => (
          <EntityPicker
            label={pick}
            kinds={[kind]}
            newKind={null}
            initialText=""
            onPick={(choice) => {
              close();
              if ('id' in choice) onChange(choice.id);
            }}
          />
        )}
      </PopoverButton>
      {id !== undefined && (
        <IconButton label={off} icon={<X size={14} />} onPress={() => onChange(undefined)} />
      )}
    </span>
  );
}

export function TimelineFilters({ place }: { readonly place: TimelinePlace }) {
  const { data: types = [] } = useAnswer('listEventTypes', {});
  const choices = [
    { value: everyType, label: 'Every type' },
    ...types.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <>
      <EntityFilter kind="actor" id={place.actorId} onChange={(actorId) => show(place, { actorId })} />
      <EntityFilter kind="place" id={place.placeId} onChange={(placeId) => show(place, { placeId })} />
      <Select
        label="Type of event"
        labelHidden
        value={place.typeId ?? everyType}
        choices={choices}
        onChange={(id) => show(place, { typeId: id === everyType ? undefined : id })}
      />
    </>
  );
}
