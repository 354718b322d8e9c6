/** What an event comes to as a record in lists: its date, place and type, whether it happened, and how many facts are open. */
import { parseEdtf } from '../dates/edtf';
import type { AccountValue, Happened } from '../model/account';
import type { EventDate } from '../model/event-date';
import { type Fact, factsOf, type Stated } from './facts';
import { compareDays } from './values';

/** The derived columns of an event. Nothing in them is surer than its accounts. */
export interface SettledEvent {
  /** While contested: one of a set of dates, or what covers them all. */
  readonly date: EventDate | null;
  /** Null while contested. */
  readonly placeId: string | null;
  readonly typeId: string | null;
  readonly happened: Happened;
  /** Facts with conflicts undecided. */
  readonly conflictCount: number;
}

type DateOf = Extract<AccountValue, { kind: 'date' }>['date'];

function coveringInterval(dates: readonly DateOf[]): string | null {
  const bounds = (side: 'earliest' | 'latest') =>
    dates
      .map((date) => date[side])
      .filter((day): day is string => day !== null)
      .sort(compareDays);
  const starts = bounds('earliest');
  const ends = bounds('latest');
  if (starts.length + ends.length === 0) return null;
  const from = starts.length === dates.length ? (starts[0] ?? '..') : '..';
  const to = ends.length === dates.length ? (ends.at(-1) ?? '..') : '..';
  return from === to ? from : `${from}/${to}`;
}

/** EDTF for "one of these": a set of days, months or years, else the interval that covers them. */
function oneOf(dates: readonly DateOf[]): EventDate | null {
  const plain = dates.every(({ edtf }) => /^\d{4}(-\d{2}){0,2}$/.test(edtf));
  const sorted = [...new Set(dates.map(({ edtf }) => edtf))].sort();
  const edtf = plain ? `[${sorted.join(',')}]` : coveringInterval(dates);
  const parsed = edtf === null ? null : parseEdtf(edtf);
  return parsed && { ...parsed, words: '' };
}

function settledDate(fact: Fact<Stated>): EventDate | null {
  if (fact.settled?.kind === 'date') {
    const { edtf, words, earliest, latest } = fact.settled.date;
    return { edtf, words, earliest, latest };
  }
  const said = fact.groups
    .filter(({ accounts }) => accounts.length > 0)
    .flatMap(({ value }) => (value.kind === 'date' ? [value.date] : []));
  return said.length === 0 ? null : oneOf(said);
}

/** An event of which nothing but plans is told is planned, also where nobody says so in as many words. */
function happenedBy(fact: Fact<Stated> | undefined, accounts: readonly Stated[]): Happened {
  if (!fact)
    return accounts.length > 0 && accounts.every(({ mode }) => mode === 'plans') ? 'planned' : 'unsaid';
  if (fact.settled?.kind !== 'boolean') return 'contested';
  if (fact.isPlanned && fact.settled.holds) return 'planned';
  return fact.settled.holds ? 'yes' : 'no';
}

/** What the accounts of one event come to. */
export function settleEvent(accounts: readonly Stated[]): SettledEvent {
  const known = factsOf(accounts);
  const of = (kind: Fact['fact']) => known.find(({ fact }) => fact === kind);
  const date = of('date');
  const place = of('place')?.settled;
  const type = of('type')?.settled;
  return {
    date: date ? settledDate(date) : null,
    placeId: place?.kind === 'place' ? place.placeId : null,
    typeId: type?.kind === 'type' ? type.typeId : null,
    happened: happenedBy(of('happened'), accounts),
    conflictCount: known.filter(({ state }) => state === 'conflict').length,
  };
}
