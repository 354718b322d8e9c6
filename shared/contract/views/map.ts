import * as z from 'zod/mini';
import type { Happened } from '../../model/account';
import type { Precision } from '../../model/entity';
import { id, line, operation, pageSize } from '../define';

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

/**
 * Everything the map needs; what is chosen by time is chosen in the window. A list for each field, in the order of time: the
 * same place in every list is the same event, and so tens of thousands are few bytes.
 */
export interface MapAnswer {
  readonly ids: readonly string[];
  readonly titles: readonly string[];
  readonly typeNames: readonly string[];
  /** EDTF, or ''. */
  readonly edtf: readonly string[];
  /** The first and the last day `YYYY-MM-DD` it can have been; null: open or unknown. */
  readonly earliest: readonly (string | null)[];
  readonly latest: readonly (string | null)[];
  readonly happened: readonly Happened[];
  /** Numbers of the events whose accounts differ on where it was; those at a place are at each that is named. */
  readonly contested: readonly number[];
  /** The places that have events, those with most first. */
  readonly places: readonly {
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
    /** Numbers of events. */
    readonly events: readonly number[];
  }[];
}

export const mapQueries = {
  /** Places by name in any script, best first. Reads the gazetteer only. */
  findInGazetteer: operation<readonly GazetteerPlace[]>()(z.strictObject({ text: line, limit: pageSize })),
  getPlaceWhere: operation<PlaceWhere>()(z.strictObject({ id })),
  /** Events of one type and with one actor, or all, and the places they are at. */
  listMapPlaces: operation<MapAnswer>()(z.strictObject({ typeId: z.nullable(id), actorId: z.nullable(id) })),
};
