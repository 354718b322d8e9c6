/** What can be cited with `@`: entities, events, passages and articles, found as one types. */

import type { EntityKind } from '../../../shared/model/entity';
import { queries } from '../../client/client';
import type { Cited } from '../nodes/citation-node';

export interface CitationOption extends Cited {
  /** The words that the citation will show. */
  readonly label: string;
  /** What sort of thing it is, for the list. */
  readonly sort: string;
  /** Where or when it is from; '' where nothing more is to be said. */
  readonly detail: string;
}

const entityWords: Readonly<Record<EntityKind, string>> = {
  actor: 'Actor',
  place: 'Place',
  object: 'Object',
};

const perKind = 6;
const quoteLength = 90;

function shorten(words: string): string {
  const points = [...words.replace(/\s+/g, ' ').trim()];
  return points.length > quoteLength ? `${points.slice(0, quoteLength).join('')}…` : points.join('');
}

/** In quotation marks, unless the words bring their own. */
function quoted(words: string): string {
  const short = shorten(words);
  return /^["“„«‘]/.test(short) ? short : `“${short}”`;
}

/** The last word may be unfinished. */
const asPrefix = (text: string): string => (/[\p{L}\p{N}]$/u.test(text) ? `${text}*` : text);

async function entities(text: string): Promise<CitationOption[]> {
  const found = await queries.findEntities({ text, kinds: ['actor', 'place', 'object'], limit: perKind });
  return found.map(({ id, name, kind }) => ({
    target: 'entity',
    targetId: id,
    label: name,
    sort: entityWords[kind],
    detail: '',
  }));
}

async function events(text: string): Promise<CitationOption[]> {
  const found = await queries.findEvents({ text, limit: perKind });
  return found.map(({ id, title, date }) => ({
    target: 'event',
    targetId: id,
    label: title,
    sort: 'Event',
    detail: date?.edtf ?? '',
  }));
}

async function passagesAndArticles(text: string): Promise<CitationOption[]> {
  if (text.trim() === '') return [];
  const { hits } = await queries.search({ query: asPrefix(text), offset: 0, limit: 30 });
  return hits.flatMap(({ kind, id, title, passage, article }): CitationOption[] => {
    if (kind === 'passage' && passage)
      return [
        {
          target: 'annotation',
          targetId: id,
          label: quoted(passage.words),
          sort: 'Passage',
          detail: article?.title ?? '',
        },
      ];
    return kind === 'article'
      ? [{ target: 'article', targetId: id, label: title, sort: 'Article', detail: '' }]
      : [];
  });
}

/** The best few of each kind. */
export async function findCitations(text: string): Promise<readonly CitationOption[]> {
  const groups = await Promise.all([entities(text), events(text), passagesAndArticles(text)]);
  return groups.flatMap((group) => group.slice(0, perKind));
}
