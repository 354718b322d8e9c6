/** The column beside an entity: further names, description, identifiers, events, company. */
import { type SubmitEvent, useState } from 'react';
import type { EntityDetail } from '../../../shared/model/entity';
import type { EventSummary } from '../../../shared/model/event';
import { commands } from '../../client/client';
import { useAnswer } from '../../client/query';
import { EditableText } from '../../parts/editable-text';
import { SideSection } from '../../parts/side-section';
import { go } from '../../shell/navigation';
import { run } from '../../shell/notices';
import { Button, LinkButton } from '../../ui/actions/button';
import { Chip } from '../../ui/actions/chip';
import { TextField } from '../../ui/fields/text-field';

const shown = 200;

function Aliases({ entity }: { readonly entity: EntityDetail }) {
  const [name, setName] = useState('');
  const add = (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    void run(commands.addAlias({ entityId: entity.id, name: name.trim() }));
    setName('');
  };
  return (
    <SideSection title="Also known as">
      <div className="flex flex-wrap gap-1 mb-2">
        {entity.aliases.map((alias) => (
          <Chip key={alias.id} onRemove={() => void run(commands.removeAlias({ id: alias.id }))}>
            {alias.name}
          </Chip>
        ))}
      </div>
      <form onSubmit={add}>
        <TextField
          label="Add an alias"
          labelHidden
          placeholder="Add an alias"
          value={name}
          onChange={setName}
        />
      </form>
    </SideSection>
  );
}

function Identifiers({ entity }: { readonly entity: EntityDetail }) {
  const [scheme, setScheme] = useState('wikidata');
  const [value, setValue] = useState('');
  const set = (identifiers: EntityDetail['identifiers']) =>
    void run(commands.updateEntity({ id: entity.id, identifiers: [...identifiers] }));
  const add = (event: SubmitEvent) => {
    event.preventDefault();
    if (scheme.trim() === '' || value.trim() === '') return;
    set([...entity.identifiers, { scheme: scheme.trim(), value: value.trim() }]);
    setValue('');
  };
  return (
    <SideSection title="Identifiers">
      <div className="flex flex-wrap gap-1 mb-2">
        {entity.identifiers.map((identifier) => (
          <Chip
            key={`${identifier.scheme} ${identifier.value}`}
            onRemove={() => set(entity.identifiers.filter((other) => other !== identifier))}
          >
            {`${identifier.scheme}: ${identifier.value}`}
          </Chip>
        ))}
      </div>
      <form onSubmit={add} className="flex gap-1.5 items-end">
        <TextField label="Scheme" labelHidden placeholder="Scheme" value={scheme} onChange={setScheme} />
        <TextField label="Identifier" labelHidden placeholder="Q…" value={value} onChange={setValue} />
        <Button type="submit">Add</Button>
      </form>
    </SideSection>
  );
}

function roleOf({ participants }: EventSummary, entityId: string): string {
  return participants
    .filter(({ actorId }) => actorId === entityId)
    .map(({ role }) => role)
    .join(', ');
}

function Events({ entity }: { readonly entity: EntityDetail }) {
  const isPlace = entity.kind === 'place';
  const { data } = useAnswer('listEvents', {
    filter: '',
    actorId: isPlace ? null : entity.id,
    placeId: isPlace ? entity.id : null,
    typeId: null,
    offset: 0,
    limit: shown,
  });
  if (!data || data.total === 0) return null;
  return (
    <SideSection title={isPlace ? 'Events here' : 'Takes part in'}>
      <ul className="flex flex-col gap-1">
        {data.rows.map((event) => (
          <li key={event.id} className="flex items-baseline gap-2 min-w-0">
            <span className="text-xs text-muted tabular-nums shrink-0 w-20">
              {event.date?.edtf ?? 'undated'}
            </span>
            <LinkButton title={event.title} onPress={() => go({ kind: 'event', id: event.id })}>
              {event.title}
            </LinkButton>
            <span className="text-xs text-faint shrink-0 ms-auto">{roleOf(event, entity.id)}</span>
          </li>
        ))}
      </ul>
      {!isPlace && (
        <div className="mt-2">
          <Button look="quiet" onPress={() => go({ kind: 'timeline', actorId: entity.id })}>
            Show on the timeline
          </Button>
        </div>
      )}
    </SideSection>
  );
}

function Company({ entity }: { readonly entity: EntityDetail }) {
  const { data: others = [] } = useAnswer('listCoMentions', { entityId: entity.id, limit: 30 });
  if (others.length === 0) return null;
  return (
    <SideSection title="Mentioned with">
      <ul className="flex flex-col gap-1">
        {others.map(({ entityId, name, articleCount }) => (
          <li key={entityId} className="flex items-baseline gap-2 min-w-0">
            <LinkButton title={name} onPress={() => go({ kind: 'entity', id: entityId })}>
              {name}
            </LinkButton>
            <span className="text-xs text-faint ms-auto whitespace-nowrap">
              {articleCount === 1 ? '1 article' : `${articleCount} articles`}
            </span>
          </li>
        ))}
      </ul>
    </SideSection>
  );
}

export function EntitySide({ entity }: { readonly entity: EntityDetail }) {
  return (
    <>
      <Aliases entity={entity} />
      <SideSection title="Description">
        <EditableText
          label="Description"
          multiline
          placeholder="Who or what is it?"
          value={entity.description}
          onSave={(description) => void run(commands.updateEntity({ id: entity.id, description }))}
        />
      </SideSection>
      <Identifiers entity={entity} />
      <Events entity={entity} />
      <Company entity={entity} />
    </>
  );
}
