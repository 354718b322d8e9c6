/** What the map shows, as the screen reads it: events and places by themselves, made of the lists of the answer. */
import type { MapAnswer } from '../../../shared/contract/views/map';
import type { EventDate } from '../../../shared/model/event-date';

/** A date as far as the map reads it. */
export type MapDate = Pick<EventDate, 'edtf' | 'earliest' | 'latest'>;

/** An event as the map lists it. */
export interface MapEvent {
  readonly id: string;
  readonly title: string;
  readonly typeName: string;
  readonly date: MapDate | null;
  readonly happened: MapAnswer['happened'][number];
}

/** A place that has events. */
export interface MapPlace extends Omit<MapAnswer['places'][number], 'events'> {
  readonly events: readonly {
    readonly eventId: string;
    /** Accounts differ on where it was, and this is one of the places. */
    readonly isContested: boolean;
  }[];
}

/** Events at no place are in `events` alone. */
export interface MapContent {
  readonly events: readonly MapEvent[];
  readonly places: readonly MapPlace[];
}

function eventAt(
  { ids, titles, typeNames, edtf, earliest, latest, happened }: MapAnswer,
  at: number,
): MapEvent {
  const date = { edtf: edtf[at] ?? '', earliest: earliest[at] ?? null, latest: latest[at] ?? null };
  return {
    id: ids[at] ?? '',
    title: titles[at] ?? '',
    typeName: typeNames[at] ?? '',
    date: date.edtf === '' ? null : date,
    happened: happened[at] ?? 'unsaid',
  };
}

export function contentOf(answer: MapAnswer): MapContent {
  const contested = new Set(answer.contested);
  return {
    events: answer.ids.map((_, at) => eventAt(answer, at)),
    places: answer.places.map(({ events, ...place }) => ({
      ...place,
      events: events.map((at) => ({ eventId: answer.ids[at] ?? '', isContested: contested.has(at) })),
    })),
  };
}
