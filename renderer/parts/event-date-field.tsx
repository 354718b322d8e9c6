/** A date as a person writes it ("3 July 2025", "yesterday", "2025-07~"), with how it was understood below it. */
import { useState } from 'react';

import { describeEdtf } from '../../shared/dates/describe-edtf';
import { TextField } from '../ui/fields/text-field';
import { type GivenDate, readDate } from './read-date';

export type { GivenDate } from './read-date';

export interface EventDateFieldProps {
  readonly label?: string;
  readonly initial: GivenDate | null;
  /** Day that "yesterday" counts from: EDTF, or null when it is not known. */
  readonly reference: string | null;
  /** Null: no date. `unreadable`: words that are no date. */
  readonly onChange: (date: GivenDate | null | 'unreadable') => void;
  readonly autoFocus?: boolean;
}

export function EventDateField({
  label = 'Date',
  initial,
  reference,
  onChange,
  autoFocus,
}: EventDateFieldProps) {
  const [text, setText] = useState(initial ? initial.words || initial.edtf : '');
  const date = text === (initial?.words || initial?.edtf) ? initial : readDate(text, reference);
  const type = (words: string) => {
    setText(words);
    onChange(words.trim() === '' ? null : (readDate(words, reference) ?? 'unreadable'));
  };
  const isUnreadable = text.trim() !== '' && !date;
  return (
    <TextField
      label={label}
      placeholder="3 July 2025, July 2025, 2025-07~ …"
      value={text}
      onChange={type}
      autoFocus={autoFocus}
      help={date ? `${describeEdtf(date.edtf)} · ${date.edtf}` : undefined}
      error={isUnreadable ? 'This is not understood as a date.' : undefined}
    />
  );
}
