/** The accounts that rest on a passage: what is said of which event, by whom and how; and what its words are the cue of. */
import { CornerDownRight, Pencil, X } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { factWords, modeWords, putWords, valueWords } from '../../../../shared/accounts/account-words';
import type { ArticleAccount } from '../../../../shared/contract/accounts';
import type { Annotation } from '../../../../shared/model/annotation';
import { commands } from '../../../client/client';
import { go } from '../../../shell/navigation';
import { notifyUndoable, run } from '../../../shell/notices';
import { PlainButton } from '../../../ui/actions/plain-button';
import { useOpenText } from '../reader-context';
import { useArticleAccounts } from './article-accounts';

/** Who says it and how: "Velmar claims". */
function saying({ claimant, mode, inferredReason }: ArticleAccount): string {
  if (inferredReason !== '') return `inferred: ${inferredReason}`;
  const how = modeWords[mode];
  switch (claimant.kind) {
    case 'none':
      return 'your own entry';
    case 'narrator':
      return `the article ${how}`;
    case 'actors':
      return `${claimant.actors.map(({ name }) => name).join(', ')}: ${how}`;
    case 'unnamed':
      return `“${claimant.words}”: ${how}`;
  }
}

async function remove(account: ArticleAccount): Promise<void> {
  const done = await run(commands.removeAccount({ id: account.id }));
  if (done !== undefined) notifyUndoable('The account was removed', 'removeAccount');
}

interface RowProps {
  readonly account: ArticleAccount;
  readonly canChange: boolean;
}

interface RowButtonProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly onPress: () => void;
}

function RowButton({ label, icon, onPress }: RowButtonProps) {
  return (
    <PlainButton
      aria-label={label}
      title={label}
      onPress={onPress}
      className="inline-flex items-center justify-center rounded-md size-7 cursor-default text-muted hover:bg-sunken hover:text-ink active:bg-selected"
    >
      {icon}
    </PlainButton>
  );
}

const AccountRow = memo(function AccountRow({ account, canChange }: RowProps) {
  const { eventId, eventTitle } = account;
  const what = putWords(account);
  const about = account.fact === 'happened' ? '' : `${factWords(account)}: `;
  return (
    <li className="group/account flex items-start gap-1 text-xs min-w-0">
      <button
        type="button"
        title={`To the event: ${eventTitle}`}
        onClick={() => go({ kind: 'event', id: eventId })}
        className="grow min-w-0 text-start cursor-default rounded-xs hover:text-accent [overflow-wrap:anywhere]"
      >
        <span dir="auto">
          <span className="text-muted">{about}</span>
          {what}
        </span>
        <span className="block text-muted" dir="auto">
          {saying(account)}
        </span>
      </button>
      {canChange && (
        <span className="shrink-0 flex -my-1 opacity-60 group-hover/account:opacity-100 focus-within:opacity-100">
          <RowButton
            label={`Change on the event’s page: ${what}`}
            icon={<Pencil size={12} />}
            onPress={() => go({ kind: 'event', id: eventId })}
          />
          <RowButton
            label={`Remove this account: ${what}`}
            icon={<X size={12} />}
            onPress={() => void remove(account)}
          />
        </span>
      )}
    </li>
  );
});

/** Says that words are the cue of what stands elsewhere. */
function CueOf({ accounts }: { readonly accounts: readonly ArticleAccount[] }) {
  const [first] = accounts;
  if (!first) return null;
  const further = accounts.length > 1 ? ` and ${accounts.length - 1} more` : '';
  return (
    <p className="flex items-start gap-1 text-xs text-muted min-w-0">
      <CornerDownRight size={12} aria-hidden className="shrink-0 mt-0.5" />
      <span className="line-clamp-2 [overflow-wrap:anywhere]" dir="auto">
        Cue: says how “{first.evidence[0]?.quote.exact ?? valueWords(first.value)}” is put{further}
      </span>
    </p>
  );
}

interface PassageAccountsProps {
  readonly annotation: Annotation;
  readonly canChange: boolean;
}

export function PassageAccounts({ annotation, canChange }: PassageAccountsProps) {
  const { resting, cued } = useArticleAccounts(useOpenText().article.id);
  const accounts = resting.get(annotation.id) ?? [];
  const cueOf = cued.get(annotation.id) ?? [];
  if (accounts.length + cueOf.length === 0) return null;
  return (
    <>
      {accounts.length > 0 && (
        <ul aria-label="Accounts" className="flex flex-col gap-1 border-s border-rule ps-2">
          {accounts.map((account) => (
            <AccountRow key={account.id} account={account} canChange={canChange} />
          ))}
        </ul>
      )}
      <CueOf accounts={cueOf} />
    </>
  );
}
