/** The menus of an account: how sure the researcher is, and what else can be done with it. One at a time for the whole page. */
import { certaintyWords, claimantWords } from '../../../../shared/accounts/account-words';
import { type Account, certainties } from '../../../../shared/model/account';
import { MenuAt, type MenuRow } from '../../../ui/actions/menu-button';
import {
  judge,
  type OpenMenu,
  type PageActions,
  removeAccount,
  unprefer,
  usePageActions,
} from './page-actions';

const certaintyRows = ({ certainty }: Account): readonly MenuRow[] =>
  certainties.map((one) => ({ id: one || 'none', label: certaintyWords[one], checked: one === certainty }));

const moreRows = ({ preferredReason }: Account): readonly MenuRow[] => [
  { id: 'like', label: 'Add another like it…' },
  preferredReason === null
    ? { id: 'prefer', label: 'Prefer this account…' }
    : { id: 'unprefer', label: 'Do not prefer it any more' },
  { id: 'remove', label: 'Remove', danger: true, group: true },
];

function act(account: Account, edit: PageActions['edit'], id: string): void {
  const { fact, key } = account;
  if (id === 'like') edit({ kind: 'add', fact, key, like: account });
  if (id === 'prefer') edit({ kind: 'prefer', account });
  if (id === 'unprefer') void unprefer(account);
  if (id === 'remove') void removeAccount(account);
}

export function AccountMenu({ menu: { kind, account, anchor } }: { readonly menu: OpenMenu }) {
  const { edit, openMenu } = usePageActions();
  const isCertainty = kind === 'certainty';
  const choose = (id: string) => {
    if (isCertainty) void judge(account, certainties.find((one) => one === id) ?? '');
    else act(account, edit, id);
  };
  return (
    <MenuAt
      label={isCertainty ? 'How sure you are' : `Account of ${claimantWords(account)}`}
      rows={isCertainty ? certaintyRows(account) : moreRows(account)}
      onAction={choose}
      onClose={() => openMenu(null)}
      anchor={anchor}
    />
  );
}
