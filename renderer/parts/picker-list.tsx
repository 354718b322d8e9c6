/** Something found as one types and taken with Enter: a field with its list below it, for popovers. */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { classNames } from '../ui/class-names';
import { useKeysAhead } from '../ui/fields/keys-ahead';
import { inputLook, labelLook } from '../ui/fields/text-field';

export interface PickerRow {
  readonly id: string;
  readonly label: string;
  /** In grey after the label, below it where there is no room. */
  readonly detail?: string;
  readonly icon?: ReactNode;
}

export interface PickerListProps {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly onTextChange: (text: string) => void;
  readonly rows: readonly PickerRow[];
  /** The rows are those of an earlier text: keys wait for their own, so that fast hands never take one of the words before. */
  readonly isStale: boolean;
  readonly onPick: (id: string) => void;
  /** Shown in place of rows when there are none. */
  readonly emptyWords: string;
  readonly children?: ReactNode;
}

function Row({
  row,
  id,
  active,
  onPick,
  onPoint,
}: {
  readonly row: PickerRow;
  readonly id: string;
  readonly active: boolean;
  readonly onPick: () => void;
  readonly onPoint: () => void;
}) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={active}
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={onPoint}
      onClick={onPick}
      className={classNames(
        'flex items-center gap-2 rounded-sm px-2 py-1 cursor-default',
        active && 'bg-selected',
      )}
    >
      {row.icon && <span className="text-muted shrink-0">{row.icon}</span>}
      <span className="flex flex-wrap items-baseline justify-between gap-x-3 flex-1 min-w-0">
        <span className="truncate max-w-full" dir="auto" title={row.label}>
          {row.label}
        </span>
        {row.detail && (
          <span className="text-xs text-muted truncate max-w-full" dir="auto">
            {row.detail}
          </span>
        )}
      </span>
    </li>
  );
}

/** Which row is active: the first again whenever the rows are others; rows that only come after them move nothing. */
function useActiveRow(rows: readonly PickerRow[]) {
  const [active, setActive] = useState(0);
  const key = rows.map(({ id }) => id).join(' ');
  const [keyBefore, setKeyBefore] = useState(key);
  if (key !== keyBefore) {
    setKeyBefore(key);
    if (!key.startsWith(`${keyBefore} `)) setActive(0);
  }
  const move = (step: number) => setActive((at) => Math.max(0, Math.min(rows.length - 1, at + step)));
  return { active: Math.min(active, Math.max(0, rows.length - 1)), setActive, move };
}

export function PickerList(props: PickerListProps) {
  const { label, placeholder, text, onTextChange, rows, isStale, onPick, emptyWords, children } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const ahead = useKeysAhead(input, isStale);
  const { active, setActive, move } = useActiveRow(rows);

  // Backwards: a long title shows its beginning.
  useEffect(() => input.current?.setSelectionRange(0, input.current.value.length, 'backward'), []);

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const row = rows[active];
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && row) onPick(row.id);
    else return;
    event.preventDefault();
  };
  return (
    <div className="w-80 max-w-full flex flex-col gap-2">
      <label htmlFor={id} className={labelLook}>
        {label}
      </label>
      <input
        ref={input}
        id={id}
        // biome-ignore lint/a11y/noAutofocus: a picker is opened to type in
        autoFocus
        role="combobox"
        aria-expanded={rows.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={rows.length > 0 ? `${id}-${active}` : undefined}
        autoComplete="off"
        dir="auto"
        placeholder={placeholder}
        value={text}
        onChange={(event) => {
          ahead.forget();
          onTextChange(event.target.value);
        }}
        onKeyDownCapture={ahead.onKeyDownCapture}
        onKeyDown={press}
        onBlur={ahead.forget}
        className={classNames(inputLook, 'h-7.5')}
      />
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        className="max-h-64 overflow-auto -mx-1"
        tabIndex={-1}
      >
        {rows.map((row, index) => (
          <Row
            key={row.id}
            id={`${id}-${index}`}
            row={row}
            active={index === active}
            onPick={() => onPick(row.id)}
            onPoint={() => setActive(index)}
          />
        ))}
      </ul>
      {rows.length === 0 && !isStale && <p className="text-xs text-faint px-1">{emptyWords}</p>}
      {children}
    </div>
  );
}
