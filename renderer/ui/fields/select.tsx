import { ChevronDown } from 'lucide-react';
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import { classNames } from '../class-names';
import { labelLook } from './text-field';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface SelectProps<Value extends string> {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
}

/** One of a few. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, labelHidden, value, choices, onChange, isDisabled = false } = props;
  const choose = (key: unknown) => {
    const found = choices.find((choice) => choice.value === key);
    if (found) onChange(found.value);
  };
  return (
    <AriaSelect
      value={value}
      onChange={choose}
      isDisabled={isDisabled}
      className="flex flex-col gap-1 min-w-0"
    >
      <Label className={labelHidden ? 'sr-only' : labelLook}>{label}</Label>
      <Button className="flex items-center gap-1 h-7 rounded-md border border-rule bg-raised ps-2 pe-1.5 hovered:bg-sunken cursor-default min-w-0 disabled:opacity-50">
        <SelectValue className="flex-1 truncate text-start" />
        <ChevronDown size={14} aria-hidden className="text-faint shrink-0" />
      </Button>
      <Popover
        offset={4}
        className="min-w-(--trigger-width) rounded-lg border border-rule bg-raised p-1 shadow-lg"
      >
        <ListBox className="outline-none max-h-80 overflow-auto" items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.value} textValue={choice.label} className={optionLook}>
              <span className="truncate" dir="auto">
                {choice.label}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

export const optionLook = classNames(
  'flex items-center gap-2 rounded-sm px-2 py-1 cursor-default outline-none',
  'focused:bg-selected selected:font-medium disabled:opacity-45',
);
