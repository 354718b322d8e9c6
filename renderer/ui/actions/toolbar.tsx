import type { ReactNode } from 'react';
import { Toolbar as AriaToolbar, Separator } from 'react-aria-components';

/** A row of controls that the arrow keys walk. */
export function Toolbar({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <AriaToolbar aria-label={label} className="flex items-center gap-0.5">
      {children}
    </AriaToolbar>
  );
}

export function ToolbarLine() {
  return <Separator orientation="vertical" className="mx-1 h-4 w-px bg-rule" />;
}
