/** Content that floats beside what it belongs to: a trigger inside, or an element or point given from outside. */
import type { ReactNode, RefObject } from 'react';
import { Dialog as AriaDialog, Popover as AriaPopover, DialogTrigger } from 'react-aria-components';

export const popoverLook = 'rounded-lg border border-rule bg-raised shadow-lg outline-none max-w-[90vw]';

export interface PopoverButtonProps {
  /** For those who hear the screen. */
  readonly label: string;
  /** A Button or IconButton, which opens it. */
  readonly trigger: ReactNode;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

/** A button with a popover. */
export function PopoverButton({ label, trigger, children }: PopoverButtonProps) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover offset={5} className={popoverLook}>
        <AriaDialog aria-label={label} className="outline-none p-3">
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </AriaDialog>
      </AriaPopover>
    </DialogTrigger>
  );
}

export interface PopoverProps {
  readonly label: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What it points at. */
  readonly anchorRef: RefObject<Element | null>;
  readonly placement?: 'bottom' | 'top' | 'bottom start' | 'top start' | 'right' | 'left';
  readonly children: ReactNode;
}

/** A popover that its owner opens. */
export function Popover({
  label,
  isOpen,
  onClose,
  anchorRef,
  placement = 'bottom start',
  children,
}: PopoverProps) {
  return (
    <AriaPopover
      isOpen={isOpen}
      onOpenChange={(open) => open || onClose()}
      triggerRef={anchorRef}
      placement={placement}
      offset={6}
      className={`${popoverLook} overflow-y-auto`}
    >
      <AriaDialog aria-label={label} className="outline-none p-3">
        {children}
      </AriaDialog>
    </AriaPopover>
  );
}
