/** A date as a person writes it ("3 July 2025", "yesterday", "2025-07~"), with how it was understood below it. */
import { useState } from 'react';

import { describeEdtf } from '../../shared/dates/describe-edtf';
import { TextField } from '../ui/fields/text-field';
import { countsFromPublication, type GivenDate, readDate } from './read-date';

export type { GivenDate } from './read-date';

export interface EventDateFieldProps {
  readonly label?: string;
  readonly initial: GivenDate | null;
  /** Day that "yesterday" counts from: EDTF, or null when it is not known. */
  readonly reference: string | null;
  /** Null: no date. `unreadable`: words that are no date. */
  readonly onChange: (date: GivenDate | null | 'unreadable') => void;
  readonly autoFocus?: boolean;
  /** Whether words such as "yesterday" can count from an article's day, known or not; else they are no date here. */
  readonly countsFromArticle?: boolean;
}

/** How a date was understood, and what it counts from. */
function understood(date: GivenDate, reference: string | null, isOfEvent: boolean): string {
  const words = `${describeEdtf(date.edtf)} · ${date.edtf}`;
  if (!isOfEvent || !countsFromPublication(date.words)) return words;
  if (reference === null) return `${words} · as far as it is known without the article’s date`;
  return `${words} · counts from the article’s date, ${describeEdtf(reference)}`;
}

export function EventDateField({
  label = 'Date',
  initial,
  reference,
  onChange,
  autoFocus,
  countsFromArticle = true,
}: EventDateFieldProps) {
  const [text, setText] = useState(initial ? initial.words || initial.edtf : '');
  const read = (words: string) => {
    const date = readDate(words, reference);
    // Nothing but unknown digits: without a day to count from the words say nothing.
    return date && !countsFromArticle && !/\d/.test(date.edtf) ? null : date;
  };
  const date = text === (initial?.words || initial?.edtf) ? initial : read(text);
  const type = (words: string) => {
    setText(words);
    onChange(words.trim() === '' ? null : (read(words) ?? 'unreadable'));
  };
  const isUnreadable = text.trim() !== '' && !date;
  return (
    <TextField
      label={label}
      placeholder="3 July 2025, July 2025, 2025-07~ …"
      value={text}
      onChange={type}
      autoFocus={autoFocus}
      help={date ? understood(date, reference, countsFromArticle) : undefined}
      error={isUnreadable ? 'This is not understood as a date.' : undefined}
    />
  );
}
