/** Which fact of an event is spoken of, with the role or what is counted. */
import { factNames } from '../../../shared/accounts/account-words';
import { type FactKind, facts } from '../../../shared/model/account';
import { useAnswer } from '../../client/query';
import { ComboBox } from '../../ui/fields/combo-box';
import { Select } from '../../ui/fields/select';
import type { AccountDraft } from './account-draft';

const choices = facts.map((fact) => ({ value: fact, label: factNames[fact] }));

/** A value to begin with, where there is an obvious one. */
const firstValue = (fact: FactKind): AccountDraft['value'] =>
  fact === 'happened' ? { kind: 'boolean', holds: true } : null;

interface KeyFieldProps {
  readonly value: string;
  readonly onChange: (key: string) => void;
}

interface FreeFieldProps extends KeyFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly inUse: readonly string[];
}

/** A key is free text; those in use are offered. */
function FreeField({ label, placeholder, inUse, value, onChange }: FreeFieldProps) {
  const typed = value.trim().toLowerCase();
  const fitting = inUse.filter((one) => one.toLowerCase().startsWith(typed));
  const offered = inUse.some((one) => one.toLowerCase() === typed) ? inUse : fitting;
  return (
    <ComboBox
      label={label}
      placeholder={placeholder}
      opensOn="input"
      items={offered.map((one) => ({ id: one, label: one }))}
      text={value}
      onTextChange={onChange}
      onPick={onChange}
    />
  );
}

function RoleField(props: KeyFieldProps) {
  const { data = [] } = useAnswer('listRoles', {});
  return <FreeField {...props} label="Role" placeholder="initiator, victim …" inUse={data} />;
}

const labelled = {
  count: { label: 'What is counted', placeholder: 'injured, drones …' },
  outcome: { label: 'Of what', placeholder: 'may stay empty' },
} as const;

function LabelField({ fact, ...props }: KeyFieldProps & { readonly fact: keyof typeof labelled }) {
  const { data = [] } = useAnswer('listFactKeys', { fact });
  return <FreeField {...props} {...labelled[fact]} inUse={data} />;
}

export function KeyField({ fact, ...props }: KeyFieldProps & { readonly fact: FactKind }) {
  if (fact === 'participant') return <RoleField {...props} />;
  return fact === 'count' || fact === 'outcome' ? <LabelField {...props} fact={fact} /> : null;
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
