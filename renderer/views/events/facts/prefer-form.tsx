/** Why one account is preferred to the others of its fact. */
import { type SubmitEvent, useState } from 'react';
import type { Account } from '../../../../shared/model/account';
import { commands } from '../../../client/client';
import { notifyUndoable, run } from '../../../shell/notices';
import { Button } from '../../../ui/actions/button';
import { TextField } from '../../../ui/fields/text-field';
import { usePageActions } from './page-actions';

/** What was typed and left, for coming back to it. */
const begun = new Map<string, string>();

export function PreferForm({ account: { id } }: { readonly account: Account }) {
  const { edit } = usePageActions();
  const [reason, setReason] = useState(begun.get(id) ?? '');
  const [isAsked, setIsAsked] = useState(false);
  const type = (words: string) => {
    setReason(words);
    begun.set(id, words);
  };
  const save = async (submitted: SubmitEvent) => {
    submitted.preventDefault();
    if (reason.trim() === '') return setIsAsked(true);
    const done = await run(commands.preferAccount({ id, reason: reason.trim() }));
    if (done === undefined) return;
    begun.delete(id);
    edit(null);
    notifyUndoable('Preferred an account; the others stay', 'preferAccount');
  };
  return (
    <form
      aria-label="Prefer this account"
      onSubmit={(submitted) => void save(submitted)}
      onKeyDown={(pressed) => pressed.key === 'Escape' && edit(null)}
      className="flex flex-wrap items-center justify-end gap-2 my-1 p-2 rounded-md border border-rule bg-sunken"
    >
      <div className="basis-full min-w-0">
        <TextField
          label="Why do you prefer it?"
          value={reason}
          onChange={type}
          autoFocus
          error={isAsked && reason.trim() === '' ? 'Say why in a few words.' : undefined}
        />
      </div>
      <Button onPress={() => edit(null)}>Cancel</Button>
      <Button type="submit" look="primary">
        Prefer
      </Button>
    </form>
  );
}
