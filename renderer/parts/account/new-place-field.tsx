/**
 * For a place that is made with an account: where it is, by the gazetteer that comes with the program. Nothing is taken
 * unasked; more than a name's own places are found on the page of the place.
 */
import { Radio, RadioGroup } from 'react-aria-components';
import type { GazetteerPlace } from '../../../shared/contract/views/map';
import { useAnswer } from '../../client/query';
import { labelLook } from '../../ui/fields/text-field';
import { FoundPlace } from '../names/found-place';
import { isNamed, sourceWords, whereOf, whereWords } from '../names/gazetteer-words';
import { type AccountDraft, isPassing, type NewPlace } from './account-draft';

const offered = 4;
const tried = 12;
const notYet = 'not yet';

const look =
  'flex items-center gap-3 rounded-md border border-rule bg-raised px-2 py-1 cursor-default hovered:bg-sunken ' +
  'selected:bg-selected selected:border-accent data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent';

interface PlaceChoiceProps {
  readonly placeId: string;
  readonly name: string;
  readonly chosen: NewPlace | null;
  readonly onChange: (chosen: NewPlace | null) => void;
}

function PlaceChoice({ placeId, name, chosen, onChange }: PlaceChoiceProps) {
  const { data = [] } = useAnswer('findInGazetteer', { text: name, limit: tried });
  const found = data.filter((place) => isNamed(place, name)).slice(0, offered);
  if (found.length === 0) return null;
  const keyOf = (place: GazetteerPlace) => String(place.geonameId);
  const isChosen = (place: GazetteerPlace) => chosen?.where.point.source === sourceWords(place);
  const current = chosen?.placeId === placeId ? found.find(isChosen) : undefined;
  const choose = (key: string) => {
    const place = found.find((one) => keyOf(one) === key);
    onChange(place ? { placeId, where: whereOf(place) } : null);
  };
  return (
    <RadioGroup
      aria-label="Where the new place is"
      value={current ? keyOf(current) : notYet}
      onChange={choose}
      className="flex flex-col gap-1 min-w-0"
    >
      <span className={labelLook}>
        Where it is <span className="text-faint font-normal">Gazetteer: GeoNames, CC BY 4.0</span>
      </span>
      <Radio value={notYet} className={look}>
        Not said yet
      </Radio>
      {found.map((place) => (
        <Radio
          key={place.geonameId}
          value={keyOf(place)}
          aria-label={`${place.name}, ${whereWords(place)}`}
          className={look}
        >
          <FoundPlace place={place} text={name} />
        </Radio>
      ))}
    </RadioGroup>
  );
}

export interface NewPlaceFieldProps {
  readonly draft: AccountDraft;
  readonly onChange: (newPlace: NewPlace | null) => void;
}

/** Nothing for a place that the notebook knows. */
export function NewPlaceField({ draft: { value, newPlace }, onChange }: NewPlaceFieldProps) {
  if (value?.kind !== 'place' || !isPassing(value.placeId)) return null;
  return <PlaceChoice placeId={value.placeId} name={value.name} chosen={newPlace} onChange={onChange} />;
}
