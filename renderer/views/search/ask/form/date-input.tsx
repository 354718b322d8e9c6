import { useEffect, useState } from 'react';
import { TextField } from '../../../../ui/fields/text-field';
import { describeDates, readDates } from './read-dates';

interface DateInputProps {
  readonly label: string;
  /** As the query has it: EDTF or a range; '' for any. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A date or a range in words or EDTF, with how it was understood below it. */
export function DateInput({ label, value, onChange }: DateInputProps) {
  const [text, setText] = useState(value);
  // A value from elsewhere; what was typed here is left as it is.
  useEffect(() => setText((typed) => (readDates(typed) === value ? typed : value)), [value]);
  const read = readDates(text);
  const type = (words: string) => {
    setText(words);
    const next = readDates(words);
    if (next !== null && next !== value) onChange(next);
  };
  return (
    <TextField
      label={label}
      placeholder="July 2025, 2025-03 to 2025-06"
      value={text}
      onChange={type}
      help={read ? describeDates(read) : undefined}
      error={read === null ? 'This is not understood as a date.' : undefined}
    />
  );
}
