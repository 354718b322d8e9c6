import * as z from 'zod/mini';
import type { Happened } from '../model/account';
import type { Precision } from '../model/entity';
import type { EventDate } from '../model/event-date';
import { id, line, operation, pageSize } from './define';

/** Places with coordinates: the gazetteer that ships with the program, and what the map shows. */

/** A populated place of the gazetteer (GeoNames, CC BY 4.0). */
export interface GazetteerPlace {
  readonly geonameId: number;
  readonly name: string;
  /** A few of its other names; one that the text matched stands first. */
  readonly otherNames: readonly string[];
  /** In English, as GeoNames assigns it; '' for none. */
  readonly country: string;
  /** The seat of the first-order division it lies in, which tells places of one name apart; '' where GeoNames has none. */
  readonly seat: string;
  /** Decimal degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
  /** 0: not known. */
  readonly population: number;
  /** GeoNames' feature code, e.g. `PPLC`, the capital of a country. */
  readonly feature: string;
}

/** A place by name. */
export interface PlaceName {
  readonly id: string;
  readonly name: string;
}

/** What is around a place and in it. */
export interface PlaceWhere {
  /** What it lies in, the widest first. */
  readonly path: readonly PlaceName[];
  /** What lies in it, by name. */
  readonly parts: readonly PlaceName[];
}

/** An event as the map lists it. */
export interface MapEvent {
  readonly id: string;
  readonly title: string;
  readonly typeName: string;
  readonly date: EventDate | null;
  readonly happened: Happened;
}

/** A place that has events. */
export interface MapPlace {
  readonly id: string;
  readonly name: string;
  /** The names of the places it lies in, the widest first. */
  readonly path: readonly string[];
  readonly precision: Precision;
  /** Null: no coordinates are known. Degrees are WGS 84; `radiusKm` null: as its precision has it. */
  readonly point: {
    readonly latitude: number;
    readonly longitude: number;
    readonly radiusKm: number | null;
  } | null;
  readonly events: readonly {
    readonly eventId: string;
    /** Accounts differ on where it was, and this is one of the places. */
    readonly isContested: boolean;
  }[];
}

/** Everything the map needs; what is chosen by time is chosen in the window. Events at no place are in `events` alone. */
export interface MapContent {
  readonly events: readonly MapEvent[];
  readonly places: readonly MapPlace[];
}

export const mapQueries = {
  /** Places by name in any script, best first. Reads the gazetteer only. */
  findInGazetteer: operation<readonly GazetteerPlace[]>()(z.strictObject({ text: line, limit: pageSize })),
  getPlaceWhere: operation<PlaceWhere>()(z.strictObject({ id })),
  /** Events of one type and with one actor, or all, and the places they are at. */
  listMapPlaces: operation<MapContent>()(z.strictObject({ typeId: z.nullable(id), actorId: z.nullable(id) })),
};
