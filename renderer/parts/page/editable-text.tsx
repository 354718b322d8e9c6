/**
 * A title or a text that is changed where it stands, as tall as its words: Enter or leaving keeps it, Escape takes it
 * back. In a text of several lines Enter makes a new one and Control with Enter keeps it.
 */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { classNames } from '../../ui/class-names';

export interface EditableTextProps {
  readonly label: string;
  readonly value: string;
  /** Answers undefined when it could not be kept: the old words come back. */
  readonly onSave: (value: string) => Promise<unknown>;
  readonly placeholder?: string;
  /** Several lines. */
  readonly multiline?: boolean;
  /** An empty value is not kept. */
  readonly required?: boolean;
  readonly className?: string;
}

const shape = '[grid-area:1/1] min-w-0 w-full px-1 m-0 whitespace-pre-wrap [overflow-wrap:anywhere]';
const look =
  'block resize-none overflow-hidden bg-transparent rounded-sm outline-none select-text placeholder:text-faint ' +
  'hover:bg-sunken focus:bg-sunken focus-visible:ring-1 focus-visible:ring-accent';

interface Editing {
  readonly text: string;
  readonly type: (text: string) => void;
  readonly keep: () => void;
  readonly giveUp: () => void;
}

function useEditing({ value, onSave, multiline, required }: EditableTextProps): Editing {
  const [text, setText] = useState(value);
  const isGivenUp = useRef(false);
  /** Given to be kept, not come back as the value yet: it is not given twice when the screen is left at once. */
  const given = useRef<string>(null);
  useEffect(() => {
    given.current = null;
    setText(value);
  }, [value]);
  const save = async (kept: string) => {
    given.current = kept;
    if ((await onSave(kept)) !== undefined) return;
    given.current = null;
    setText(value);
  };
  const keep = () => {
    const kept = (multiline ? text : text.replace(/\s+/g, ' ')).trim();
    const isNew = kept !== value && !isGivenUp.current && !(required && kept === '');
    isGivenUp.current = false;
    setText(isNew ? kept : value);
    if (isNew && kept !== given.current) void save(kept);
  };
  // What was typed is also kept when the screen is left by a key, which blurs nothing.
  const latest = useRef(keep);
  latest.current = keep;
  useEffect(() => () => latest.current(), []);
  const giveUp = () => {
    isGivenUp.current = true;
  };
  return { text, type: setText, keep, giveUp };
}

export function EditableText(props: EditableTextProps) {
  const { label, placeholder, multiline, className } = props;
  const { text, type, keep, giveUp } = useEditing(props);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') giveUp();
    else if (event.key !== 'Enter' || (multiline && !event.ctrlKey && !event.metaKey)) return;
    event.currentTarget.blur();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span className={classNames('grid -mx-1', className)}>
      <span aria-hidden dir="auto" className={classNames(shape, 'invisible pointer-events-none')}>
        {`${text || (placeholder ?? '')} `}
      </span>
      <textarea
        aria-label={label}
        dir="auto"
        rows={1}
        spellCheck={false}
        value={text}
        placeholder={placeholder}
        onChange={({ target }) => type(target.value)}
        onBlur={keep}
        onKeyDown={onKeyDown}
        className={classNames(shape, look)}
      />
    </span>
  );
}
