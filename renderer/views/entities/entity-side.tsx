/** The column beside an entity: further names, description, identifiers, events, company. */
import { describeEdtf } from '../../../shared/dates/describe-edtf';
import type { EntityDetail } from '../../../shared/model/entity';
import type { EventSummary } from '../../../shared/model/event';
import { commands } from '../../client/client';
import { useAnswer } from '../../client/query';
import { entityIcon } from '../../parts/entity-picker';
import { EditableText } from '../../parts/page/editable-text';
import { SideSection } from '../../parts/page/side-section';
import { go } from '../../shell/navigation';
import { run } from '../../shell/notices';
import { LinkButton } from '../../ui/actions/button';
import { Aliases, Identifiers } from './entity-names';
import { PlaceSection } from './place/place-section';

const eventsShown = 50;
const companyShown = 30;

function rolesOf({ participants }: EventSummary, entityId: string): string {
  const own = participants.filter(({ actorId }) => actorId === entityId);
  return [...new Set(own.map(({ role }) => role))].join(', ');
}

function EventRow({ event, entity }: { readonly event: EventSummary; readonly entity: EntityDetail }) {
  const when = event.date ? describeEdtf(event.date.edtf) : 'date not known';
  const detail = [when, rolesOf(event, entity.id)].filter(Boolean).join(' · ');
  return (
    <li className="min-w-0">
      <LinkButton title={event.title} onPress={() => go({ kind: 'event', id: event.id })}>
        {event.title}
      </LinkButton>
      <span className="block text-xs text-muted truncate" dir="auto" title={event.date?.edtf}>
        {detail}
      </span>
    </li>
  );
}

function Events({ entity }: { readonly entity: EntityDetail }) {
  const isPlace = entity.kind === 'place';
  const actorId = isPlace ? null : entity.id;
  const placeId = isPlace ? entity.id : null;
  const { data } = useAnswer('listEvents', {
    filter: '',
    actorId,
    placeId,
    typeId: null,
    offset: 0,
    limit: eventsShown,
  });
  if (entity.kind === 'object' || !data || data.total === 0) return null;
  const left = data.total - data.rows.length;
  const timeline = {
    kind: 'timeline',
    ...(isPlace ? { placeId: entity.id } : { actorId: entity.id }),
  } as const;
  return (
    <SideSection
      title={isPlace ? 'Events here' : 'Takes part in'}
      detail={data.total.toLocaleString('en')}
      action={<LinkButton onPress={() => go(timeline)}>Timeline</LinkButton>}
    >
      <ul className="flex flex-col gap-1.5">
        {data.rows.map((event) => (
          <EventRow key={event.id} event={event} entity={entity} />
        ))}
      </ul>
      {left > 0 && (
        <p className="mt-2 text-xs text-muted">{left.toLocaleString('en')} more are on the timeline.</p>
      )}
    </SideSection>
  );
}

function Company({ entity }: { readonly entity: EntityDetail }) {
  const { data: others = [] } = useAnswer('listCoMentions', { entityId: entity.id, limit: companyShown });
  if (others.length === 0) return null;
  return (
    <SideSection
      title="Mentioned with"
      action={<LinkButton onPress={() => go({ kind: 'network', focusId: entity.id })}>Network</LinkButton>}
    >
      <ul className="flex flex-col gap-0.5">
        {others.map(({ entityId, kind, name, articleCount }) => (
          <li key={entityId} className="flex items-center gap-1.5 min-w-0">
            <span className="text-faint shrink-0 flex" title={kind}>
              {entityIcon(kind)}
            </span>
            <LinkButton title={name} onPress={() => go({ kind: 'entity', id: entityId })}>
              {name}
            </LinkButton>
            <span className="text-xs text-faint ms-auto whitespace-nowrap tabular-nums">
              {articleCount === 1 ? '1 article' : `${articleCount.toLocaleString('en')} articles`}
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
      <SideSection title="Description">
        <EditableText
          label="Description"
          multiline
          placeholder="Who or what is it?"
          value={entity.description}
          onSave={(description) => run(commands.updateEntity({ id: entity.id, description }))}
        />
      </SideSection>
      {entity.kind === 'place' && <PlaceSection entity={entity} />}
      <Aliases entity={entity} />
      <Identifiers entity={entity} />
      <Events entity={entity} />
      <Company entity={entity} />
    </>
  );
}
