import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { PlainButton } from './plain-button';

export interface ChipProps {
  readonly children: string;
  /** A CSS colour for the dot before the words. */
  readonly dot?: string | undefined;
  readonly icon?: ReactNode;
  /** A word about it, in grey behind its own. */
  readonly aside?: string | undefined;
  readonly onPress?: () => void;
  readonly onRemove?: () => void;
}

/** A small label; it can lead somewhere and be taken off. */
export function Chip({ children, dot, icon, aside, onPress, onRemove }: ChipProps) {
  const words = (
    <>
      {dot && <span aria-hidden className="size-2 rounded-full shrink-0" style={{ background: dot }} />}
      {icon}
      <span className="truncate" dir="auto" title={children}>
        {children}
      </span>
      {aside && <span className="text-muted shrink-0">{aside}</span>}
    </>
  );
  const inner = 'inline-flex items-center gap-1.5 min-w-0 px-1.5 rounded-[5px]';
  return (
    <span className="inline-flex items-center max-w-[min(14rem,100%)] h-5.5 rounded-[5px] border border-rule bg-raised text-xs align-middle">
      {onPress ? (
        <PlainButton onPress={onPress} className={`${inner} hover:text-accent cursor-default`}>
          {words}
        </PlainButton>
      ) : (
        <span className={inner}>{words}</span>
      )}
      {onRemove && (
        <PlainButton
          onPress={onRemove}
          aria-label={`Take off ${children}`}
          className="pe-1 h-full inline-flex items-center text-faint hover:text-danger cursor-default rounded-[5px]"
        >
          <X size={12} aria-hidden />
        </PlainButton>
      )}
    </span>
  );
}
