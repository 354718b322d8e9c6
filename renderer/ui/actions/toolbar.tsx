import type { ReactNode } from 'react';
import { Toolbar as AriaToolbar, Separator } from 'react-aria-components';
import { classNames } from '../class-names';

interface ToolbarProps {
  readonly label: string;
  /** Goes on in another row where there is no room. */
  readonly mayWrap?: boolean;
  readonly children: ReactNode;
}

/** A row of controls that the arrow keys walk. */
export function Toolbar({ label, mayWrap = false, children }: ToolbarProps) {
  return (
    <AriaToolbar
      aria-label={label}
      className={classNames('flex items-center gap-0.5', mayWrap && 'flex-wrap')}
    >
      {children}
    </AriaToolbar>
  );
}

export function ToolbarLine() {
  return <Separator orientation="vertical" className="mx-1 h-4 w-px bg-rule" />;
}
