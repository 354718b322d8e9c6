/** Features of events and their accounts: who says what, how, how surely, and where accounts differ. */

import { daySpan, startYear } from '../data/days';
import type { ExportAccount, ExportData, ExportEvent } from '../gather/export-data';
import { feature, namesWhere } from './feature';

const ofEvents = (holds?: (event: ExportEvent) => boolean) =>
  namesWhere(
    ({ events }) => events,
    ({ title }: ExportEvent) => title,
    holds,
  );

/** Each account for which it holds, by the title of its event. */
const ofAccounts =
  (holds: (account: ExportAccount) => boolean) =>
  ({ events }: ExportData): string[] =>
    events.flatMap(({ title, accounts }) => accounts.filter(holds).map(() => title));

/** Events at no place, or at one without coordinates. */
function unlocatedEvents({ events, entities, around }: ExportData): string[] {
  const located = new Set([...entities, ...around.entities].flatMap(({ id, point }) => (point ? id : [])));
  return events.flatMap(({ title, place }) => (place && located.has(place.id) ? [] : title));
}

export const eventFeatures = {
  events: feature('event', 'events', ofEvents()),
  'event-types': feature(
    'event with a type',
    'events with types',
    ofEvents(({ type }) => type !== ''),
  ),
  'event-descriptions': feature(
    'description of an event',
    'descriptions of events',
    ofEvents(({ description }) => description !== ''),
  ),
  'event-days': feature(
    'event whose day is known',
    'events whose day is known',
    ofEvents(({ date }) => daySpan(date) !== null),
  ),
  'imprecise-dates': feature(
    'event whose date is not known to the day',
    'events whose dates are not known to the day',
    ofEvents(({ date }) => date !== null && daySpan(date) === null),
  ),
  'unlocated-events': feature('event without coordinates', 'events without coordinates', unlocatedEvents),
  'dates-without-year': feature(
    'event whose year is not sure',
    'events whose years are not sure',
    ofEvents(({ date }) => date !== null && startYear(date) === null),
  ),
  'date-words': feature(
    'date in the words of a source',
    'dates in the words of sources',
    ofEvents(({ dateWords }) => dateWords !== ''),
  ),
  'undated-events': feature(
    'event without a date',
    'events without a date',
    ofEvents(({ date }) => date === null),
  ),
  'event-places': feature(
    'event with a place',
    'events with places',
    ofEvents(({ place }) => place !== null),
  ),
  participants: feature(
    'event with participants',
    'events with participants',
    ofEvents((event) => event.participants.length > 0),
  ),
  roles: feature(
    'event with roles of participants',
    'events with roles of participants',
    ofEvents((event) => event.participants.some(({ role }) => role !== '')),
  ),
  happened: feature(
    'event of which it is said whether it happened',
    'events of which it is said whether they happened',
    ofEvents((event) => event.happened !== 'unsaid'),
  ),
  contradictions: feature(
    'event with accounts that contradict each other',
    'events with accounts that contradict each other',
    ofEvents(({ conflictCount }) => conflictCount > 0),
  ),
  'event-relations': feature(
    'relation between events',
    'relations between events',
    namesWhere(
      ({ eventRelations }) => eventRelations,
      ({ from, type, to }) => `${from.name} ${type} ${to.name}`,
    ),
  ),
} as const;

export const accountFeatures = {
  claimants: feature(
    'account with who says it',
    'accounts with who says them',
    ofAccounts(({ claimant }) => claimant.kind === 'actors'),
  ),
  'unnamed-sources': feature(
    'account by a source without a name',
    'accounts by sources without a name',
    ofAccounts(({ claimant }) => claimant.kind === 'unnamed'),
  ),
  modes: feature(
    'account that is reported, claimed, denied or planned',
    'accounts that are reported, claimed, denied or planned',
    ofAccounts(({ mode }) => mode !== 'states'),
  ),
  certainties: feature(
    'account with your certainty',
    'accounts with your certainty',
    ofAccounts(({ certainty }) => certainty !== ''),
  ),
  counts: feature(
    'number that is said',
    'numbers that are said',
    ofAccounts(({ fact }) => fact === 'count'),
  ),
  outcomes: feature(
    'outcome that is said',
    'outcomes that are said',
    ofAccounts(({ fact }) => fact === 'outcome'),
  ),
  preferences: feature(
    'account preferred for a reason',
    'accounts preferred for a reason',
    ofAccounts(({ preferredReason }) => preferredReason !== null && preferredReason !== ''),
  ),
  inferences: feature(
    'account inferred by you',
    'accounts inferred by you',
    ofAccounts(({ inferredReason }) => inferredReason !== ''),
  ),
  'account-comments': feature(
    'comment on an account',
    'comments on accounts',
    ofAccounts(({ comment }) => comment !== ''),
  ),
  'account-evidence': feature(
    'account with its evidence',
    'accounts with their evidence',
    ofAccounts(({ evidence }) => evidence.length > 0),
  ),
  cues: feature(
    'account with its cue words',
    'accounts with their cue words',
    ofAccounts(({ cues }) => cues.length > 0),
  ),
} as const;
