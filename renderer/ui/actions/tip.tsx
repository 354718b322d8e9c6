import type { ReactElement } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import { Keys } from './keys';

export interface TipProps {
  readonly text: string;
  readonly keys?: string | undefined;
  /** One focusable control of React Aria. */
  readonly children: ReactElement;
}

/** A tooltip with words and the key that does the same. */
export function Tip({ text, keys, children }: TipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={50}>
      {children}
      <Tooltip
        offset={5}
        placement="bottom"
        className="pointer-events-none max-w-72 rounded-md border border-rule bg-raised px-2 py-1 text-xs text-ink shadow-md flex items-center gap-2 z-50"
      >
        {text}
        {keys && <Keys keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
