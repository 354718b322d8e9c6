/** The dimensions of the matrix in words, and the filter that a row, a column or a cell stands for. */
import { anyKnown, type Dimension, type PassageFilters } from '../../../../shared/contract/passages';
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import { withParts } from '../filters/filter-parts';

export const dimensionLabels: Readonly<Record<Dimension, string>> = {
  actor: 'Actors',
  place: 'Places',
  object: 'Objects',
  tag: 'Tags',
  type: 'Types of event',
  eventMonth: 'Months of event',
  article: 'Articles',
  publisher: 'Publishers',
  month: 'Months published',
};

/** What a passage does to stand in a row or column, after “passages that”. */
const belonging: Readonly<Record<Dimension, string>> = {
  actor: 'name the actor',
  place: 'name the place or one in it',
  object: 'name the object',
  tag: 'bear the tag or one below it',
  type: 'are evidence for an event of the type or a kind of it',
  eventMonth: 'are evidence for an event in the month',
  article: 'are in the article',
  publisher: 'are in an article of the publisher',
  month: 'are in an article published in the month',
};

const isOfOneEvent = (rows: Dimension, columns: Dimension): boolean =>
  rows !== columns && [rows, columns].every((one) => one === 'type' || one === 'eventMonth');

/** What is counted by what: “Actors by tags”. */
export const titleOf = ({
  rows,
  columns,
}: {
  readonly rows: Dimension;
  readonly columns: Dimension;
}): string => `${dimensionLabels[rows]} by ${dimensionLabels[columns].toLowerCase()}`;

/** What a number of the matrix counts. */
export function definitionOf(rows: Dimension, columns: Dimension): string {
  const what = isOfOneEvent(rows, columns)
    ? 'are evidence for an event of the type in the month'
    : rows === columns
      ? `${belonging[rows]} of the row and that of the column`
      : `${belonging[rows]} and ${belonging[columns]}`;
  return `Each number is how many passages ${what}. Totals count a passage once.`;
}

/** A heading as it is read: months by their names. */
export function labelOf(dimension: Dimension, label: string): string {
  if (dimension === 'article') return label || 'Untitled';
  return dimension === 'month' || dimension === 'eventMonth' ? describeEdtf(label) : label;
}

/** The condition of a key; without a key, that there is one. */
function conditionOf(dimension: Dimension, key: string | undefined): PassageFilters {
  const filters: Readonly<Record<Dimension, (id: string) => PassageFilters>> = {
    actor: (id) => ({ entityIds: [id] }),
    place: (id) => ({ entityIds: [id] }),
    object: (id) => ({ entityIds: [id] }),
    tag: (id) => ({ tagIds: [id] }),
    type: (typeId) => ({ eventsLike: [{ typeId }] }),
    eventMonth: (month) => ({ eventsLike: [{ month }] }),
    article: (articleId) => ({ articleId }),
    publisher: (publisher) => ({ publisher }),
    month: (month) => ({ month }),
  };
  if (key !== undefined || dimension === 'month') return filters[dimension](key ?? anyKnown);
  if (dimension === 'type') return { eventsLike: [{ typeId: anyKnown }] };
  // Every passage is in an article.
  if (dimension === 'article') return {};
  if (dimension === 'eventMonth') return { eventsLike: [{ month: anyKnown }] };
  return { has: [dimension] };
}

/** The passages of a cell; of a whole row or column where the other key is left out. */
export function cellFilters(
  base: PassageFilters,
  rows: readonly [Dimension, string | undefined],
  columns: readonly [Dimension, string | undefined],
): PassageFilters {
  if (!isOfOneEvent(rows[0], columns[0])) {
    return withParts(withParts(base, conditionOf(...rows)), conditionOf(...columns));
  }
  const [like = {}] = conditionOf(...rows).eventsLike ?? [];
  const [alike = {}] = conditionOf(...columns).eventsLike ?? [];
  return withParts(base, { eventsLike: [{ ...like, ...alike }] });
}
