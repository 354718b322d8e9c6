/** What the panel shows of a suggestion, and what it gives to the notebook. Pure; what the person changed is no longer proposed. */
import { factNames, valueWords } from '../../../../shared/accounts/account-words';
import type { CommandArgs } from '../../../../shared/contract';
import type { AccountSuggestion } from '../../../../shared/contract/accounts';
import type { AccountDate, Claimant } from '../../../../shared/model/account';
import type { TextRange } from '../../../../shared/text/offset-types';
import {
  type AccountDraft,
  emptyDraft,
  entitiesToMake,
  givenAccount,
  passingId,
} from '../../../parts/account/account-draft';

/** The event that the words are evidence for; without an id it is made. */
export interface ChosenEvent {
  readonly id: string | null;
  readonly title: string;
  /** EDTF; '' when undated. */
  readonly date: string;
}

/** What the fields hold. */
export interface Linking {
  readonly event: ChosenEvent;
  /** Null: the words are evidence, and no fact is given. */
  readonly draft: AccountDraft | null;
  /** When it was, said by the same words or beside them; null: not said. */
  readonly when: AccountDate | null;
  /** Where it was, by a name in the sentence. */
  readonly where: AccountSuggestion['place'];
}

/** Parts of the panel that may still be as they were proposed. */
export type Part = 'event' | 'fact' | 'claimant' | 'mode' | 'when' | 'where';

type Args = CommandArgs<'recordAccount'>;

/** Actors that the notebook does not know are made when the account is. */
function withPassingIds(claimant: Claimant): Claimant {
  if (claimant.kind !== 'actors') return claimant;
  return { kind: 'actors', actors: claimant.actors.map(({ id, name }) => ({ id: id || passingId(), name })) };
}

/** As {@link withPassingIds}, of who takes part. */
function withPassingId(value: AccountDraft['value']): AccountDraft['value'] {
  return value?.kind === 'entity' ? { ...value, entityId: value.entityId || passingId() } : value;
}

/** The fields for one of the proposed facts. */
export function draftFor(suggestion: AccountSuggestion, index: number): AccountDraft {
  const { fact = 'happened', key = '', value = emptyDraft.value } = suggestion.facts[index] ?? {};
  const { mode } = suggestion;
  const claimant = withPassingIds(suggestion.claimant);
  return { ...emptyDraft, fact, key, value: withPassingId(value), mode, claimant };
}

/** A date and a place go with an event that has none yet. */
export function linkingFor(suggestion: AccountSuggestion): Linking {
  const [likeliest] = suggestion.events;
  const event = likeliest?.isLikely
    ? { id: likeliest.id, title: likeliest.title, date: likeliest.date }
    : { id: null, title: suggestion.title, date: '' };
  const draft = draftFor(suggestion, 0);
  return { event, draft, ...besides(suggestion, event, draft) };
}

/** The words say that it did not happen. */
export const isDenial = (draft: AccountDraft | null): boolean =>
  draft?.mode === 'denies' || (draft?.value?.kind === 'boolean' && !draft.value.holds);

/** What is proposed besides a fact: nothing that the fact itself says, or that a known event has. */
export function besides(
  { date, place, mode }: AccountSuggestion,
  event: ChosenEvent,
  draft: AccountDraft | null,
): Pick<Linking, 'when' | 'where'> {
  // A day beside words that turn out to be a denial is seldom one on which it happened.
  const isTold = mode === 'denies' || !isDenial(draft);
  return {
    when: event.date === '' && draft?.fact !== 'date' && date && isTold ? date.date : null,
    where: event.id === null && draft?.fact !== 'place' ? place : null,
  };
}

/** A proposed fact in a few words. */
export function proposalWords({ fact, key, value }: AccountSuggestion['facts'][number]): string {
  if (fact === 'happened') return valueWords(value);
  const name = key || factNames[fact].toLowerCase();
  return `${name}: ${valueWords(value)}`;
}

const plain = ({ start, end }: TextRange) => ({ start, end });

const isInside = (one: TextRange, parts: readonly TextRange[]): boolean =>
  parts.some(({ start, end }) => one.start >= start && one.end <= end);

/** The date with the very words, when they are still those that were found; else it rests on the passage. */
function whenSaid(linking: Linking, suggestion: AccountSuggestion, parts: readonly TextRange[]) {
  const { when, draft } = linking;
  if (!when || draft?.fact === 'date') return [];
  const { edtf, words, referenceArticleId } = when;
  const range = suggestion.date?.date.words === words ? suggestion.date.range : null;
  const account = {
    fact: 'date' as const,
    value: { kind: 'date' as const, date: { edtf, words, referenceArticleId } },
  };
  return [{ account, words: range && !isInside(range, parts) ? plain(range) : null }];
}

function whereSaid({ where, draft }: Linking, parts: readonly TextRange[]) {
  if (!where || draft?.fact === 'place') return [];
  const value = { kind: 'place' as const, placeId: where.id, precision: '' as const };
  return [
    {
      account: { fact: 'place' as const, value },
      words: isInside(where.range, parts) ? null : plain(where.range),
    },
  ];
}

/** What the command is given; null while something is missing. `parts`: the words of the passage. */
export function recordArgs(
  linking: Linking,
  suggestion: AccountSuggestion,
  on: Args['on'],
  parts: readonly TextRange[],
): Args | null {
  const { draft, event } = linking;
  const account = draft && givenAccount(draft);
  if (!account || event.title.trim() === '') return null;
  const { claimant, mode } = account;
  // A plan says when something is meant to be: the date is planned with it.
  const alike = (also: ReturnType<typeof whenSaid>[number] | ReturnType<typeof whereSaid>[number]) => ({
    ...also,
    account: { ...also.account, claimant, mode: mode === 'denies' ? ('states' as const) : mode },
  });
  return {
    on,
    event: eventRef(event),
    account,
    cue: suggestion.cue && mode === suggestion.mode ? plain(suggestion.cue) : null,
    making: draft ? entitiesToMake(draft) : [],
    also: [...whenSaid(linking, suggestion, parts), ...whereSaid(linking, parts)].map(alike),
  };
}

/** The event as commands take it. */
export function eventRef({ id, title }: ChosenEvent): Args['event'] {
  return id === null ? { title: title.trim(), typeId: null, date: null, placeId: null } : { id };
}
