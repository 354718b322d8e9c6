import { expect, test } from 'vitest';
import { partsOf, withoutPart, withParts } from './filter-parts';

test('conditions are added once, replaced where there is one, and taken off one by one', () => {
  const first = withParts({ words: 'said' }, { entityIds: ['a'], publisher: 'Herald' });
  const second = withParts(first, { entityIds: ['a', 'b'], publisher: 'Courier', has: ['tag'] });
  expect(second).toEqual({ words: 'said', entityIds: ['a', 'b'], publisher: 'Courier', has: ['tag'] });
  expect(partsOf(second)).toEqual([
    { name: 'entityIds', index: 0 },
    { name: 'entityIds', index: 1 },
    { name: 'publisher', index: 0 },
    { name: 'has', index: 0 },
  ]);
  const third = withoutPart(withoutPart(second, { name: 'entityIds', index: 0 }), { name: 'has', index: 0 });
  expect(third).toEqual({ words: 'said', entityIds: ['b'], publisher: 'Courier' });
  expect(withoutPart(third, { name: 'publisher', index: 0 })).toEqual({ words: 'said', entityIds: ['b'] });
});

test('one event that is of a type and in a month is another condition than two', () => {
  const one = withParts({}, { eventsLike: [{ typeId: 't', month: '2024-03' }] });
  expect(withParts(one, { eventsLike: [{ typeId: 't' }] }).eventsLike).toHaveLength(2);
});
