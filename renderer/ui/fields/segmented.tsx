import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { Choice } from './select';
import { labelLook } from './text-field';

export interface SegmentedProps<Value extends string> {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
}

/** One of very few, all of them in sight. */
export function Segmented<Value extends string>({
  label,
  labelHidden,
  value,
  choices,
  onChange,
}: SegmentedProps<Value>) {
  const choose = (chosen: string) => {
    const found = choices.find((choice) => choice.value === chosen);
    if (found) onChange(found.value);
  };
  return (
    <RadioGroup value={value} onChange={choose} orientation="horizontal" className="flex flex-col gap-1">
      <Label className={labelHidden ? 'sr-only' : labelLook}>{label}</Label>
      <div className="inline-flex self-start rounded-md border border-rule bg-sunken p-px">
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            className="h-6 px-2 inline-flex items-center rounded-[5px] text-muted cursor-default whitespace-nowrap hovered:text-ink selected:bg-raised selected:text-ink selected:shadow-xs data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent"
          >
            {choice.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
