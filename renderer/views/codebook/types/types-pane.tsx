/** The notebook's own event types: a hierarchy, in an order of the researcher's, each with what it is for. */
import { Trash2 } from 'lucide-react';
import type { EventType } from '../../../../shared/model/event';
import { commands } from '../../../client/client';
import { useAnswer } from '../../../client/query';
import { ErrorMessage } from '../../../shell/error-message';
import { go } from '../../../shell/navigation';
import { notifyUndoable, run } from '../../../shell/notices';
import { Button } from '../../../ui/actions/button';
import { Select } from '../../../ui/fields/select';
import { type Entry, EntryList } from '../entry-list';
import { MoveButtons } from '../move-buttons';
import { NamedFields } from '../named-fields';

const none = 'none';

function depthOf(type: EventType, types: readonly EventType[]): number {
  const parent = types.find(({ id }) => id === type.parentId);
  return parent ? depthOf(parent, types) + 1 : 0;
}

function isBelow(type: EventType, id: string, types: readonly EventType[]): boolean {
  if (type.id === id) return true;
  const parent = types.find((one) => one.id === type.parentId);
  return parent !== undefined && isBelow(parent, id, types);
}

async function trash({ id, name }: EventType): Promise<void> {
  const done = await run(commands.trashEventType({ id }));
  if (done !== undefined) notifyUndoable(`Moved the type “${name}” to the trash`, 'trashEventType');
}

function Below({ type, types }: { readonly type: EventType; readonly types: readonly EventType[] }) {
  const possible = types.filter((one) => !isBelow(one, type.id, types));
  const choices = [
    { value: none, label: 'At the top' },
    ...possible.map((one) => ({ value: one.id, label: `${'– '.repeat(depthOf(one, types))}${one.name}` })),
  ];
  const put = (value: string) =>
    void run(commands.updateEventType({ id: type.id, parentId: value === none ? null : value }));
  return <Select label="Below" value={type.parentId ?? none} choices={choices} onChange={put} />;
}

function TypeDetails({ type, types }: { readonly type: EventType; readonly types: readonly EventType[] }) {
  const { id, name, description, useCount: count } = type;
  const uses = count === 1 ? '1 event' : `${count.toLocaleString('en')} events`;
  return (
    <section aria-label={`Event type ${name}`} className="flex flex-col gap-4 p-4 overflow-auto">
      <NamedFields
        key={id}
        name={name}
        description={description}
        hint="When an event is of this type, and when not"
        onSave={(change) => void run(commands.updateEventType({ id, ...change }))}
      />
      <Below type={type} types={types} />
      <div className="flex flex-wrap items-center justify-end gap-2 pt-3 border-t border-rule">
        <div className="me-auto">
          <Button onPress={() => go({ kind: 'timeline', typeId: id })}>Show {uses}</Button>
        </div>
        <MoveButtons name={name} onMove={(by) => void run(commands.moveEventType({ id, by }))} />
        <Button look="danger" icon={<Trash2 size={14} aria-hidden />} onPress={() => void trash(type)}>
          Delete
        </Button>
      </div>
    </section>
  );
}

export function TypesPane() {
  const { data: types = [], error } = useAnswer('listEventTypes', {});
  const entries: Entry[] = types.map((type) => ({ ...type, depth: depthOf(type, types) }));
  if (error) return <ErrorMessage error={error} />;
  const details = (id: string) => {
    const type = types.find((one) => one.id === id);
    return type && <TypeDetails type={type} types={types} />;
  };
  return (
    <EntryList
      label="Event types"
      newLabel="New event type"
      name="event-types"
      entries={entries}
      onAdd={async (name) => (await run(commands.createEventType({ name })))?.id}
      onMove={(id, by) => void run(commands.moveEventType({ id, by }))}
      details={details}
    />
  );
}
