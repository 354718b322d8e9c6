/** What is being written in the form of an account: kept when the form is left, until it is saved or begun anew. */
import { useState } from 'react';
import type { Account } from '../../../../shared/model/account';
import type { PassageRef } from '../../../../shared/model/annotation';
import { commands } from '../../../client/client';
import {
  type AccountDraft,
  draftOf,
  emptyDraft,
  entitiesToMake,
  givenAccount,
  whatIsMissing,
} from '../../../parts/account/account-draft';
import { run } from '../../../shell/notices';
import type { Editing } from '../facts/page-actions';

export type FormEditing = Exclude<Editing, { kind: 'prefer' }>;

interface Written {
  readonly draft: AccountDraft;
  readonly evidence: readonly PassageRef[];
  readonly cues: readonly PassageRef[];
}

/** Forms that were left before they were saved. */
const left = new Map<string, Written>();

const keyOf = (eventId: string, editing: FormEditing): string =>
  editing.kind === 'edit'
    ? editing.account.id
    : [eventId, editing.fact, editing.key, editing.like?.id ?? ''].join(' ');

/** Another source for the same: who says it and on which words is open. */
const likeDraft = (account: Account): AccountDraft => ({
  ...draftOf(account),
  claimant: { kind: 'none' },
  certainty: '',
  inferredReason: '',
  comment: '',
});

function firstOf(editing: FormEditing): Written {
  if (editing.kind === 'edit') {
    const { account } = editing;
    return { draft: draftOf(account), evidence: account.evidence, cues: account.cues };
  }
  const { fact, key, like } = editing;
  const value = fact === 'happened' ? emptyDraft.value : null;
  const blank: AccountDraft = { ...emptyDraft, claimant: { kind: 'none' }, value, fact, key };
  return { draft: like ? likeDraft(like) : blank, evidence: [], cues: [] };
}

const idsOf = (passages: readonly PassageRef[]) => passages.map(({ annotationId }) => annotationId);

async function keep(eventId: string, editing: FormEditing, { draft, evidence, cues }: Written) {
  const given = givenAccount(draft);
  if (!given) return undefined;
  const more = { evidence: idsOf(evidence), cues: idsOf(cues), making: entitiesToMake(draft) };
  if (editing.kind === 'add') return commands.addAccount({ eventId, ...given, ...more });
  const { fact: _, ...changed } = given;
  return commands.updateAccount({ id: editing.account.id, ...changed, ...more });
}

export interface AccountWriting extends Written {
  /** What was typed and left is here again. */
  readonly isComeBack: boolean;
  readonly change: (changed: Partial<Written>) => void;
  readonly startAfresh: () => void;
  /** Grows with each fresh start: fields that keep what was typed are drawn anew. */
  readonly round: number;
  /** Answers why it cannot be kept yet, or null when it is kept; undefined when that failed. */
  readonly save: () => Promise<string | null | undefined>;
}

export function useAccountForm(eventId: string, editing: FormEditing): AccountWriting {
  const key = keyOf(eventId, editing);
  const [before] = useState(() => left.get(key));
  const [written, setWritten] = useState<Written>(before ?? firstOf(editing));
  const [round, setRound] = useState(0);
  const set = (next: Written) => {
    setWritten(next);
    left.set(key, next);
  };
  const save = async () => {
    const missing = whatIsMissing(written.draft);
    if (missing) return missing;
    if ((await run(keep(eventId, editing, written))) === undefined) return undefined;
    left.delete(key);
    return null;
  };
  const startAfresh = () => {
    left.delete(key);
    setWritten(firstOf(editing));
    setRound(round + 1);
  };
  return {
    ...written,
    isComeBack: before !== undefined && round === 0,
    change: (changed) => set({ ...written, ...changed }),
    startAfresh,
    round,
    save,
  };
}
