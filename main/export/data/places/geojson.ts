/**
 * Places, and events at them, as GeoJSON (RFC 7946): positions are longitude, latitude. A place without coordinates has no
 * geometry. How exactly a place is known, and how far it may reach, stands in the properties of each feature: a region's
 * position never stands alone.
 */
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import { oneFile } from '../../formats/format';
import type { ExportData, ExportEntity, ExportEvent } from '../../gather/export-data';
import { aboutExport } from '../about-export';
import { type JsonObject, jsonPieces, lossesJson, present } from '../json-pieces';
import { entitiesById, eventPrecision, placeChain } from './place-chain';

type Entities = ReadonlyMap<string, ExportEntity>;

const geometryOf = (place: ExportEntity | undefined): JsonObject | null =>
  place?.point ? { type: 'Point', coordinates: [place.point.longitude, place.point.latitude] } : null;

function where(place: ExportEntity, precision: string, entities: Entities): JsonObject {
  return present({
    precision: precision === '' ? 'not said' : precision,
    radius_km: place.point?.radiusKm ?? null,
    coordinates_from: place.point?.source ?? '',
    lies_in: placeChain(place, entities)
      .slice(1)
      .map(({ name }) => name),
  });
}

function placeFeature(place: ExportEntity, entities: Entities): JsonObject {
  const properties = {
    ...present({
      feature: 'place',
      name: place.name,
      other_names: place.aliases,
      description: place.description,
      identifiers: place.identifiers.map(({ scheme, value }) => `${scheme}: ${value}`),
    }),
    ...where(place, place.precision, entities),
  };
  return { type: 'Feature', id: place.id, geometry: geometryOf(place), properties };
}

/** When and where the event was, as exactly as it is known. */
function eventFeature(event: ExportEvent, entities: Entities): JsonObject {
  const place = entities.get(event.place?.id ?? '');
  const { title, type, description, date, dateWords, happened, participants } = event;
  const said = present({
    feature: 'event',
    title,
    type,
    description,
    date,
    date_in_words: date === null ? '' : describeEdtf(date),
    date_words: dateWords,
    happened: happened === 'unsaid' ? '' : happened,
    participants: participants.map(({ name, role }) => (role === '' ? name : `${name} (${role})`)),
    place: place?.name ?? '',
    place_id: place?.id ?? '',
    evidence: event.evidence,
  });
  const at = place ? where(place, eventPrecision(event, place), entities) : {};
  return { type: 'Feature', id: event.id, geometry: geometryOf(place), properties: { ...said, ...at } };
}

function placesOf({ entities, around }: ExportData): ExportEntity[] {
  return [...entities, ...around.entities].filter(({ kind }) => kind === 'place');
}

export const makeGeoJson = oneFile((data, context) => {
  const entities = entitiesById(data);
  function* features() {
    for (const place of context.each(placesOf(data), 'places')) yield placeFeature(place, entities);
    for (const event of context.each(data.events, 'events')) yield eventFeature(event, entities);
  }
  const head = present({
    type: 'FeatureCollection',
    description: aboutExport(data, context).join(' '),
    casebook_losses: lossesJson(context.losses),
  });
  return jsonPieces(head, 'features', features());
});
