/** A title or a line of text that is changed where it stands: Enter or leaving keeps it, Escape takes it back. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { classNames } from '../ui/class-names';

export interface EditableTextProps {
  readonly label: string;
  readonly value: string;
  readonly onSave: (value: string) => void;
  readonly placeholder?: string;
  /** Several lines; Enter makes a new one. */
  readonly multiline?: boolean;
  /** An empty value is not kept. */
  readonly required?: boolean;
  readonly className?: string;
}

const look =
  'w-full bg-transparent rounded-sm -mx-1 px-1 outline-none select-text placeholder:text-faint hover:bg-sunken focus:bg-sunken';

export function EditableText({
  label,
  value,
  onSave,
  placeholder,
  multiline,
  required,
  className,
}: EditableTextProps) {
  const [text, setText] = useState(value);
  const given = useRef(false);
  useEffect(() => setText(value), [value]);
  const keep = () => {
    const kept = text.trim();
    if (given.current || (required && kept === '')) setText(value);
    else if (kept !== value) onSave(kept);
    given.current = false;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') given.current = true;
    else if (event.key !== 'Enter' || (multiline && !event.ctrlKey && !event.metaKey)) return;
    event.currentTarget.blur();
    event.stopPropagation();
  };
  const shared = {
    'aria-label': label,
    value: text,
    placeholder,
    dir: 'auto',
    onBlur: keep,
    onKeyDown,
    className: classNames(look, className),
  } as const;
  return multiline ? (
    <textarea
      {...shared}
      rows={Math.min(10, Math.max(2, text.split('\n').length))}
      onChange={(event) => setText(event.target.value)}
    />
  ) : (
    <input {...shared} onChange={(event) => setText(event.target.value)} />
  );
}
