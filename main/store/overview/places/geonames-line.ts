/** Reads the lines of GeoNames' dump (`cities500.txt`): tab-separated, one place each. Columns: download.geonames.org/export/dump. */

/** A populated place as GeoNames has it. */
export interface GeonamesPlace {
  readonly geonameId: number;
  readonly name: string;
  /** Every other name, in any script, without those that are letter for letter the main one. */
  readonly otherNames: readonly string[];
  /** Decimal degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
  /** GeoNames' feature code, e.g. `PPLC`. */
  readonly feature: string;
  /** ISO 3166-1 alpha-2, as GeoNames assigns it. */
  readonly countryCode: string;
  /** The code of the first-order division, which the dump does not name. */
  readonly divisionCode: string;
  readonly population: number;
}

/** Codes of airports and of places (`IEV`, `UAKBP`) are no names. */
const isCode = /^[A-Z]{3,5}$/;

/** One line, or null for a line that is none. */
export function readGeonamesLine(line: string): GeonamesPlace | null {
  const columns = line.split('\t');
  if (columns.length < 15) return null;
  const at = (index: number): string => columns[index] ?? '';
  const name = at(1);
  const others = new Set([at(2), ...at(3).split(',')]);
  return {
    geonameId: Number(at(0)),
    name,
    otherNames: [...others].filter((other) => other !== '' && other !== name && !isCode.test(other)),
    latitude: Number(at(4)),
    longitude: Number(at(5)),
    feature: at(7),
    countryCode: at(8),
    divisionCode: at(10),
    population: Number(at(14)),
  };
}
