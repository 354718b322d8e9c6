import { certaintyWords } from '../../../shared/accounts/account-words';
import { type Certainty, certainties } from '../../../shared/model/account';
import { Select } from '../../ui/fields/select';

const unsaid = 'unsaid';
const choices = certainties.map((certainty) => ({
  value: certainty === '' ? unsaid : certainty,
  label: certaintyWords[certainty],
}));

export interface CertaintyFieldProps {
  readonly certainty: Certainty;
  readonly onChange: (certainty: Certainty) => void;
}

/** The researcher's own confidence, whatever the sources say. */
export function CertaintyField({ certainty, onChange }: CertaintyFieldProps) {
  return (
    <Select
      label="Your certainty"
      value={certainty === '' ? unsaid : certainty}
      choices={choices}
      onChange={(value) => onChange(certainties.find((one) => one === value) ?? '')}
    />
  );
}
