import { describe, expect, it } from 'vitest';
import { removeExcluded, removeFilter } from '../../../../../shared/query/change-query';
import { filtersOf } from './query-filters';

describe('filtersOf', () => {
  it('finds what narrows a query, and taking all of it away leaves the words', () => {
    const query =
      'ferry actor:"Mira Tolvane",Orla -tag:Denial published:2024 actor: OR kind:event sort:oldest';
    const filters = filtersOf(query);
    expect(filters).toEqual([
      { field: 'actor', value: 'Mira Tolvane', isNot: false },
      { field: 'actor', value: 'Orla', isNot: false },
      { field: 'tag', value: 'Denial', isNot: true },
      { field: 'published', value: '2024', isNot: false },
      { field: 'kind', value: 'event', isNot: false },
    ]);
    const left = filters.reduce(
      (words, { field, value, isNot }) => (isNot ? removeExcluded : removeFilter)(words, field, value),
      query,
    );
    expect(left).toBe('ferry actor: sort:oldest');
  });
});
