/** The fields that every entry of a list has: its name and what it is for, kept when they are left. */
import { useState } from 'react';
import { TextArea, TextField } from '../../ui/fields/text-field';

export interface NamedFieldsProps {
  readonly name: string;
  readonly description: string;
  readonly hint: string;
  readonly onSave: (change: { readonly name?: string; readonly description?: string }) => void;
}

type FieldProps<Field extends 'name' | 'description'> = Pick<NamedFieldsProps, Field | 'onSave'>;

function NameField({ name, onSave }: FieldProps<'name'>) {
  const [words, setWords] = useState(name);
  const keep = () => {
    const trimmed = words.trim();
    if (trimmed === '') setWords(name);
    else if (trimmed !== name) onSave({ name: trimmed });
  };
  return (
    <TextField
      label="Name"
      value={words}
      onChange={setWords}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
    />
  );
}

function DescriptionField({
  description,
  hint,
  onSave,
}: FieldProps<'description'> & { readonly hint: string }) {
  const [words, setWords] = useState(description);
  return (
    <TextArea
      label="What it is for"
      placeholder={hint}
      value={words}
      onChange={setWords}
      onBlur={() => words !== description && onSave({ description: words })}
    />
  );
}

/** Each field begins anew when its own value is another: what is typed in the one outlives the saving of the other. */
export function NamedFields({ name, description, hint, onSave }: NamedFieldsProps) {
  return (
    <>
      <NameField key={`name ${name}`} name={name} onSave={onSave} />
      <DescriptionField key={`for ${description}`} description={description} hint={hint} onSave={onSave} />
    </>
  );
}
