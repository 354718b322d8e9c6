/** The list under the search box: ways to go on from what was typed, or what was asked before. The box keeps the focus. */
import { type ReactNode, useEffect } from 'react';
import { classNames } from '../../../ui/class-names';
import { queryDirection } from './query-direction';

export interface Offer {
  readonly key: string;
  readonly label: string;
  readonly icon?: ReactNode;
  /** A line stands above it. */
  readonly group?: boolean;
  readonly take: () => void;
}

interface OfferListProps {
  readonly id: string;
  readonly label: string;
  readonly offers: readonly Offer[];
  /** Place of the one that the arrow keys chose; -1: none. */
  readonly active: number;
}

export const offerId = (listId: string, at: number): string => `${listId}-${at}`;

export function OfferList({ id, label, offers, active }: OfferListProps) {
  useEffect(() => {
    document.getElementById(offerId(id, active))?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  return (
    <div
      id={id}
      role="listbox"
      aria-label={label}
      tabIndex={-1}
      className="absolute inset-x-0 top-full mt-1 z-30 max-h-80 overflow-y-auto rounded-lg border border-rule bg-raised p-1 shadow-lg"
    >
      {offers.map((offer, index) => (
        <div
          key={offer.key}
          id={offerId(id, index)}
          role="option"
          aria-selected={index === active}
          // The field keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={offer.take}
          className={classNames(
            'flex items-center gap-2 px-2 py-1 rounded-sm cursor-default',
            index === active ? 'bg-selected' : 'hover:bg-sunken',
            offer.group && 'mt-1 border-t border-rule text-muted',
          )}
        >
          {offer.icon}
          <span className="truncate" dir={queryDirection(offer.label)} title={offer.label}>
            {offer.label}
          </span>
        </div>
      ))}
    </div>
  );
}
