import type { QueryField } from '../../../../../shared/query/query';
import { Chip } from '../../../../ui/actions/chip';
import { labelLook } from '../../../../ui/fields/text-field';
import { ValueInput } from './value-input';

interface ValueListProps {
  readonly label: string;
  readonly field: QueryField;
  readonly placeholder?: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** Names or values of one field, any of which will do. */
export function ValueList({ label, field, placeholder, values, onChange }: ValueListProps) {
  const add = (value: string) => {
    if (value !== '' && !values.includes(value)) onChange([...values, value]);
  };
  return (
    <fieldset className="flex flex-col gap-1 min-w-0">
      <legend className={`${labelLook} pb-1`}>{label}</legend>
      {values.length > 0 && (
        <div className="flex flex-wrap gap-1">
          {values.map((value) => (
            <Chip key={value} onRemove={() => onChange(values.filter((other) => other !== value))}>
              {value}
            </Chip>
          ))}
        </div>
      )}
      <ValueInput
        label={label}
        field={field}
        placeholder={values.length > 0 ? 'or …' : (placeholder ?? 'any')}
        value=""
        onTake={add}
        empties
      />
    </fieldset>
  );
}
