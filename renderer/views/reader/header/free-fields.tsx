import { Plus, X } from 'lucide-react';
import { Button, IconButton } from '../../../ui/actions/button';
import { TextField } from '../../../ui/fields/text-field';

export interface FreeField {
  /** Tells rows apart while names are being typed. */
  readonly key: number;
  readonly name: string;
  readonly value: string;
}

export interface FreeFieldsProps {
  readonly fields: readonly FreeField[];
  readonly isReadOnly: boolean;
  readonly onChange: (fields: readonly FreeField[]) => void;
}

/** The researcher's own fields of an article: names and values. */
export function FreeFields({ fields, isReadOnly, onChange }: FreeFieldsProps) {
  const change = (key: number, changed: Partial<FreeField>) =>
    onChange(fields.map((field) => (field.key === key ? { ...field, ...changed } : field)));
  const nextKey = Math.max(-1, ...fields.map(({ key }) => key)) + 1;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="text-xs text-muted mb-1">Own fields</legend>
      {fields.map(({ key, name, value }) => (
        <div key={key} className="grid grid-cols-[10rem_1fr_auto] gap-2 items-center">
          <TextField
            label="Name of the field"
            labelHidden
            value={name}
            isReadOnly={isReadOnly}
            onChange={(words) => change(key, { name: words })}
          />
          <TextField
            label={`Value of ${name || 'the field'}`}
            labelHidden
            value={value}
            isReadOnly={isReadOnly}
            onChange={(words) => change(key, { value: words })}
          />
          {!isReadOnly && (
            <IconButton
              label={`Remove ${name || 'the field'}`}
              icon={<X size={14} />}
              onPress={() => onChange(fields.filter((field) => field.key !== key))}
            />
          )}
        </div>
      ))}
      {!isReadOnly && (
        <div>
          <Button
            icon={<Plus size={14} aria-hidden />}
            onPress={() => onChange([...fields, { key: nextKey, name: '', value: '' }])}
          >
            Add a field
          </Button>
        </div>
      )}
    </fieldset>
  );
}
