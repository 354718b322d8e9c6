/** The state of the panel: what is chosen, what of it is still only proposed, saving as one step. */
import { useRef, useState } from 'react';
import type { AccountSuggestion } from '../../../../shared/contract/accounts';
import { commands } from '../../../client/client';
import { type AccountDraft, emptyDraft, whatIsMissing } from '../../../parts/account/account-draft';
import { notifyUndoable, run } from '../../../shell/notices';
import { meantParts, say, showSaid, target } from '../passages/passage-actions';
import type { Reader } from '../reader-context';
import { type FactChosen } from './fact-choice';
import { besides, draftFor, eventRef, type Linking, linkingFor, type Part, recordArgs } from './proposals';

/** All that the panel shows and does. */
export interface LinkingState {
  readonly linking: Linking;
  readonly fact: FactChosen;
  /** Grows when fields are filled anew from outside them. */
  readonly round: number;
  readonly isProposed: (part: Part) => boolean;
  /** A change by the person: the part is no longer proposed. */
  readonly change: (part: Part, changed: Partial<Linking>) => void;
  readonly changeDraft: (part: Part, changed: Partial<AccountDraft>) => void;
  readonly choose: (fact: FactChosen) => void;
  readonly missing: string | null;
  /** Saves; answers whether it was done. With `another` the panel goes on with the next fact. */
  readonly save: (another: boolean) => Promise<boolean>;
  /** What was saved while the panel stayed open. */
  readonly saved: number;
}

function draftOfChoice(suggestion: AccountSuggestion, fact: FactChosen): AccountDraft | null {
  if (fact === 'none') return null;
  if (fact === 'other') return { ...draftFor(suggestion, 0), fact: 'outcome', key: '', value: null };
  return draftFor(suggestion, fact);
}

function missingIn({ event, draft }: Linking): string | null {
  if (event.title.trim() === '') return 'Give the event a title.';
  return draft && whatIsMissing(draft);
}

const shownCharacters = 60;
const shortTitle = (title: string): string =>
  title.length <= shownCharacters ? title : `${title.slice(0, shownCharacters)}…`;

/** Writes what the panel holds; answers the event's id, undefined when it failed. */
async function write(reader: Reader, linking: Linking, suggestion: AccountSuggestion) {
  const on = target(reader);
  if (!on) return undefined;
  if (!linking.draft) {
    const done = await say(reader, { events: [eventRef(linking.event)] });
    return done?.eventIds[0];
  }
  const args = recordArgs(linking, suggestion, on, meantParts(reader));
  const before = reader.store.getState();
  const done = args && (await run(commands.recordAccount(args)));
  if (!done) return undefined;
  await showSaid(reader, done, before);
  notifyUndoable(`Recorded for “${shortTitle(linking.event.title)}”`, 'recordAccount');
  return done.eventId;
}

export function useLinking(reader: Reader, suggestion: AccountSuggestion): LinkingState {
  const [linking, setLinking] = useState(() => linkingFor(suggestion));
  const [fact, setFact] = useState<FactChosen>(0);
  const [round, setRound] = useState(0);
  const [touched, setTouched] = useState<ReadonlySet<Part>>(new Set());
  const [missing, setMissing] = useState<string | null>(null);
  const [saved, setSaved] = useState(0);
  const isBusy = useRef(false);

  const touch = (part: Part) => setTouched((before) => new Set([...before, part]));
  const change = (part: Part, changed: Partial<Linking>) => {
    touch(part);
    setLinking((before) => ({ ...before, ...changed }));
  };
  const changeDraft = (part: Part, changed: Partial<AccountDraft>) => {
    touch(part);
    const isWhenOpen = saved === 0 && !touched.has('when');
    setLinking((before) => {
      const draft = { ...(before.draft ?? emptyDraft), ...changed };
      const { when } = isWhenOpen ? besides(suggestion, before.event, draft) : before;
      return { ...before, draft, when };
    });
  };
  const choose = (next: FactChosen) => {
    setFact(next);
    setMissing(null);
    setRound((before) => before + 1);
    setTouched((before) => new Set([...before].filter((part) => part !== 'fact')));
    setLinking((before) => {
      const { claimant, mode, certainty } = before.draft ?? draftFor(suggestion, 0);
      const draft = draftOfChoice(suggestion, next);
      return { ...before, draft: draft && { ...draft, claimant, mode, certainty } };
    });
  };
  const goOn = (eventId: string) => {
    const next = typeof fact === 'number' && fact + 1 < suggestion.facts.length ? fact + 1 : 'other';
    choose(next);
    setSaved((before) => before + 1);
    // What went with the first fact is said.
    setLinking((before) => ({
      ...before,
      event: { ...before.event, id: eventId },
      when: null,
      where: null,
    }));
  };
  const save = async (another: boolean) => {
    const lacking = missingIn(linking);
    setMissing(lacking);
    if (lacking || isBusy.current) return false;
    isBusy.current = true;
    const eventId = await write(reader, linking, suggestion);
    isBusy.current = false;
    if (eventId !== undefined && another) goOn(eventId);
    return eventId !== undefined;
  };
  return {
    linking,
    fact,
    round,
    isProposed: (part) => !touched.has(part),
    change,
    changeDraft,
    choose,
    missing,
    save,
    saved,
  };
}
