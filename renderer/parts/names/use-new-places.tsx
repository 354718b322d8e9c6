/** Where a place that is to be made may be, by the gazetteer: rows of a picker, each of which makes it there. Nothing is taken unasked. */
import { MapPinPlus } from 'lucide-react';
import type { GazetteerPlace } from '../../../shared/contract/views/map';
import { useAnswer } from '../../client/query';
import type { PickerRow } from '../picker-list';
import { isNamed, peopleWords, whereOf, whereWords } from './gazetteer-words';

const tried = 12;
const offered = 3;
const none: readonly GazetteerPlace[] = [];

const idOf = ({ geonameId }: GazetteerPlace): string => `\u0000at ${geonameId}`;

const rowOf = (place: GazetteerPlace, name: string): PickerRow => ({
  id: idOf(place),
  label: `Create place “${name}”`,
  detail: [whereWords(place), peopleWords(place)].filter(Boolean).join(' · '),
  icon: <MapPinPlus size={14} aria-hidden />,
});

/** The rows for a name, and where the row that was picked puts it; none unless it is wanted. */
export function useNewPlaces(name: string, isWanted: boolean) {
  const isAsked = isWanted && name !== '';
  const { data = none } = useAnswer('findInGazetteer', { text: name, limit: tried }, isAsked);
  const places = isAsked ? data.filter((place) => isNamed(place, name)).slice(0, offered) : none;
  return {
    rows: places.map((place) => rowOf(place, name)),
    whereOf: (id: string) => {
      const place = places.find((one) => idOf(one) === id);
      return place && whereOf(place);
    },
  };
}

/** Where the coordinates are from. */
export function NewPlacesNote() {
  return <p className="text-xs text-faint px-1">Gazetteer: GeoNames, CC BY 4.0</p>;
}
