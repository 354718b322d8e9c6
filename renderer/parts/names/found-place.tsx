import type { GazetteerPlace } from '../../../shared/contract/views/map';
import { foldForMatch } from '../../../shared/text/fold';
import { coordinateText } from './coordinate-text';
import { sizeWords, whereWords } from './gazetteer-words';

/** A place of the gazetteer with what tells it from others of its name; its other name is said where it was found by that. */
export function FoundPlace({ place, text }: { readonly place: GazetteerPlace; readonly text: string }) {
  const [other] = place.otherNames;
  const isFoundByName = foldForMatch(place.name).startsWith(foldForMatch(text));
  return (
    <>
      <span className="min-w-0 flex-1">
        <span className="font-medium" dir="auto">
          {place.name}
        </span>
        {other !== undefined && !isFoundByName && (
          <span className="text-muted ps-2" dir="auto">
            {other}
          </span>
        )}
        <span className="block text-xs text-muted">{whereWords(place)}</span>
      </span>
      <span className="text-xs text-muted text-end shrink-0">
        {sizeWords(place)}
        <span className="block tabular-nums">{coordinateText(place)}</span>
      </span>
    </>
  );
}
