/** What there is to say of an event of the timeline in words: on its card, to those who hear the screen, in a table. */
import type { Happening, Timeline } from '../../../../shared/contract/views/timeline';
import { dateOfDay } from '../../../../shared/dates/calendar';
import { describeEdtf } from '../../../../shared/dates/describe-edtf';

export const happeningWords: Readonly<Record<Happening, string>> = {
  unsaid: '',
  yes: 'happened',
  no: 'did not happen',
  planned: 'planned',
  contested: 'contested whether it happened',
};

const dayWords = (day: number | null | undefined): string | null =>
  day === null || day === undefined ? null : describeEdtf(dateOfDay(day));

/** When it was, in words; for what follows from the order of events, between what. */
export function whenWords(timeline: Timeline, event: number): string {
  const date = timeline.dates[event] ?? '';
  if (timeline.inferred[event] !== 1) return date === '' ? 'no date yet' : describeEdtf(date);
  const [first, last] = [dayWords(timeline.earliest[event]), dayWords(timeline.latest[event])];
  const known = date === '' ? '' : `${describeEdtf(date)}; `;
  if (first !== null && last !== null) return `${known}by the order of events between ${first} and ${last}`;
  return first === null
    ? `${known}by the order of events not after ${last ?? 'an unknown day'}`
    : `${known}by the order of events not before ${first}`;
}

export interface NamedInRole {
  readonly actorId: string;
  readonly name: string;
  readonly role: string;
}

export function participantsOf(timeline: Timeline, event: number): readonly NamedInRole[] {
  const roles = timeline.rolesOf[event] ?? [];
  return (timeline.actorsOf[event] ?? []).map((actor, at) => ({
    actorId: timeline.actors.ids[actor] ?? '',
    name: timeline.actors.names[actor] ?? '',
    role: timeline.roles[roles[at] ?? -1] ?? '',
  }));
}

export const placeNameOf = (timeline: Timeline, event: number): string =>
  timeline.places.names[timeline.placeOf[event] ?? -1] ?? '';

export const typeNameOf = (timeline: Timeline, event: number): string =>
  timeline.types.names[timeline.typeOf[event] ?? -1] ?? '';

export function passagesWords(timeline: Timeline, event: number): string {
  const count = timeline.passages[event] ?? 0;
  return count === 1 ? '1 passage' : `${count === 0 ? 'no' : count} passages`;
}

/** What is odd about it: planned, denied, accounts that differ. */
export function warningsOf(timeline: Timeline, event: number): readonly string[] {
  const happened = happeningWords[timeline.happened[event] ?? 'unsaid'];
  const conflicts = timeline.conflicts[event] ?? 0;
  return [
    happened === 'happened' ? '' : happened,
    conflicts > 0 ? `accounts differ on ${conflicts === 1 ? 'one fact' : `${conflicts} facts`}` : '',
  ].filter(Boolean);
}

/** The event that the keyboard came to, as it is said at once: what, when, and what is odd about it. */
export function eventInShort(timeline: Timeline, event: number): string {
  return [timeline.titles[event] ?? '', whenWords(timeline, event), ...warningsOf(timeline, event)].join(
    ', ',
  );
}

/** All of it in one sentence, for those who hear the screen. */
export function eventInWords(timeline: Timeline, event: number): string {
  const names = participantsOf(timeline, event).map(({ name, role }) => `${name} as ${role}`);
  return [
    whenWords(timeline, event),
    placeNameOf(timeline, event),
    typeNameOf(timeline, event),
    ...names,
    passagesWords(timeline, event),
    ...warningsOf(timeline, event),
  ]
    .filter(Boolean)
    .join(', ');
}
