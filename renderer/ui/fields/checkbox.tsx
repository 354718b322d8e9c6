import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';

export interface CheckboxProps {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

/** Something that is so or not. */
export function Checkbox({ children, isSelected, onChange }: CheckboxProps) {
  return (
    <AriaCheckbox
      isSelected={isSelected}
      onChange={onChange}
      className="group flex items-center gap-2 cursor-default rounded-sm data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent"
    >
      <span className="size-4 shrink-0 rounded-sm border border-muted flex items-center justify-center text-accent-ink group-data-[selected]:bg-accent group-data-[selected]:border-accent">
        {isSelected && <Check size={12} strokeWidth={3} aria-hidden />}
      </span>
      {children}
    </AriaCheckbox>
  );
}
