/** Looks places up in the gazetteer that ships with the program. Nothing is fetched, and nothing of the notebook is read. */
import type { QueryArgs } from '../../../../shared/contract';
import type { GazetteerPlace } from '../../../../shared/contract/views/map';
import { foldForMatch } from '../../../../shared/text/fold';
import { all, pluck, type ReadableDB } from '../../core/sql';
import { chooseNames } from './choose-names';
import { openGazetteer } from './open-gazetteer';

interface PlaceRow {
  readonly geoname_id: number;
  readonly name: string;
  readonly other_names: string;
  readonly country: string;
  readonly division: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly population: number;
  readonly feature: string;
}

/** After every name that begins with the words before it. */
const last = '\u{10ffff}';

/** Those whose name begins with the words and goes on. */
function longerNames(gazetteer: ReadableDB, folded: string, limit: number): number[] {
  const isLetter = Array.from(folded).length === 1;
  if (isLetter)
    return pluck(gazetteer, 'SELECT rank FROM start WHERE letter = ? ORDER BY rank LIMIT ?', [folded, limit]);
  const longer = 'SELECT DISTINCT rank FROM name WHERE folded > ? AND folded < ? ORDER BY rank LIMIT ?';
  return pluck(gazetteer, longer, [folded, folded + last, limit]);
}

/** Numbers of places, best first: those of the very name, then those whose name begins so; each by population. */
function ranksOf(gazetteer: ReadableDB, folded: string, limit: number): number[] {
  const exact = 'SELECT rank FROM name WHERE folded = ? ORDER BY rank LIMIT ?';
  const same = pluck<number>(gazetteer, exact, [folded, limit]);
  if (same.length === limit) return same;
  return [...new Set([...same, ...longerNames(gazetteer, folded, limit)])].slice(0, limit);
}

const countries = new Intl.DisplayNames(['en'], { type: 'region' });

function toPlace(row: PlaceRow, folded: string): GazetteerPlace {
  const { name, country, latitude, longitude, population, feature } = row;
  return {
    geonameId: row.geoname_id,
    name,
    otherNames: chooseNames(name, row.other_names.split('\n').filter(Boolean), folded),
    country: country === '' ? '' : (countries.of(country) ?? country),
    seat: row.division,
    latitude,
    longitude,
    population,
    feature,
  };
}

/**
 * Populated places whose name, in any script or spelling GeoNames has, is the text or begins with it: exact names before
 * beginnings, then by population. Throws `file-missing` where the program came without its gazetteer.
 */
export function findInGazetteer(
  _db: ReadableDB,
  { text, limit }: QueryArgs<'findInGazetteer'>,
): GazetteerPlace[] {
  const folded = foldForMatch(text);
  if (folded === '') return [];
  const gazetteer = openGazetteer();
  const rows = all<PlaceRow>(
    gazetteer,
    'SELECT place.* FROM json_each(?) AS wanted CROSS JOIN place ON place.rank = wanted.value ORDER BY wanted.key',
    [JSON.stringify(ranksOf(gazetteer, folded, limit))],
  );
  return rows.map((row) => toPlace(row, folded));
}
