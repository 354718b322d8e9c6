/** Which events stand in which lane: by actor, place, type or article. An event with several actors stands in each one's lane. */
import type { Timeline, TimelineNames } from '../../../../shared/contract/views/timeline';

export const laneKinds = ['actor', 'place', 'type', 'article'] as const;
export type LaneKind = (typeof laneKinds)[number];

export interface Lane {
  /** Of the actor, place, type or article; null: of the events that have none. */
  readonly id: string | null;
  readonly name: string;
  /** Places in the timeline's lists. */
  readonly events: readonly number[];
}

const noneWords: Readonly<Record<LaneKind, string>> = {
  actor: 'No actor',
  place: 'No place',
  type: 'No type',
  article: 'No passages',
};

/** The names that lanes of a kind have, and which of them each event has. */
function groupingOf(
  timeline: Timeline,
  kind: LaneKind,
): { readonly names: TimelineNames; readonly of: (event: number) => readonly number[] } {
  const one = (place: number | undefined) => (place === undefined || place < 0 ? [] : [place]);
  const table = {
    actor: { names: timeline.actors, of: (event: number) => [...new Set(timeline.actorsOf[event])] },
    place: { names: timeline.places, of: (event: number) => one(timeline.placeOf[event]) },
    type: { names: timeline.types, of: (event: number) => one(timeline.typeOf[event]) },
    article: { names: timeline.articles, of: (event: number) => timeline.articlesOf[event] ?? [] },
  };
  return table[kind];
}

const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** The lanes with their events in the given order: those with most events first, what has none last. */
export function lanesOf(timeline: Timeline, kind: LaneKind, events: readonly number[]): readonly Lane[] {
  const { names, of } = groupingOf(timeline, kind);
  const lists = new Map<number, number[]>();
  for (const event of events) {
    const places = of(event);
    for (const place of places.length > 0 ? places : [-1]) {
      const list = lists.get(place);
      if (list) list.push(event);
      else lists.set(place, [event]);
    }
  }
  const lanes = [...lists].map(([place, own]) => ({
    id: names.ids[place] ?? null,
    name: place < 0 ? noneWords[kind] : (names.names[place] ?? ''),
    events: own,
  }));
  return lanes.sort(
    (a, b) =>
      Number(a.id === null) - Number(b.id === null) ||
      b.events.length - a.events.length ||
      byName.compare(a.name, b.name),
  );
}
