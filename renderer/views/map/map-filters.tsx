/** What the map is narrowed to: an actor, a type of event. */
import { X } from 'lucide-react';
import { useAnswer } from '../../client/query';
import { EntityPicker } from '../../parts/entity-picker';
import { Button, IconButton } from '../../ui/actions/button';
import { Select } from '../../ui/fields/select';
import { PopoverButton } from '../../ui/overlays/popover';

export interface MapFilter {
  readonly actorId?: string | undefined;
  readonly typeId?: string | undefined;
}

interface MapFiltersProps extends MapFilter {
  readonly onChange: (change: MapFilter) => void;
}

const everyType = 'every';

function ActorFilter({ actorId, onChange }: Omit<MapFiltersProps, 'typeId'>) {
  const { data: actor } = useAnswer('getEntity', { id: actorId ?? '' }, actorId !== undefined);
  const name = actorId === undefined ? 'All actors' : (actor?.name ?? '…');
  const trigger = (
    <Button aria-label={`With the actor: ${name}`}>
      <span className="truncate max-w-36" dir="auto">
        {name}
      </span>
    </Button>
  );
  return (
    <span className="flex items-center">
      <PopoverButton label="With the actor" trigger={trigger}>
        {(close) => (
          <EntityPicker
            label="With the actor"
            kinds={['actor']}
            newKind={null}
            initialText=""
            onPick={(choice) => {
              close();
              if ('id' in choice) onChange({ actorId: choice.id });
            }}
          />
        )}
      </PopoverButton>
      {actorId !== undefined && (
        <IconButton
          label="Show all actors"
          icon={<X size={14} />}
          onPress={() => onChange({ actorId: undefined })}
        />
      )}
    </span>
  );
}

export function MapFilters({ actorId, typeId, onChange }: MapFiltersProps) {
  const { data: types = [] } = useAnswer('listEventTypes', {});
  const choices = [
    { value: everyType, label: 'Every type' },
    ...types.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <>
      <ActorFilter actorId={actorId} onChange={onChange} />
      <Select
        label="Type of event"
        labelHidden
        value={typeId ?? everyType}
        choices={choices}
        onChange={(id) => onChange({ typeId: id === everyType ? undefined : id })}
      />
    </>
  );
}
