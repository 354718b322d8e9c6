import type { KeyboardEvent } from 'react';
import type { Colour } from '../../../../shared/model/tag';
import { classNames } from '../../../ui/class-names';

export interface ColourPickerProps {
  readonly colours: readonly Colour[];
  readonly current: Colour | null;
  readonly onPick: (colour: Colour | null) => void;
}

function stepFocus(event: KeyboardEvent): void {
  const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
}

/** Swatches of the highlight colours; a digit picks one, 0 takes the colour off. */
export function ColourPicker({ colours, current, onPick }: ColourPickerProps) {
  const press = (event: KeyboardEvent) => {
    const digit = /^\d$/.test(event.key) ? Number(event.key) : -1;
    const colour = colours[digit - 1];
    if (colour) onPick(colour);
    else if (digit === 0) onPick(null);
    else return stepFocus(event);
    event.preventDefault();
  };
  return (
    <div
      role="toolbar"
      aria-label="Colour of the passage"
      className="flex items-center gap-1.5"
      onKeyDown={press}
    >
      {colours.map((colour, index) => (
        <button
          key={colour}
          type="button"
          // biome-ignore lint/a11y/noAutofocus: the popover is opened to choose in
          autoFocus={index === 0}
          aria-label={colour}
          aria-pressed={current === colour}
          title={`${colour} (${index + 1})`}
          onClick={() => onPick(colour)}
          className={classNames(
            'size-6 rounded-full border',
            current === colour ? 'border-ink' : 'border-rule',
          )}
          style={{ background: `var(--mark-${colour})` }}
        />
      ))}
      <button
        type="button"
        onClick={() => onPick(null)}
        className="ms-1 h-6 px-2 rounded-md border border-rule text-xs text-muted hover:text-ink"
        title="No colour (0)"
      >
        None
      </button>
    </div>
  );
}
