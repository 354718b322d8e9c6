/** Says what an entity is to another, or changes what was said: how, in which office, since when, on which words. */
import { type KeyboardEvent, type SubmitEvent, useState } from 'react';
import type { PassageRef } from '../../../../shared/model/annotation';
import { type EntityDetail, entityKinds } from '../../../../shared/model/entity';
import type { EntityRelation } from '../../../../shared/model/relation';
import { commands } from '../../../client/client';
import { useAnswer } from '../../../client/query';
import { type EntityChoice, EntityPicker } from '../../../parts/entity-picker';
import { EventDateField, type GivenDate } from '../../../parts/event-date-field';
import { run } from '../../../shell/notices';
import { Button } from '../../../ui/actions/button';
import { Chip } from '../../../ui/actions/chip';
import { ComboBox } from '../../../ui/fields/combo-box';
import { TextField } from '../../../ui/fields/text-field';
import { knownReadings, readingFor, readingOf } from './relation-words';
import { WordsChoice } from './words-choice';

interface RelationFormProps {
  readonly entity: EntityDetail;
  /** The one to change; null: a new one. */
  readonly relation: EntityRelation | null;
  readonly onDone: () => void;
}

interface Other {
  readonly id: string;
  readonly name: string;
}

/** What is being filled in. */
interface Draft {
  readonly how: string;
  readonly other: Other | null;
  readonly title: string;
  readonly date: GivenDate | null | 'unreadable';
  readonly comment: string;
  readonly evidence: readonly PassageRef[];
}

const empty: Draft = { how: '', other: null, title: '', date: null, comment: '', evidence: [] };

function draftOf(relation: EntityRelation | null, entityId: string): Draft {
  if (!relation) return empty;
  const { otherId, otherName, title, date, comment, evidence } = relation;
  const { label } = readingOf(relation, entityId);
  return { how: label, other: { id: otherId, name: otherName }, title, date, comment, evidence };
}

async function save(draft: Draft, { entity, relation }: RelationFormProps): Promise<boolean> {
  const { how, other, title, date, comment, evidence } = draft;
  if (!other || date === 'unreadable') return false;
  const details = {
    title: title.trim(),
    comment: comment.trim(),
    date: date && { edtf: date.edtf, words: date.words },
    evidence: evidence.map(({ annotationId }) => annotationId),
  };
  if (relation) {
    const said = readingOf(relation, entity.id).label === how ? {} : { type: readingFor(how).type };
    return (await run(commands.updateEntityRelation({ id: relation.id, ...said, ...details }))) !== undefined;
  }
  const { type, isReversed } = readingFor(how);
  const [fromId, toId] = isReversed ? [other.id, entity.id] : [entity.id, other.id];
  return (await run(commands.addEntityRelation({ fromId, toId, type, ...details }))) !== undefined;
}

interface FieldProps {
  readonly draft: Draft;
  readonly set: (change: Partial<Draft>) => void;
}

/** How they stand: what is offered, what is in use, or any other words. A relation keeps its direction when it is changed. */
function HowField({ draft, set, isReversed }: FieldProps & { readonly isReversed: boolean | null }) {
  const { data: used = [] } = useAnswer('listRelationTypes', {});
  const known = knownReadings.filter((one) => isReversed === null || one.isReversed === isReversed);
  const types = new Set(knownReadings.map(({ type }) => type));
  const labels = [...known.map(({ label }) => label), ...used.filter((type) => !types.has(type))];
  const words = draft.how.trim().toLowerCase();
  const isChosen = labels.includes(draft.how);
  return (
    <ComboBox
      label="How"
      placeholder="holds office in, member of …"
      items={labels
        .filter((label) => isChosen || label.toLowerCase().includes(words))
        .map((label) => ({ id: label, label }))}
      text={draft.how}
      onTextChange={(how) => set({ how })}
      onPick={(how) => set({ how })}
      onCreate={(how) => set({ how })}
      createLabel="Say"
      opensOn={isReversed === null ? 'focus' : 'input'}
      autoFocus
    />
  );
}

async function chosenOther(choice: EntityChoice, name: string): Promise<Other | null> {
  if ('id' in choice) return { id: choice.id, name };
  const made = await run(commands.createEntity(choice));
  return made ? { id: made.id, name } : null;
}

interface OtherFieldProps extends FieldProps {
  readonly entityId: string;
  readonly isFixed: boolean;
}

function OtherField({ draft, set, entityId, isFixed }: OtherFieldProps) {
  const { other } = draft;
  const pick = async (choice: EntityChoice, name: string) => {
    const found = await chosenOther(choice, name);
    if (found) set({ other: found });
  };
  if (!other)
    return (
      <EntityPicker
        label="Whom or what"
        kinds={entityKinds}
        newKind="actor"
        initialText=""
        except={entityId}
        onPick={(choice, name) => void pick(choice, name)}
      />
    );
  return (
    <div className="flex min-w-0">
      {isFixed ? <Chip>{other.name}</Chip> : <Chip onRemove={() => set({ other: null })}>{other.name}</Chip>}
    </div>
  );
}

/** What keeps it from being saved; '' when nothing does. */
function obstacle({ how, other, date }: Draft, entity: EntityDetail): string {
  if (how.trim() === '') return 'Say how they stand to each other.';
  if (!other) return 'Choose the other one.';
  if (other.id === entity.id) return 'It has no relation with itself.';
  return date === 'unreadable' ? 'The date is not understood.' : '';
}

function Details({ draft, set, entityId }: FieldProps & { readonly entityId: string }) {
  return (
    <>
      <TextField
        label="Office or title"
        placeholder="spokesperson"
        value={draft.title}
        onChange={(title) => set({ title })}
      />
      <EventDateField
        label="When"
        initial={draft.date === 'unreadable' ? null : draft.date}
        reference={null}
        onChange={(date) => set({ date })}
        countsFromArticle={false}
      />
      <WordsChoice entityId={entityId} chosen={draft.evidence} onChange={(evidence) => set({ evidence })} />
      <TextField label="Comment" value={draft.comment} onChange={(comment) => set({ comment })} />
    </>
  );
}

export function RelationForm(props: RelationFormProps) {
  const { entity, relation, onDone } = props;
  const [draft, setDraft] = useState(() => draftOf(relation, entity.id));
  const [problem, setProblem] = useState('');
  const set = (change: Partial<Draft>) => setDraft((now) => ({ ...now, ...change }));
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const why = obstacle(draft, entity);
    setProblem(why);
    if (why === '' && (await save(draft, props))) onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) onDone();
  };
  return (
    <form
      aria-label={relation ? 'Change the relation' : 'New relation'}
      onSubmit={(event) => void submit(event)}
      onKeyDown={onKeyDown}
      className="flex flex-col gap-2 my-1 p-2.5 rounded-md border border-rule bg-sunken min-w-0"
    >
      <OtherField {...{ draft, set }} entityId={entity.id} isFixed={relation !== null} />
      {draft.other && (
        <>
          <HowField {...{ draft, set }} isReversed={relation ? relation.toId === entity.id : null} />
          <Details {...{ draft, set }} entityId={entity.id} />
        </>
      )}
      <p role="alert" className="text-xs text-danger empty:hidden">
        {problem}
      </p>
      <div className="flex justify-end gap-2">
        <Button onPress={onDone}>Cancel</Button>
        {draft.other && (
          <Button type="submit" look="primary">
            {relation ? 'Keep' : 'Add'}
          </Button>
        )}
      </div>
    </form>
  );
}
