/** The fields that every entry of a list has: its name and what it is for, kept when they are left. */
import { useState } from 'react';
import { TextArea, TextField } from '../../ui/fields/text-field';

export interface NamedFieldsProps {
  readonly name: string;
  readonly description: string;
  readonly hint: string;
  readonly onSave: (change: { readonly name?: string; readonly description?: string }) => void;
}

export function NamedFields({ name, description, hint, onSave }: NamedFieldsProps) {
  const [newName, setName] = useState(name);
  const [words, setWords] = useState(description);
  const keepName = () => {
    const trimmed = newName.trim();
    if (trimmed === '') setName(name);
    else if (trimmed !== name) onSave({ name: trimmed });
  };
  return (
    <>
      <TextField
        label="Name"
        value={newName}
        onChange={setName}
        onBlur={keepName}
        onKeyDown={(event) => event.key === 'Enter' && keepName()}
      />
      <TextArea
        label="What it is for"
        placeholder={hint}
        value={words}
        onChange={setWords}
        onBlur={() => words !== description && onSave({ description: words })}
      />
    </>
  );
}
