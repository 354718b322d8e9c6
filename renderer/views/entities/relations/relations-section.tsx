/** Memberships, offices and other relations of an entity, both ways, each with its time and the words it rests on. */
import { ArrowLeftRight, Pencil, Plus, Quote, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import type { EntityDetail } from '../../../../shared/model/entity';
import type { EntityRelation } from '../../../../shared/model/relation';
import { commands } from '../../../client/client';
import { useAnswer } from '../../../client/query';
import { SideSection } from '../../../parts/page/side-section';
import { go } from '../../../shell/navigation';
import { notifyUndoable, run } from '../../../shell/notices';
import { Button, IconButton, LinkButton } from '../../../ui/actions/button';
import { RelationForm } from './relation-form';
import { readingOf, turnedReading } from './relation-words';

async function remove({ id, otherName }: EntityRelation): Promise<void> {
  const done = await run(commands.removeEntityRelation({ id }));
  if (done !== undefined)
    notifyUndoable(`The relation with “${otherName}” was removed`, 'removeEntityRelation');
}

async function turn({ id, otherName }: EntityRelation): Promise<void> {
  const done = await run(commands.turnEntityRelation({ id }));
  if (done !== undefined)
    notifyUndoable(`The relation with “${otherName}” was turned round`, 'turnEntityRelation');
}

function Words({ relation: { evidence } }: { readonly relation: EntityRelation }) {
  if (evidence.length === 0) return <p className="text-xs text-faint">No words yet</p>;
  return (
    <ul>
      {evidence.map(({ annotationId, articleId, quote }) => (
        <li key={annotationId} className="flex items-start gap-1.5 min-w-0">
          <Quote size={11} aria-hidden className="shrink-0 mt-1 text-faint" />
          <button
            type="button"
            onClick={() => go({ kind: 'article', id: articleId, annotationId })}
            className="text-start font-serif text-[13px] leading-snug line-clamp-2 hover:underline cursor-default min-w-0 [overflow-wrap:anywhere]"
            dir="auto"
            title={quote.exact}
          >
            {quote.exact}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface RowProps {
  /** Whose page it is. */
  readonly entityId: string;
  readonly relation: EntityRelation;
  readonly onEdit: () => void;
}

function RelationRow({ entityId, relation, onEdit }: RowProps) {
  const { title, otherId, otherName, date, comment } = relation;
  const name = otherName || 'Untitled';
  const turned = turnedReading(relation, entityId);
  return (
    <li className="flex items-start gap-0.5 min-w-0">
      <div className="flex-1 min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-1 min-w-0">
          {title && <bdi className="font-medium [overflow-wrap:anywhere]">{title},</bdi>}
          <LinkButton title={name} onPress={() => go({ kind: 'entity', id: otherId })}>
            {name}
          </LinkButton>
          {date && (
            <span className="text-xs text-muted" title={date.edtf}>
              {date.words || describeEdtf(date.edtf)}
            </span>
          )}
        </p>
        {comment && (
          <p className="text-xs text-muted [overflow-wrap:anywhere]" dir="auto">
            {comment}
          </p>
        )}
        <Words relation={relation} />
      </div>
      {turned && (
        <IconButton
          label={`Turn the relation with ${name} round: “${turned}”`}
          icon={<ArrowLeftRight size={13} />}
          onPress={() => void turn(relation)}
        />
      )}
      <IconButton label={`Change the relation with ${name}`} icon={<Pencil size={13} />} onPress={onEdit} />
      <IconButton
        label={`Remove the relation with ${name}`}
        icon={<X size={13} />}
        onPress={() => void remove(relation)}
      />
    </li>
  );
}

/** Relations that read alike, in the order they first come. */
function byReading(relations: readonly EntityRelation[], entityId: string) {
  const groups = new Map<string, EntityRelation[]>();
  for (const relation of relations) {
    const { label } = readingOf(relation, entityId);
    groups.set(label, [...(groups.get(label) ?? []), relation]);
  }
  return [...groups];
}

const adding = 'new';

export function RelationsSection({ entity }: { readonly entity: EntityDetail }) {
  const { data: relations = [] } = useAnswer('listEntityRelations', { entityId: entity.id });
  const [editing, setEditing] = useState<string | null>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const done = () => {
    setEditing(null);
    // The form took the focus with it.
    requestAnimationFrame(() => addButton.current?.focus());
  };
  const add = (
    <Button
      ref={addButton}
      look="quiet"
      icon={<Plus size={14} aria-hidden />}
      onPress={() => setEditing(adding)}
    >
      Add
    </Button>
  );
  return (
    <SideSection title="Offices and relations" action={editing === adding ? undefined : add}>
      {byReading(relations, entity.id).map(([label, rows]) => (
        <div key={label} className="mb-1.5">
          <h3 className="text-xs text-faint" dir="auto">
            {label}
          </h3>
          <ul aria-label={label} className="flex flex-col gap-1">
            {rows.map((relation) =>
              editing === relation.id ? (
                <li key={relation.id}>
                  <RelationForm {...{ entity, relation }} onDone={done} />
                </li>
              ) : (
                <RelationRow
                  key={relation.id}
                  entityId={entity.id}
                  relation={relation}
                  onEdit={() => setEditing(relation.id)}
                />
              ),
            )}
          </ul>
        </div>
      ))}
      {editing === adding && <RelationForm entity={entity} relation={null} onDone={done} />}
    </SideSection>
  );
}
