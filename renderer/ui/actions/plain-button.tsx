/** The lightest button, for what there are hundreds of on a page: React Aria's take ten times as long to draw. */
import type { ButtonHTMLAttributes, KeyboardEvent } from 'react';

export interface PlainButtonProps
  extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'onClick' | 'onKeyDown'> {
  readonly onPress: () => void;
}

/** A press is the button's alone: the row or card that it stands in does not hear it. */
function keepPress(event: KeyboardEvent): void {
  if (event.key === 'Enter' || event.key === ' ') event.stopPropagation();
}

export function PlainButton({ onPress, ...props }: PlainButtonProps) {
  return (
    <button
      {...props}
      type="button"
      onKeyDown={keepPress}
      onClick={(event) => {
        event.stopPropagation();
        onPress();
      }}
    />
  );
}
