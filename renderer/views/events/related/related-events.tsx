/** How the event stands to others, both ways; each leads to the other event and to the words that say so. */
import { Plus, Quote, X } from 'lucide-react';
import { useState } from 'react';
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import type { EventRelation } from '../../../../shared/model/relation';
import { commands } from '../../../client/client';
import { useAnswer } from '../../../client/query';
import { SideSection } from '../../../parts/page/side-section';
import { go } from '../../../shell/navigation';
import { notifyUndoable, run } from '../../../shell/notices';
import { Button, IconButton, LinkButton } from '../../../ui/actions/button';
import { showWords } from '../facts/quoted-words';
import { RelationForm } from './relation-form';
import { readingOf, readings } from './relation-words';

async function remove({ id, otherTitle }: EventRelation): Promise<void> {
  const done = await run(commands.removeEventRelation({ id }));
  if (done !== undefined) notifyUndoable(`“${otherTitle}” is not related any more`, 'removeEventRelation');
}

function RelatedRow({ relation }: { readonly relation: EventRelation }) {
  const { otherId, otherTitle, otherDate, comment, evidence } = relation;
  const title = otherTitle || 'Untitled';
  return (
    <li className="flex items-start gap-1 min-w-0">
      <div className="flex-1 min-w-0">
        <LinkButton title={title} onPress={() => go({ kind: 'event', id: otherId })}>
          {title}
        </LinkButton>
        {otherDate && <p className="text-xs text-muted">{describeEdtf(otherDate.edtf)}</p>}
        {comment && (
          <p className="text-xs text-muted [overflow-wrap:anywhere]" dir="auto">
            {comment}
          </p>
        )}
      </div>
      {evidence.map((passage) => (
        <IconButton
          key={passage.annotationId}
          label={`Show the words “${passage.quote.exact.slice(0, 60)}”`}
          icon={<Quote size={13} />}
          onPress={() => showWords(passage)}
        />
      ))}
      <IconButton label={`Take ${title} off`} icon={<X size={13} />} onPress={() => void remove(relation)} />
    </li>
  );
}

export function RelatedEvents({ eventId }: { readonly eventId: string }) {
  const { data: relations = [] } = useAnswer('listEventRelations', { eventId });
  const [isAdding, setIsAdding] = useState(false);
  const add = (
    <Button look="quiet" icon={<Plus size={14} aria-hidden />} onPress={() => setIsAdding(true)}>
      Add
    </Button>
  );
  return (
    <SideSection title="Related events" action={isAdding ? undefined : add}>
      {relations.length === 0 && !isAdding && <p className="text-muted">None yet.</p>}
      {readings.map((reading) => {
        const rows = relations.filter((one) => readingOf(one, eventId).id === reading.id);
        if (rows.length === 0) return null;
        return (
          <div key={reading.id} className="mb-1">
            <h3 className="text-xs text-faint">{reading.label}</h3>
            <ul aria-label={reading.label} className="flex flex-col gap-0.5">
              {rows.map((relation) => (
                <RelatedRow key={relation.id} relation={relation} />
              ))}
            </ul>
          </div>
        );
      })}
      {isAdding && <RelationForm eventId={eventId} onDone={() => setIsAdding(false)} />}
    </SideSection>
  );
}
