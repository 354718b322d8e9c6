/** Which fact of an event is spoken of, with the role or what is counted. */
import { factNames } from '../../../shared/accounts/account-words';
import { type FactKind, facts } from '../../../shared/model/account';
import { useAnswer } from '../../client/query';
import { ComboBox } from '../../ui/fields/combo-box';
import { Select } from '../../ui/fields/select';
import { TextField } from '../../ui/fields/text-field';
import type { AccountDraft } from './account-draft';

const choices = facts.map((fact) => ({ value: fact, label: factNames[fact] }));

/** A value to begin with, where there is an obvious one. */
const firstValue = (fact: FactKind): AccountDraft['value'] =>
  fact === 'happened' ? { kind: 'boolean', holds: true } : null;

interface KeyFieldProps {
  readonly value: string;
  readonly onChange: (key: string) => void;
}

/** A role is free text; those in use are offered. */
function RoleField({ value, onChange }: KeyFieldProps) {
  const { data: roles = [] } = useAnswer('listRoles', {});
  const typed = value.trim().toLowerCase();
  const fitting = roles.filter((role) => role.toLowerCase().startsWith(typed));
  const offered = roles.some((role) => role.toLowerCase() === typed) ? roles : fitting;
  return (
    <ComboBox
      label="Role"
      placeholder="initiator, victim …"
      opensOn="input"
      items={offered.map((role) => ({ id: role, label: role }))}
      text={value}
      onTextChange={onChange}
      onPick={onChange}
    />
  );
}

const keyFields: Readonly<
  Partial<Record<FactKind, { readonly label: string; readonly placeholder: string }>>
> = {
  count: { label: 'What is counted', placeholder: 'injured, drones …' },
  outcome: { label: 'Of what', placeholder: 'may stay empty' },
};

export function KeyField({ fact, value, onChange }: KeyFieldProps & { readonly fact: FactKind }) {
  if (fact === 'participant') return <RoleField value={value} onChange={onChange} />;
  const words = keyFields[fact];
  return words ? <TextField {...words} value={value} onChange={onChange} /> : null;
}

export interface FactFieldProps {
  readonly draft: AccountDraft;
  readonly onChange: (changed: Pick<AccountDraft, 'fact' | 'key' | 'value'>) => void;
}

/** Another fact has another sort of value: what was given for the one before is let go. */
export function FactField({ draft: { fact, key, value }, onChange }: FactFieldProps) {
  return (
    <div className="grid grid-cols-2 gap-2 items-start">
      <Select
        label="Fact"
        value={fact}
        choices={choices}
        onChange={(next) => onChange({ fact: next, key: '', value: firstValue(next) })}
      />
      <KeyField fact={fact} value={key} onChange={(next) => onChange({ fact, key: next, value })} />
    </div>
  );
}
