import { type FormEvent, useState } from 'react';
import { Button } from '../../../../ui/actions/button';
import { TextField } from '../../../../ui/fields/text-field';

interface SearchNameFieldProps {
  readonly label: string;
  readonly initial: string;
  /** The word on the button. */
  readonly action: string;
  /** Answers what is wrong with the name; null: it was taken. */
  readonly onTake: (name: string) => Promise<string | null>;
  readonly onCancel: () => void;
}

/** A name for a search: Enter takes it, Escape leaves it. */
export function SearchNameField({ label, initial, action, onTake, onCancel }: SearchNameFieldProps) {
  const [name, setName] = useState(initial);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') setProblem(await onTake(name.trim()));
  };
  return (
    <form
      onSubmit={(event) => void take(event)}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      className="flex flex-col gap-2 p-1"
    >
      <TextField
        label={label}
        value={name}
        onChange={(words) => {
          setName(words);
          setProblem(null);
        }}
        onFocus={(event) => event.target instanceof HTMLInputElement && event.target.select()}
        autoFocus
        error={problem || undefined}
      />
      <div className="flex justify-end gap-2">
        <Button look="quiet" onPress={onCancel}>
          Cancel
        </Button>
        <Button look="primary" type="submit" isDisabled={name.trim() === ''}>
          {action}
        </Button>
      </div>
    </form>
  );
}
