import { TextField } from '../../../../ui/fields/text-field';
import type { FormPartProps } from './form-part';

const fields = [
  { key: 'all', label: 'All of these words', placeholder: 'harbour strike' },
  { key: 'phrase', label: 'This phrase', placeholder: 'act of war' },
  { key: 'any', label: 'Any of these words', placeholder: 'ferry boat' },
  { key: 'none', label: 'None of these words', placeholder: 'rumour' },
] as const;

export function WordFields({ form, change }: FormPartProps) {
  return fields.map(({ key, label, placeholder }) => (
    <TextField
      key={key}
      label={label}
      placeholder={placeholder}
      value={form[key]}
      onChange={(words) => change({ [key]: words })}
    />
  ));
}
