import * as z from 'zod/mini';
import { line, operation, pageSize } from './define';

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

export const mapQueries = {
  /** Places by name in any script, best first. Reads the gazetteer only. */
  findInGazetteer: operation<readonly GazetteerPlace[]>()(z.strictObject({ text: line, limit: pageSize })),
};
