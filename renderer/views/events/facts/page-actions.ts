/** What the page does with accounts; each can be taken back. */
import { createContext, useContext } from 'react';
import { factNames } from '../../../../shared/accounts/account-words';
import type { Account, Certainty, FactKind } from '../../../../shared/model/account';
import { commands } from '../../../client/client';
import { notifyUndoable, run } from '../../../shell/notices';

/** What is being filled in: a new account (perhaps like another one), one that is changed, or why one is preferred. */
export type Editing =
  | { readonly kind: 'add'; readonly fact: FactKind; readonly key: string; readonly like: Account | null }
  | { readonly kind: 'edit'; readonly account: Account }
  | { readonly kind: 'prefer'; readonly account: Account };

/** Which of an account's menus is open, and the button it was opened by. */
export interface OpenMenu {
  readonly kind: 'certainty' | 'more';
  readonly account: Account;
  readonly anchor: Element;
}

/** The same as long as the page stands: what is drawn once is not drawn again when a form opens. */
export interface PageActions {
  readonly eventId: string;
  /** Opens a form in place; null closes it. */
  readonly edit: (editing: Editing | null) => void;
  readonly openMenu: (menu: OpenMenu | null) => void;
}

export const PageActionsContext = createContext<PageActions | null>(null);
export const EditingContext = createContext<Editing | null>(null);

export function usePageActions(): PageActions {
  const actions = useContext(PageActionsContext);
  if (!actions) throw new Error('outside of an event page');
  return actions;
}

/** What is being filled in on the page. */
export const useEditing = (): Editing | null => useContext(EditingContext);

export async function removeAccount({ id, fact }: Account): Promise<void> {
  const done = await run(commands.removeAccount({ id }));
  if (done !== undefined) notifyUndoable(`Removed an account of “${factNames[fact]}”`, 'removeAccount');
}

export async function unprefer({ id }: Account): Promise<void> {
  const done = await run(commands.preferAccount({ id, reason: null }));
  if (done !== undefined) notifyUndoable('No account is preferred any more', 'preferAccount');
}

export async function judge({ id }: Account, certainty: Certainty): Promise<void> {
  await run(commands.updateAccount({ id, certainty }));
}
