/** What the words around a selection say about an event: its date, and its place where one is linked nearby. */
import type { TextRange } from '../../../../shared/text/offset-types';
import type { EventPrefill } from '../../../parts/event-form';
import { readDateWithin } from '../../../parts/read-date';
import { sentenceAround } from '../../../reading/model/sentence-around';
import { wordsOf } from '../passages/passage-actions';
import { annotationsIn } from '../passages/passage-order';
import type { Reader } from '../reader-context';

function placeWithin(reader: Reader, range: TextRange): EventPrefill['place'] {
  const links = annotationsIn(reader.annotations, range).flatMap(({ entities }) => entities);
  const place = links.find(({ kind }) => kind === 'place');
  return place ? { id: place.entityId, name: place.name } : null;
}

/** The selected words come before their sentence. */
export function eventPrefill(reader: Reader, range: TextRange | null): EventPrefill {
  const reference = reader.article.published?.edtf ?? null;
  if (!range) return { date: null, reference, place: null };
  const sentence = sentenceAround(reader.revision.text, range);
  const date =
    readDateWithin(wordsOf(reader, range), reference) ?? readDateWithin(wordsOf(reader, sentence), reference);
  return { date, reference, place: placeWithin(reader, range) ?? placeWithin(reader, sentence) };
}
