/**
 * The events of the map and the places they are at, in one answer: a list for each field. A place that accounts differ on
 * counts at every place named; one that the researcher decided, or that agrees, counts there alone. Where one place is named
 * with different precision it stands once for each.
 */
import type { QueryArgs } from '../../../../shared/contract';
import type { MapAnswer } from '../../../../shared/contract/views/map';
import type { Happened } from '../../../../shared/model/account';
import type { Precision } from '../../../../shared/model/entity';
import { all, type ReadableDB } from '../../core/sql';
import { typesWithin } from '../../core/within';
import { pathOf } from './place-where';

type Args = QueryArgs<'listMapPlaces'>;
type PlaceAnswer = MapAnswer['places'][number];

interface EventRow {
  readonly id: string;
  readonly title: string;
  readonly typeName: string;
  readonly edtf: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly happened: Happened;
  /** As it is settled; null: nothing is said, or it is contested. */
  readonly placeId: string | null;
}

const isChosen = `(@typeId IS NULL OR event.type_id IN (${typesWithin('@typeId')}))
  AND (@actorId IS NULL OR event.id IN (SELECT event_id FROM participation WHERE actor_id = @actorId))`;

function readEvents(db: ReadableDB, args: Args): EventRow[] {
  return all<EventRow>(
    db,
    `SELECT event.id, event.title, coalesce(event_type.name, '') AS "typeName", event.happened,
       coalesce(event.date_edtf, '') AS edtf, event.date_earliest AS earliest, event.date_latest AS latest,
       event.place_id AS "placeId"
     FROM event LEFT JOIN event_type ON event_type.id = event.type_id WHERE ${isChosen}
     ORDER BY coalesce(date_earliest, date_latest, '~'), coalesce(date_latest, '~'), date_earliest IS NULL, event.id`,
    { ...args },
  );
}

interface SaidRow {
  readonly eventId: string;
  readonly placeId: string;
  readonly precision: Precision;
}

/** Where events are said to have been; the account that is preferred comes first, and with it its precision. */
const said = `SELECT event_id AS "eventId", entity_id AS "placeId", precision FROM account
  WHERE fact = 'place' AND mode <> 'denies' AND entity_id IS NOT NULL ORDER BY preferred_reason IS NULL, id`;

interface PlaceRow {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly precision: Precision;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly radiusKm: number | null;
}

/** Places as they are read, by the ids of all that were merged into them and their own. */
function readPlaces(db: ReadableDB, ids: ReadonlySet<string>): ReadonlyMap<string, PlaceRow> {
  const rows = all<PlaceRow & { readonly said: string }>(
    db,
    `SELECT named.id AS said, place.id, place.name, place.parent_id AS "parentId", place.precision, place.latitude,
       place.longitude, place.radius_km AS "radiusKm"
     FROM json_each(?) AS wanted CROSS JOIN entity AS named ON named.id = wanted.value
     CROSS JOIN entity AS place ON place.id = coalesce(named.root_id, named.id)`,
    [JSON.stringify([...ids])],
  );
  return new Map(rows.map((row) => [row.said, row]));
}

/** A place with one precision, and the events that are said to have been there. */
interface Spot {
  readonly place: PlaceRow;
  readonly precision: Precision;
  readonly events: number[];
}

/** A place with what was found at it. */
interface Gathered {
  readonly place: PlaceRow;
  /** Numbers of events: an event stands at a place once. */
  readonly seen: Set<number>;
  readonly spots: Map<Precision, Spot>;
}

/** By the same ids; those that were merged into one are one. */
function emptyPlaces(places: ReadonlyMap<string, PlaceRow>): ReadonlyMap<string, Gathered> {
  const byId = new Map<string, Gathered>();
  const at = (place: PlaceRow): Gathered => {
    const here = byId.get(place.id) ?? { place, seen: new Set(), spots: new Map() };
    byId.set(place.id, here);
    return here;
  };
  return new Map(Array.from(places, ([said, place]) => [said, at(place)]));
}

function addTo({ place, seen, spots }: Gathered, number: number, precision: Precision): void {
  if (seen.has(number)) return;
  seen.add(number);
  const spot = spots.get(precision);
  if (spot) spot.events.push(number);
  else spots.set(precision, { place, precision, events: [number] });
}

/** The events of each place and precision, by their numbers. */
function gather(
  events: readonly EventRow[],
  rows: readonly SaidRow[],
  places: ReadonlyMap<string, PlaceRow>,
): readonly Spot[] {
  const numberOf = new Map(events.map(({ id }, index) => [id, index]));
  const found = emptyPlaces(places);
  for (const { eventId, placeId, precision } of rows) {
    const number = numberOf.get(eventId) ?? -1;
    const [event, here] = [events[number], found.get(placeId)];
    if (!event || !here) continue;
    const isElsewhere = event.placeId !== null && found.get(event.placeId) !== here;
    if (!isElsewhere) addTo(here, number, precision || here.place.precision);
  }
  return [...new Set(found.values())].flatMap(({ spots }) => [...spots.values()]);
}

function answerOf(db: ReadableDB, { place, precision, events }: Spot): PlaceAnswer {
  const { id, name, parentId, latitude, longitude, radiusKm } = place;
  return {
    id,
    name,
    path: parentId === null ? [] : pathOf(db, id).map((above) => above.name),
    precision,
    point: latitude === null || longitude === null ? null : { latitude, longitude, radiusKm },
    events: events.sort((a, b) => a - b),
  };
}

/** Events of one type (with the types under it) and one actor, or all, with their places. */
export function listMapPlaces(db: ReadableDB, args: Args): MapAnswer {
  const events = readEvents(db, args);
  const rows = all<SaidRow>(db, said);
  const ids = [...rows.map(({ placeId }) => placeId), ...events.flatMap(({ placeId }) => placeId ?? [])];
  const spots = gather(events, rows, readPlaces(db, new Set(ids)));
  return {
    ids: events.map(({ id }) => id),
    titles: events.map(({ title }) => title),
    typeNames: events.map(({ typeName }) => typeName),
    edtf: events.map(({ edtf }) => edtf),
    earliest: events.map(({ earliest }) => earliest),
    latest: events.map(({ latest }) => latest),
    happened: events.map(({ happened }) => happened),
    contested: events.flatMap(({ placeId }, number) => (placeId === null ? [number] : [])),
    places: spots
      .map((spot) => answerOf(db, spot))
      .sort((a, b) => b.events.length - a.events.length || (a.id < b.id ? -1 : 1)),
  };
}
