/** The role of an actor in an event, and which of the event's passages says so. */
import { type SubmitEvent, useState } from 'react';
import type { PassageRef } from '../../../shared/model/annotation';
import { useAnswer } from '../../client/query';
import { Button } from '../../ui/actions/button';
import { Select } from '../../ui/fields/select';
import { TextField } from '../../ui/fields/text-field';

export interface GivenRole {
  readonly role: string;
  readonly annotationId: string | null;
}

export interface ParticipationFormProps {
  readonly eventId: string;
  readonly actorName: string;
  readonly initial: GivenRole;
  /** What the button says. */
  readonly action: string;
  readonly onSave: (given: GivenRole) => void;
  readonly onCancel: () => void;
}

const rolesOffered = 7;
const passagesOffered = 200;
const noWords = 'none';

interface RoleFieldProps {
  readonly role: string;
  readonly onChange: (role: string) => void;
}

/** A role is free text; those in use are one press away. */
function RoleField({ role, onChange }: RoleFieldProps) {
  const { data: roles = [] } = useAnswer('listRoles', {});
  const typed = role.trim().toLowerCase();
  const isWhole = typed === '' || roles.some((one) => one.toLowerCase() === typed);
  const offered = isWhole ? roles : roles.filter((one) => one.toLowerCase().startsWith(typed));
  return (
    <div className="flex flex-col gap-1.5">
      <TextField label="Role" value={role} onChange={onChange} autoFocus />
      <div role="group" aria-label="Roles in use" className="flex flex-wrap gap-1">
        {offered.slice(0, rolesOffered).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === role.trim()}
            onClick={() => onChange(one)}
            className="h-5.5 px-1.5 rounded-[5px] border border-rule bg-raised text-xs text-muted hover:text-ink aria-pressed:text-ink aria-pressed:bg-selected max-w-full truncate cursor-default"
          >
            {one}
          </button>
        ))}
      </div>
    </div>
  );
}

const wordsOf = ({ quote, publisher, articleTitle }: PassageRef) =>
  `“${quote.exact.replace(/\s+/g, ' ').slice(0, 90)}” – ${publisher || articleTitle}`;

interface WordsFieldProps {
  readonly eventId: string;
  readonly annotationId: string | null;
  readonly onChange: (annotationId: string | null) => void;
}

function WordsField({ eventId, annotationId, onChange }: WordsFieldProps) {
  const { data } = useAnswer('listEvidence', { eventId, offset: 0, limit: passagesOffered });
  if (!data || data.total === 0) return null;
  const choices = data.rows.map((passage) => ({ value: passage.annotationId, label: wordsOf(passage) }));
  const isKnown = choices.some(({ value }) => value === annotationId);
  const other = annotationId && !isKnown ? [{ value: annotationId, label: 'The words given before' }] : [];
  return (
    <Select
      label="Who says so: a passage of evidence"
      value={annotationId ?? noWords}
      choices={[{ value: noWords, label: 'No words in particular' }, ...other, ...choices]}
      onChange={(value) => onChange(value === noWords ? null : value)}
    />
  );
}

export function ParticipationForm(props: ParticipationFormProps) {
  const { eventId, actorName, initial, action, onSave, onCancel } = props;
  const [role, setRole] = useState(initial.role);
  const [annotationId, setAnnotationId] = useState(initial.annotationId);
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (role.trim() !== '') onSave({ role: role.trim(), annotationId });
  };
  return (
    <form
      aria-label={`Role of ${actorName}`}
      onSubmit={save}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      className="flex flex-col gap-2 my-1 p-2.5 rounded-md border border-rule bg-sunken min-w-0"
    >
      <p className="font-medium [overflow-wrap:anywhere]" dir="auto">
        {actorName}
      </p>
      <RoleField role={role} onChange={setRole} />
      <WordsField eventId={eventId} annotationId={annotationId} onChange={setAnnotationId} />
      <div className="flex justify-end gap-2">
        <Button onPress={onCancel}>Cancel</Button>
        <Button type="submit" look="primary" isDisabled={role.trim() === ''}>
          {action}
        </Button>
      </div>
    </form>
  );
}
