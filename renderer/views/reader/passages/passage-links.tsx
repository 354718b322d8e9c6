/** What a passage is linked to and tagged with; each leads there, and can be taken off. */
import { CalendarDays } from 'lucide-react';
import type { Annotation } from '../../../../shared/model/annotation';
import { commands } from '../../../client/client';
import { entityIcon } from '../../../parts/entity-picker';
import { go } from '../../../shell/navigation';
import { run } from '../../../shell/notices';
import { Chip } from '../../../ui/actions/chip';

interface PassageLinksProps {
  readonly annotation: Annotation;
  readonly canChange: boolean;
}

export function PassageLinks({ annotation, canChange }: PassageLinksProps) {
  const { id: annotationId, entities, events, tags } = annotation;
  if (entities.length + events.length + tags.length === 0) return null;
  const remover = (what: { entityIds?: string[]; eventIds?: string[]; tagIds?: string[] }) =>
    canChange ? () => void run(commands.unlink({ annotationId, ...what })) : undefined;
  return (
    <div className="flex flex-wrap gap-1">
      {entities.map(({ entityId, kind, name }) => (
        <Chip
          key={entityId}
          icon={entityIcon(kind)}
          onPress={() => go({ kind: 'entity', id: entityId })}
          onRemove={remover({ entityIds: [entityId] })}
        >
          {name}
        </Chip>
      ))}
      {events.map(({ eventId, title }) => (
        <Chip
          key={eventId}
          icon={<CalendarDays size={14} aria-hidden className="shrink-0" />}
          onPress={() => go({ kind: 'event', id: eventId })}
          onRemove={remover({ eventIds: [eventId] })}
        >
          {title}
        </Chip>
      ))}
      {tags.map(({ id, name, colour }) => (
        <Chip
          key={id}
          dot={colour ? `var(--mark-${colour})` : 'var(--faint)'}
          onRemove={remover({ tagIds: [id] })}
        >
          {name}
        </Chip>
      ))}
    </div>
  );
}
