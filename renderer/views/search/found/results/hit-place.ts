/** What a hit is called, and where it leads. */
import type { HitKind, SearchHit } from '../../../../../shared/contract/search';
import { assertNever } from '../../../../../shared/model/assert-never';
import type { Place } from '../../../../shell/navigation';

/** One of a kind. */
export const kindWords: Readonly<Record<HitKind, string>> = {
  article: 'Article',
  passage: 'Passage',
  note: 'Note',
  entity: 'Entry',
  event: 'Event',
  account: 'Account',
  tag: 'Tag',
};

/** A hit's key in the list. */
export const keyOfHit = ({ kind, id }: SearchHit): string => `${kind} ${id}`;

/** Where a hit leads: to its words where it has some, with the query so that its other hits can be walked there. */
export function placeOf({ kind, id, article, passage, facts }: SearchHit, query: string): Place {
  switch (kind) {
    case 'article':
      return { kind, id, query, ...(passage ? { range: { start: passage.start, end: passage.end } } : {}) };
    case 'passage':
      return { kind: 'article', id: article?.id ?? '', annotationId: id, query };
    case 'account':
      return { kind: 'event', id: facts?.events[0]?.id ?? '' };
    case 'tag':
      return { kind: 'passages', filters: { tagIds: [id] } };
    case 'note':
    case 'entity':
    case 'event':
      return { kind, id };
    default:
      return assertNever(kind);
  }
}
