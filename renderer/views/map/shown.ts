/** What the map shows of its content in a stretch of time: the events of each place, and those that stand at no place on it. */
import type { MapContent, MapEvent, MapPlace } from './content';
import { inMonths, type MonthRange } from './geometry/months';

/** An event at a place, in the time that is shown. */
export interface PlacedEvent {
  readonly event: MapEvent;
  /** It may have been in that time, or not. */
  readonly isMaybe: boolean;
  readonly isContested: boolean;
}

export interface ShownPlace {
  readonly key: string;
  readonly place: MapPlace;
  readonly events: readonly PlacedEvent[];
  readonly sure: number;
  readonly maybe: number;
  readonly isContested: boolean;
}

/** Everything in the time that is shown. */
export interface Shown {
  /** With coordinates, the one with most events first. */
  readonly placed: readonly ShownPlace[];
  readonly unplaced: readonly ShownPlace[];
  /** Events at no place at all. */
  readonly nowhere: readonly Omit<PlacedEvent, 'isContested'>[];
  /** How many events are in the time, wherever they are. */
  readonly eventCount: number;
  /** Left out because they have no date, while a stretch of time is chosen. */
  readonly undatedCount: number;
}

const byName = new Intl.Collator('en');

/** A place stands once for each precision it is named with. */
export const keyOf = ({ id, precision }: MapPlace): string => `${id} ${precision}`;

/** Events by id that are in the time; all of them, surely, when the time is not narrowed. */
function eventsIn({ events }: MapContent, months: MonthRange | null): ReadonlyMap<string, PlacedEvent> {
  const found = events.flatMap((event): [string, PlacedEvent][] => {
    const how = months ? inMonths(event.date, months) : 'sure';
    return how === 'no' ? [] : [[event.id, { event, isMaybe: how === 'maybe', isContested: false }]];
  });
  return new Map(found);
}

function showPlace(place: MapPlace, inTime: ReadonlyMap<string, PlacedEvent>): ShownPlace[] {
  const events = place.events.flatMap(({ eventId, isContested }): PlacedEvent[] => {
    const found = inTime.get(eventId);
    return found ? [{ ...found, isContested }] : [];
  });
  if (events.length === 0) return [];
  const maybe = events.filter(({ isMaybe }) => isMaybe).length;
  const isContested = events.some((event) => event.isContested);
  return [{ key: keyOf(place), place, events, maybe, sure: events.length - maybe, isContested }];
}

/** `months` null: the time is not narrowed. */
export function shownIn(content: MapContent, months: MonthRange | null): Shown {
  const inTime = eventsIn(content, months);
  const places = content.places
    .flatMap((place) => showPlace(place, inTime))
    .sort((a, b) => b.events.length - a.events.length || byName.compare(a.place.name, b.place.name));
  const somewhere = new Set(content.places.flatMap(({ events }) => events.map(({ eventId }) => eventId)));
  const isUndated = ({ date }: MapEvent) => !date || (date.earliest === null && date.latest === null);
  return {
    placed: places.filter(({ place }) => place.point !== null),
    unplaced: places.filter(({ place }) => place.point === null),
    nowhere: [...inTime.values()].filter(({ event }) => !somewhere.has(event.id)),
    eventCount: inTime.size,
    undatedCount: months ? content.events.filter(isUndated).length : 0,
  };
}
