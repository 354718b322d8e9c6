/** Those who give one value, together, and those who deny it; where they only agree they are folded up. */
import { Ban, CalendarClock, ChevronDown, ChevronRight } from 'lucide-react';
import { memo, useId, useState } from 'react';
import { claimantWords } from '../../../../shared/accounts/account-words';
import type { ValueGroup } from '../../../../shared/accounts/facts';
import type { Account } from '../../../../shared/model/account';
import { classNames } from '../../../ui/class-names';
import { AccountEntry } from './account-entry';
import { AccountValueView } from './account-value';
import { useEditing } from './page-actions';

interface ValueCardProps {
  readonly group: ValueGroup;
  /** There is a conflict, and nobody has decided. */
  readonly isOpen: boolean;
}

/** More than this are folded up also where they are contested. */
const contestedShown = 3;

function EntryList({
  accounts,
  isOpen,
}: {
  readonly accounts: readonly Account[];
  readonly isOpen: boolean;
}) {
  return (
    <ul className="flex flex-col divide-y divide-rule">
      {accounts.map((account) => (
        <AccountEntry key={account.id} account={account} isOpen={isOpen} />
      ))}
    </ul>
  );
}

const namesShown = 3;

/** Who they are, each named once. */
function whoWords(accounts: readonly Account[]): string {
  const names = [...new Set(accounts.map(claimantWords))];
  const more = names.length - namesShown;
  return `${names.slice(0, namesShown).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Preferred and edited accounts are in sight whatever is folded up. */
function useUnfolded(accounts: readonly Account[], isContested: boolean) {
  const editing = useEditing();
  const edited = editing && editing.kind !== 'add' ? editing.account.id : null;
  const [isUnfolded, setIsUnfolded] = useState(false);
  const few = accounts.length <= (isContested ? contestedShown : 1);
  const always = few || accounts.some(({ id }) => id === edited);
  return { isUnfolded: isUnfolded || always, canFold: !few, toggle: () => setIsUnfolded(!isUnfolded) };
}

function Agreeing({ group, isOpen }: ValueCardProps) {
  const { accounts, isContested } = group;
  const { isUnfolded, canFold, toggle } = useUnfolded(accounts, isContested);
  const id = useId();
  const preferred = accounts.filter(({ preferredReason }) => preferredReason !== null);
  const Sign = isUnfolded ? ChevronDown : ChevronRight;
  return (
    <>
      {canFold && (
        <button
          type="button"
          aria-expanded={isUnfolded}
          aria-controls={id}
          onClick={toggle}
          className="flex items-center gap-1 text-start text-xs text-muted hover:text-ink cursor-default rounded-xs min-w-0 py-0.5"
        >
          <Sign size={13} aria-hidden className="shrink-0 rtl:-scale-x-100" />
          <span className="truncate" dir="auto">
            {accounts.length} accounts agree: {whoWords(accounts)}
          </span>
        </button>
      )}
      <div id={id}>
        <EntryList accounts={isUnfolded ? accounts : preferred} isOpen={isOpen} />
      </div>
    </>
  );
}

function Denials({ group: { denials }, isOpen }: ValueCardProps) {
  if (denials.length === 0) return null;
  return (
    <div className="mt-1 ps-2 border-s-2 border-danger">
      <p className="flex items-center gap-1 text-xs font-medium text-danger pt-1">
        <Ban size={12} aria-hidden />
        Denied by
      </p>
      <EntryList accounts={denials} isOpen={isOpen} />
    </div>
  );
}

function borderOf({ accounts, denials }: ValueGroup, isOpen: boolean): string {
  if (isOpen) return 'border-warning';
  const isPreferred = [...accounts, ...denials].some(({ preferredReason }) => preferredReason !== null);
  return isPreferred ? 'border-accent' : 'border-rule';
}

function Card({ group, isOpen }: ValueCardProps) {
  const { value, accounts, isContested } = group;
  const isPlanned = accounts.length > 0 && accounts.every(({ mode }) => mode === 'plans');
  return (
    <li
      className={classNames(
        'min-w-0 flex flex-col',
        isContested && `rounded-md border bg-raised px-2.5 pt-1.5 pb-1 ${borderOf(group, isOpen)}`,
      )}
    >
      <div className="flex items-baseline gap-2 min-w-0 text-[14px] font-medium">
        <AccountValueView value={value} />
        {isPlanned && (
          <span className="inline-flex items-center gap-1 text-xs text-muted font-normal whitespace-nowrap">
            <CalendarClock size={12} aria-hidden className="self-center" />
            planned
          </span>
        )}
        {accounts.length === 0 && <span className="text-xs text-muted font-normal">only denied</span>}
      </div>
      <Agreeing group={group} isOpen={isOpen} />
      <Denials group={group} isOpen={isOpen} />
    </li>
  );
}

export const ValueCard = memo(Card);
