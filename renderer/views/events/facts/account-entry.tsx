/** One account: who says it, how, on which words; the researcher's own judgement; and what can be done with it. */
import { CircleDashed, Ellipsis, Lightbulb, Pencil, Star } from 'lucide-react';
import { memo } from 'react';
import { certaintyWords, claimantWords } from '../../../../shared/accounts/account-words';
import type { Account } from '../../../../shared/model/account';
import { ClaimantLine } from './claimant';
import { useEditing, usePageActions } from './page-actions';
import { PreferForm } from './prefer-form';
import { QuotedWords } from './quoted-words';

const quotesShown = 3;

interface EntryProps {
  readonly account: Account;
  /** Whether there is a conflict to decide. */
  readonly isOpen: boolean;
}

const quiet =
  'inline-flex items-center h-6 px-1.5 rounded-md text-xs text-muted hover:bg-sunken hover:text-ink cursor-default whitespace-nowrap';

/** Bare buttons: a page has hundreds of them. What they open is made when it is asked for. */
function Actions({ account }: { readonly account: Account }) {
  const { edit, openMenu } = usePageActions();
  const who = claimantWords(account);
  const { certainty } = account;
  return (
    <div className="ms-auto -me-1 flex items-center shrink-0">
      <button
        type="button"
        aria-haspopup="menu"
        className={quiet}
        onClick={({ currentTarget }) => openMenu({ kind: 'certainty', account, anchor: currentTarget })}
      >
        {certainty ? <span className="text-ink">You: {certaintyWords[certainty]}</span> : 'How sure?'}
      </button>
      <button
        type="button"
        className={quiet}
        aria-label={`Change the account of ${who}`}
        title={`Change the account of ${who}`}
        onClick={() => edit({ kind: 'edit', account })}
      >
        <Pencil size={13} aria-hidden />
      </button>
      <button
        type="button"
        aria-haspopup="menu"
        className={quiet}
        aria-label={`More about the account of ${who}`}
        title="Add another like it, prefer, remove"
        onClick={({ currentTarget }) => openMenu({ kind: 'more', account, anchor: currentTarget })}
      >
        <Ellipsis size={14} aria-hidden />
      </button>
    </div>
  );
}

/** The way to decide a conflict, and its form. */
function Preferring({ account, isOpen }: EntryProps) {
  const { edit } = usePageActions();
  const editing = useEditing();
  if (editing?.kind === 'prefer' && editing.account.id === account.id)
    return <PreferForm account={account} />;
  if (!isOpen || account.preferredReason !== null) return null;
  return (
    <button
      type="button"
      className={`${quiet} -ms-1.5 -mb-1`}
      onClick={() => edit({ kind: 'prefer', account })}
    >
      Prefer…
    </button>
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

function Entry({ account, isOpen }: EntryProps) {
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
      <Preferring account={account} isOpen={isOpen} />
    </li>
  );
}

export const AccountEntry = memo(Entry);
