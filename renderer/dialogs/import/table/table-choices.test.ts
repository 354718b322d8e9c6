import { describe, expect, it } from 'vitest';
import type { TableMapping } from '../../../../shared/model/imported/table-mapping';
import { dateMeanings, withRole } from './table-choices';

const mapping: TableMapping = {
  sheet: '',
  hasHeadings: true,
  columns: ['title', 'text', 'field', null],
  dateOrder: null,
};

describe('the columns of a table', () => {
  it('have one title, and as many texts and fields as are chosen', () => {
    expect(withRole(mapping, 2, 'title').columns).toEqual(['field', 'text', 'title', null]);
    expect(withRole(mapping, 2, 'text').columns).toEqual(['title', 'text', 'text', null]);
    expect(withRole(mapping, 0, 'out').columns).toEqual([null, 'text', 'field', null]);
  });

  it('say what a date in figures can mean', () => {
    expect(dateMeanings('01/02/2024').map(({ label }) => label)).toEqual([
      '1 February 2024',
      '2 January 2024',
      'Keep as written',
    ]);
    expect(dateMeanings('').map(({ label }) => label)).toEqual([
      'Day first',
      'Month first',
      'Keep as written',
    ]);
  });
});
