/**
 * The events of the map and the places they are at, in one answer. A place that accounts differ on counts at every place
 * named; one that the researcher decided, or that agrees, counts there alone. Where one place is named with different
 * precision it stands once for each.
 */
import type { QueryArgs } from '../../../../shared/contract';
import type { MapContent, MapEvent, MapPlace } from '../../../../shared/contract/map';
import type { Precision } from '../../../../shared/model/entity';
import { all, type ReadableDB } from '../../core/sql';
import { typesWithin } from '../../core/within';
import { type DateColumns, dateOf } from '../../events/stored-date';
import { pathOf } from './place-where';

type Args = QueryArgs<'listMapPlaces'>;

const isChosen = `(@typeId IS NULL OR event.type_id IN (${typesWithin('@typeId')}))
  AND (@actorId IS NULL OR event.id IN (SELECT event_id FROM participation WHERE actor_id = @actorId))`;

interface EventRow extends DateColumns, Omit<MapEvent, 'date'> {}

function readEvents(db: ReadableDB, args: Args): MapEvent[] {
  const rows = all<EventRow>(
    db,
    `SELECT event.id, event.title, coalesce(event_type.name, '') AS "typeName", event.happened,
       event.date_edtf, event.date_words, event.date_earliest, event.date_latest
     FROM event LEFT JOIN event_type ON event_type.id = event.type_id WHERE ${isChosen}
     ORDER BY coalesce(date_earliest, date_latest, '~'), coalesce(date_latest, '~'), date_earliest IS NULL, event.id`,
    { ...args },
  );
  return rows.map((row) => {
    const { id, title, typeName, happened } = row;
    return { id, title, typeName, date: dateOf(row), happened };
  });
}

interface LinkRow {
  readonly event_id: string;
  readonly place_id: string;
  readonly precision: Precision;
  readonly is_contested: 0 | 1;
}

/** Where each event is said to have been; the account that is preferred comes first, and with it its precision. */
function readLinks(db: ReadableDB, args: Args): LinkRow[] {
  return all<LinkRow>(
    db,
    `SELECT event.id AS event_id, place.id AS place_id, event.place_id IS NULL AS is_contested,
       coalesce(nullif(account.precision, ''), place.precision) AS precision
     FROM event JOIN account ON account.event_id = event.id AND account.fact = 'place' AND account.mode <> 'denies'
       JOIN entity AS named ON named.id = account.entity_id
       JOIN entity AS place ON place.id = coalesce(named.root_id, named.id)
     WHERE ${isChosen} AND (event.place_id IS NULL OR place.id =
       (SELECT coalesce(settled.root_id, settled.id) FROM entity AS settled WHERE settled.id = event.place_id))
     ORDER BY account.preferred_reason IS NULL, account.id`,
    { ...args },
  );
}

interface PlaceRow {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly precision: Precision;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly radiusKm: number | null;
}

function readPlaces(db: ReadableDB, ids: readonly string[]): ReadonlyMap<string, PlaceRow> {
  const rows = all<PlaceRow>(
    db,
    `SELECT id, name, parent_id AS "parentId", precision, latitude, longitude, radius_km AS "radiusKm"
     FROM entity WHERE id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Links of one place and precision, in the order of the events. */
function groupLinks(links: readonly LinkRow[], events: readonly MapEvent[]): LinkRow[][] {
  const order = new Map(events.map(({ id }, index) => [id, index]));
  const seen = new Set<string>();
  const groups = new Map<string, LinkRow[]>();
  for (const link of links) {
    const said = `${link.event_id} ${link.place_id}`;
    if (seen.has(said)) continue;
    seen.add(said);
    const key = `${link.place_id} ${link.precision}`;
    const group = groups.get(key);
    if (group) group.push(link);
    else groups.set(key, [link]);
  }
  const at = ({ event_id: id }: LinkRow): number => order.get(id) ?? 0;
  return [...groups.values()].map((group) => group.sort((a, b) => at(a) - at(b)));
}

function toPlace(db: ReadableDB, row: PlaceRow, links: readonly LinkRow[]): MapPlace {
  const { latitude, longitude, radiusKm } = row;
  return {
    id: row.id,
    name: row.name,
    path: row.parentId === null ? [] : pathOf(db, row.id).map(({ name }) => name),
    precision: links[0]?.precision ?? row.precision,
    point: latitude === null || longitude === null ? null : { latitude, longitude, radiusKm },
    events: links.map((link) => ({ eventId: link.event_id, isContested: link.is_contested === 1 })),
  };
}

/** Events of one type (with the types under it) and one actor, or all, with their places. */
export function listMapPlaces(db: ReadableDB, args: Args): MapContent {
  const events = readEvents(db, args);
  const groups = groupLinks(readLinks(db, args), events);
  const rows = readPlaces(db, [...new Set(groups.flatMap(([first]) => first?.place_id ?? []))]);
  const places = groups.flatMap((group) => {
    const row = rows.get(group[0]?.place_id ?? '');
    return row ? [toPlace(db, row, group)] : [];
  });
  return {
    events,
    places: places.sort((a, b) => b.events.length - a.events.length || (a.id < b.id ? -1 : 1)),
  };
}
