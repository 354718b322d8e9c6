/** How the map says things in words. */
import type { MapEvent, MapPlace } from './content';

export const precisionWords: Readonly<Record<MapPlace['precision'], string>> = {
  '': 'precision not said',
  point: 'exact point',
  settlement: 'settlement',
  district: 'somewhere in a district',
  region: 'somewhere in a region',
  country: 'somewhere in a country',
};

export const happenedWords: Readonly<Record<MapEvent['happened'], string>> = {
  unsaid: '',
  yes: 'happened',
  no: 'did not happen',
  planned: 'planned',
  contested: 'contested whether it happened',
};

/** `1 event`, `1,204 events`. */
export const countWords = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

export const certaintyWords = (isMaybe: boolean): string => (isMaybe ? 'possibly' : 'yes');

const degrees = (value: number, positive: string, negative: string): string =>
  `${Math.abs(value).toFixed(3)}° ${value < 0 ? negative : positive}`;

/** `50.455° N, 30.524° E`. */
export const coordinateWords = ({ latitude, longitude }: NonNullable<MapPlace['point']>): string =>
  `${degrees(latitude, 'N', 'S')}, ${degrees(longitude, 'E', 'W')}`;
