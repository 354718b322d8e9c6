import type { ReactNode } from 'react';
import { classNames } from '../../../ui/class-names';

interface ProposedProps {
  /** For those who hear the screen. */
  readonly label: string;
  /** Nobody has touched it yet. */
  readonly isProposed: boolean;
  readonly children: ReactNode;
}

/** A field that shows whether its content was only proposed. */
export function Proposed({ label, isProposed, children }: ProposedProps) {
  return (
    <div
      role="group"
      aria-label={isProposed ? `${label}, proposed` : label}
      data-proposed={isProposed || undefined}
      className={classNames(
        'min-w-0 ps-2 border-s-2',
        isProposed ? 'border-dashed border-accent' : 'border-transparent',
      )}
    >
      {children}
    </div>
  );
}
