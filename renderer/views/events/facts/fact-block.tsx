/** One fact with all its accounts: competing values side by side, what agrees folded up, and how the fact stands. */
import { Check, CircleAlert, Star } from 'lucide-react';
import { memo, useState } from 'react';
import { valueWords } from '../../../../shared/accounts/account-words';
import type { Fact } from '../../../../shared/accounts/facts';
import { Button } from '../../../ui/actions/button';
import { classNames } from '../../../ui/class-names';
import { ValueCard } from './value-card';

const valuesShown = 8;

/** How the fact stands, by sign and word; a single account needs neither. */
export function FactStateMark({ fact }: { readonly fact: Fact }) {
  const { state, groups, settled } = fact;
  const values = groups.filter(({ isContested }) => isContested).length;
  if (state === 'conflict')
    return (
      <span className="inline-flex items-center gap-1 text-xs font-medium text-warning whitespace-nowrap">
        <CircleAlert size={13} aria-hidden />
        Contested{values > 1 ? `: ${values} values` : ''}
      </span>
    );
  if (state === 'decided')
    return (
      <span className="inline-flex items-center gap-1 text-xs text-accent min-w-0">
        <Star size={12} aria-hidden className="shrink-0 fill-current" />
        <span className="truncate" dir="auto">
          Decided{settled ? `: ${valueWords(settled)}` : ''}
        </span>
      </span>
    );
  if (state !== 'agreed' || fact.fact === 'participant') return null;
  return (
    <span className="inline-flex items-center gap-1 text-xs text-muted min-w-0">
      <Check size={13} aria-hidden className="shrink-0" />
      <span className="truncate" dir="auto">
        {groups.length > 1 && settled ? `All can be true: ${valueWords(settled)}` : 'Agreed'}
      </span>
    </span>
  );
}

interface FactBlockProps {
  readonly fact: Fact;
  /** The key as a heading; '' where the section's title says it all. */
  readonly title: string;
}

function Block({ fact, title }: FactBlockProps) {
  const { groups, state } = fact;
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? groups : groups.slice(0, valuesShown);
  const isContested = groups.some((group) => group.isContested);
  return (
    <div data-fact={`${fact.fact} ${fact.key}`} className="flex flex-col gap-1 min-w-0">
      {title && (
        <div className="flex items-center gap-2.5 min-w-0">
          <h3 className="text-xs font-medium text-ink truncate" dir="auto" title={title}>
            {title}
          </h3>
          <FactStateMark fact={fact} />
        </div>
      )}
      <ul
        className={classNames(
          'grid gap-2 min-w-0',
          isContested && 'grid-cols-[repeat(auto-fill,minmax(min(17rem,100%),1fr))]',
        )}
      >
        {shown.map((group) => (
          <ValueCard
            key={(group.accounts[0] ?? group.denials[0])?.id}
            group={group}
            isOpen={state === 'conflict'}
          />
        ))}
      </ul>
      {shown.length < groups.length && (
        <div>
          <Button look="quiet" onPress={() => setIsWhole(true)}>
            Show all {groups.length} values
          </Button>
        </div>
      )}
    </div>
  );
}

export const FactBlock = memo(Block);
