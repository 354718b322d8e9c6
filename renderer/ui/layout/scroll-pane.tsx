import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { classNames } from '../class-names';

export interface ScrollPaneProps {
  /** Where the scroll position is kept, and taken from when the pane is drawn again. */
  readonly memory?: { scrollTop: number };
  readonly className?: string;
  readonly children: ReactNode;
}

/** A column that scrolls by itself and can be found again where it was left. */
export function ScrollPane({ memory, className, children }: ScrollPaneProps) {
  const pane = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (pane.current && memory) pane.current.scrollTop = memory.scrollTop;
  }, [memory]);
  return (
    <div
      ref={pane}
      data-scrolls
      className={classNames('flex-1 min-h-0 min-w-0 overflow-y-auto overflow-x-hidden', className)}
      onScroll={({ currentTarget }) => {
        if (memory) memory.scrollTop = currentTarget.scrollTop;
      }}
    >
      {children}
    </div>
  );
}
