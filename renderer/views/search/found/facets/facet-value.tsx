/** One value of a facet: a press narrows to it, the minus beside it (or Alt with the press) leaves it out. */
import { Minus } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { classNames } from '../../../../ui/class-names';

export interface FacetRow {
  readonly value: string;
  readonly label: string;
  /** Undefined: it is chosen, and not among the values that were counted. */
  readonly count: number | undefined;
  readonly state: 'open' | 'chosen' | 'excluded';
}

interface FacetValueProps {
  readonly row: FacetRow;
  /** The row's key in the pane. */
  readonly walked: string;
  readonly isCurrent: boolean;
  readonly onToggle: () => void;
  /** Absent: it cannot be left out. */
  readonly onExclude?: (() => void) | undefined;
}

export function FacetValue({ row, walked, isCurrent, onToggle, onExclude }: FacetValueProps) {
  const { label, count, state } = row;
  const isExcluded = state === 'excluded';
  const tabIndex = isCurrent ? 0 : -1;
  const press = (event: KeyboardEvent) => {
    if ((event.key !== '-' && event.key !== 'Delete') || !onExclude) return;
    event.preventDefault();
    onExclude();
  };
  return (
    <li className="group/value flex items-stretch rounded-sm hover:bg-sunken focus-within:bg-sunken">
      <button
        type="button"
        data-walked={walked}
        tabIndex={tabIndex}
        aria-pressed={onExclude ? state === 'chosen' : undefined}
        aria-keyshortcuts={onExclude && '-'}
        onKeyDown={press}
        onClick={(event) =>
          event.altKey && onExclude ? onExclude() : isExcluded ? onExclude?.() : onToggle()
        }
        className={classNames(
          'flex items-baseline gap-2 flex-1 min-w-0 ps-2 pe-1 py-0.5 rounded-sm text-start cursor-default -outline-offset-2',
          state === 'chosen' && 'bg-selected font-medium',
        )}
      >
        {isExcluded && <span className="sr-only">Left out: </span>}
        <span
          className={classNames('truncate flex-1 text-left', isExcluded && 'line-through text-muted')}
          dir="auto"
          title={label}
        >
          {label}
        </span>
        {count !== undefined && (
          <span className="text-xs text-muted tabular-nums">{count.toLocaleString('en')}</span>
        )}
      </button>
      {onExclude && (
        <button
          type="button"
          tabIndex={tabIndex}
          aria-label={isExcluded ? `No longer leave out ${label}` : `Leave out ${label}`}
          title={isExcluded ? 'No longer leave it out' : 'Leave it out (−)'}
          onClick={onExclude}
          className={classNames(
            'w-5 shrink-0 inline-flex items-center justify-center rounded-sm cursor-default -outline-offset-2 hover:text-danger',
            isExcluded
              ? 'text-danger'
              : 'text-faint opacity-0 group-hover/value:opacity-100 focus:opacity-100 group-focus-within/value:opacity-100',
          )}
        >
          <Minus size={12} aria-hidden />
        </button>
      )}
    </li>
  );
}
