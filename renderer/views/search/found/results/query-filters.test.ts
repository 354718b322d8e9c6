import { describe, expect, it } from 'vitest';
import { removeFilter } from '../../../../../shared/query/change-query';
import { filtersOf } from './query-filters';

describe('filtersOf', () => {
  it('finds what narrows a query, and taking all of it away leaves the words', () => {
    const query = 'ferry actor:"Mira Tolvane" -tag:Denial published:2024 actor: OR kind:event';
    const filters = filtersOf(query);
    expect(filters).toEqual([
      { field: 'actor', value: 'Mira Tolvane' },
      { field: 'published', value: '2024' },
      { field: 'kind', value: 'event' },
    ]);
    const left = filters.reduce((words, { field, value }) => removeFilter(words, field, value), query);
    expect(left).toBe('ferry -tag:Denial actor:');
  });
});
