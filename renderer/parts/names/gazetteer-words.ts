/** How a place of the gazetteer is told apart from others of its name, in words. */
import type { GazetteerPlace } from '../../../shared/contract/views/map';
import type { EntityDetail, NameKind } from '../../../shared/model/entity';
import { foldForMatch } from '../../../shared/text/fold';
import { scriptOf } from '../../../shared/text/script';

/** GeoNames' feature codes of populated places (geonames.org/export/codes.html). */
const features: Readonly<Record<string, string>> = {
  PPL: 'populated place',
  PPLA: 'seat of a region',
  PPLA2: 'seat of a district',
  PPLA3: 'seat of a municipality',
  PPLA4: 'seat of a commune',
  PPLA5: 'seat of a parish',
  PPLC: 'capital',
  PPLCH: 'former capital',
  PPLF: 'farm village',
  PPLG: 'seat of government',
  PPLH: 'place that is no more',
  PPLL: 'locality',
  PPLQ: 'abandoned place',
  PPLR: 'religious place',
  PPLS: 'populated places',
  PPLW: 'destroyed place',
  PPLX: 'part of a town',
  STLMT: 'settlement',
};

/** `Ukraine, region of Luhansk`. */
export const whereWords = ({ country, seat, name }: GazetteerPlace): string =>
  [country, seat !== '' && seat !== name ? `region of ${seat}` : ''].filter(Boolean).join(', ');

/** `2,797,553 people`; '' where it is not known. */
export const peopleWords = ({ population }: GazetteerPlace): string =>
  population > 0 ? `${population.toLocaleString('en')} people` : '';

/** `capital · 2,797,553 people`. */
export const sizeWords = (place: GazetteerPlace): string =>
  [features[place.feature] ?? place.feature, peopleWords(place)].filter(Boolean).join(' · ');

/** Where coordinates are from, as it is kept with them. */
export const sourceWords = (place: GazetteerPlace): string =>
  `GeoNames ${place.geonameId} (${[place.name, place.country].filter(Boolean).join(', ')}), CC BY 4.0`;

/** Where a place is, as it is kept. A gazetteer of settlements knows each as one. */
export const whereOf = (place: GazetteerPlace) => ({
  point: {
    latitude: place.latitude,
    longitude: place.longitude,
    radiusKm: null,
    source: sourceWords(place),
  },
  precision: 'settlement' as const,
});

/** Names of the gazetteer that the place does not have yet. */
export function newNames(place: GazetteerPlace, { name, aliases }: EntityDetail): string[] {
  const known = new Set([name, ...aliases.map((alias) => alias.name)].map(foldForMatch));
  return [place.name, ...place.otherNames].filter((other) => {
    const folded = foldForMatch(other);
    if (known.has(folded)) return false;
    known.add(folded);
    return true;
  });
}

/** What a further name is: in another script it says so itself; in the same one only a person knows. */
export const kindOfName = (name: string, entity: EntityDetail, inSameScript: NameKind): NameKind =>
  scriptOf(name) === scriptOf(entity.name) ? inSameScript : 'other script';

/** Whether a place bears this very name, in any of its scripts. */
export function isNamed({ name, otherNames }: GazetteerPlace, wanted: string): boolean {
  const folded = foldForMatch(wanted);
  return [name, ...otherNames].some((one) => foldForMatch(one) === folded);
}
