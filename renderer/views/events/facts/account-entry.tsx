/** One account: who says it, how, on which words; the researcher's own judgement; and what can be done with it. */
import { CircleDashed, Ellipsis, Lightbulb, Pencil, Star } from 'lucide-react';
import { memo } from 'react';
import { certaintyWords, claimantWords } from '../../../../shared/accounts/account-words';
import { type Account, certainties } from '../../../../shared/model/account';
import { Button, IconButton } from '../../../ui/actions/button';
import { MenuButton, type MenuRow } from '../../../ui/actions/menu-button';
import { ClaimantLine } from './claimant';
import { judge, type PageActions, removeAccount, unprefer, usePageActions } from './page-actions';
import { PreferForm } from './prefer-form';
import { QuotedWords } from './quoted-words';

const quotesShown = 3;

function CertaintyButton({ account }: { readonly account: Account }) {
  const { certainty } = account;
  const rows = certainties.map((one) => ({
    id: one || 'none',
    label: certaintyWords[one],
    checked: one === certainty,
  }));
  const choose = (id: string) => void judge(account, certainties.find((one) => one === id) ?? '');
  return (
    <MenuButton label="How sure you are" rows={rows} onAction={choose}>
      <Button look="quiet">
        <span className={certainty ? 'text-xs text-ink' : 'text-xs text-faint'}>
          {certainty ? `You: ${certaintyWords[certainty]}` : 'How sure?'}
        </span>
      </Button>
    </MenuButton>
  );
}

function menuRows({ preferredReason }: Account): readonly MenuRow[] {
  return [
    { id: 'like', label: 'Add another like it…' },
    preferredReason === null
      ? { id: 'prefer', label: 'Prefer this account…' }
      : { id: 'unprefer', label: 'Do not prefer it any more' },
    { id: 'remove', label: 'Remove', danger: true, group: true },
  ];
}

function act(account: Account, edit: PageActions['edit'], id: string): void {
  const { fact, key } = account;
  if (id === 'like') edit({ kind: 'add', fact, key, like: account });
  if (id === 'prefer') edit({ kind: 'prefer', account });
  if (id === 'unprefer') void unprefer(account);
  if (id === 'remove') void removeAccount(account);
}

function Actions({ account }: { readonly account: Account }) {
  const { edit } = usePageActions();
  const who = claimantWords(account);
  return (
    <div className="ms-auto -me-1 flex items-center shrink-0">
      <CertaintyButton account={account} />
      <IconButton
        label={`Change the account of ${who}`}
        icon={<Pencil size={13} />}
        onPress={() => edit({ kind: 'edit', account })}
      />
      <MenuButton
        label={`Account of ${who}`}
        rows={menuRows(account)}
        onAction={(id) => act(account, edit, id)}
      >
        <IconButton label={`More about the account of ${who}`} icon={<Ellipsis size={14} />} />
      </MenuButton>
    </div>
  );
}

function PreferButton({ account }: { readonly account: Account }) {
  const { edit } = usePageActions();
  return (
    <Button look="quiet" onPress={() => edit({ kind: 'prefer', account })}>
      <span className="text-xs">Prefer…</span>
    </Button>
  );
}

/** Words that are missing are said to be missing; what was inferred says why. */
function Basis({ account }: { readonly account: Account }) {
  const { evidence, inferredReason } = account;
  return (
    <>
      {evidence.length > 0 && (
        <ul aria-label="Words" className="flex flex-col gap-1 mt-1">
          {evidence.slice(0, quotesShown).map((passage) => (
            <QuotedWords key={passage.annotationId} passage={passage} />
          ))}
        </ul>
      )}
      {evidence.length > quotesShown && (
        <p className="ps-2.5 text-xs text-muted">and {evidence.length - quotesShown} more passages below</p>
      )}
      {inferredReason && (
        <p className="flex items-start gap-1 text-xs text-muted mt-0.5" dir="auto">
          <Lightbulb size={12} aria-hidden className="shrink-0 mt-0.5" />
          <span className="[overflow-wrap:anywhere]">Inferred: {inferredReason}</span>
        </p>
      )}
      {evidence.length === 0 && !inferredReason && (
        <p className="flex items-center gap-1 text-xs text-warning mt-0.5">
          <CircleDashed size={12} aria-hidden className="shrink-0" />
          No words yet
        </p>
      )}
    </>
  );
}

function Preferred({ reason }: { readonly reason: string }) {
  return (
    <p className="flex items-start gap-1 text-xs text-accent" dir="auto">
      <Star size={12} aria-hidden className="shrink-0 mt-0.5 fill-current" />
      <span className="[overflow-wrap:anywhere]">Preferred{reason && `: ${reason}`}</span>
    </p>
  );
}

interface EntryProps {
  readonly account: Account;
  /** Whether there is a conflict to decide. */
  readonly isOpen: boolean;
}

function Entry({ account, isOpen }: EntryProps) {
  const { editing } = usePageActions();
  const isPreferring = editing?.kind === 'prefer' && editing.account.id === account.id;
  const { preferredReason, comment, instead } = account;
  return (
    <li data-account={account.id} className="min-w-0 py-1">
      {preferredReason !== null && <Preferred reason={preferredReason} />}
      <div className="flex items-start gap-x-2 min-w-0">
        <div className="min-w-0 flex-1 pt-1">
          <ClaimantLine account={account} />
        </div>
        <Actions account={account} />
      </div>
      {instead && <p className="text-xs text-muted">said instead of the others</p>}
      <Basis account={account} />
      {comment && (
        <p className="mt-0.5 text-xs text-muted whitespace-pre-wrap [overflow-wrap:anywhere]" dir="auto">
          {comment}
        </p>
      )}
      {isOpen && preferredReason === null && !isPreferring && (
        <div className="-ms-2.5 -mb-1">
          <PreferButton account={account} />
        </div>
      )}
      {isPreferring && <PreferForm account={account} />}
    </li>
  );
}

export const AccountEntry = memo(Entry);
