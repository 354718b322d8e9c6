/** The kinds of things to do in words, and where each is settled. */
import type { ToDoItem, ToDoKind } from '../../../../shared/contract/passages';
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import type { Place } from '../../../shell/navigation';

interface ToDoWords {
  readonly label: string;
  /** What there is to do and why it matters. */
  readonly about: string;
  readonly placeOf: (id: string) => Place;
  /** The detail of an item in words. */
  readonly detail: (detail: string) => string;
}

const event = (id: string): Place => ({ kind: 'event', id });
const entity = (id: string): Place => ({ kind: 'entity', id });
const article = (id: string): Place => ({ kind: 'article', id });
const asIs = (detail: string) => detail;

export const toDoWords: Readonly<Record<ToDoKind, ToDoWords>> = {
  conflict: {
    label: 'Conflicts undecided',
    about:
      'Accounts of a fact disagree, and none is preferred. Decide on the page of the event, or leave it open.',
    placeOf: event,
    detail: (count) => (count === '1' ? '1 fact' : `${count} facts`),
  },
  'event-evidence': {
    label: 'Events without evidence',
    about: 'No words of any article say that these happened. Link a passage to them.',
    placeOf: event,
    detail: asIs,
  },
  'fact-evidence': {
    label: 'Facts without evidence',
    about:
      'These are said of events that have evidence, but no words say this. Link the words, or give a reason.',
    placeOf: event,
    detail: asIs,
  },
  date: {
    label: 'Dates unresolved',
    about: 'The year is not known yet. Many resolve by themselves once their article has a publication date.',
    placeOf: event,
    detail: describeEdtf,
  },
  'actor-kind': {
    label: 'Actors without a kind',
    about: 'A person, a state, an armed group? Say so on the page of the actor.',
    placeOf: entity,
    detail: asIs,
  },
  'place-coordinates': {
    label: 'Places without coordinates',
    about: 'These are not on the map. Find them in the gazetteer on the page of the place.',
    placeOf: entity,
    detail: asIs,
  },
  'article-unread': {
    label: 'Articles unread',
    about: 'Not marked as read.',
    placeOf: article,
    detail: asIs,
  },
  'article-date': {
    label: 'Articles without a date',
    about: 'When was it published? “Yesterday” and “on Friday” count from there.',
    placeOf: article,
    detail: asIs,
  },
  'passage-review': {
    label: 'Passages to review',
    about: 'Their words have changed or are gone from the text. Confirm, attach again or let go.',
    placeOf: (annotationId) => ({ kind: 'review', annotationId }),
    detail: asIs,
  },
};

/** The same item twice in a list: a fact is told apart from others of its event. */
export const keyOf = ({ id, detail }: ToDoItem): string => `${id} ${detail}`;
