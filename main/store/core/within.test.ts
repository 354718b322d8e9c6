import { expect, test } from 'vitest';
import { plansOf } from '../entities/query-plans';
import { pluck, run } from './sql';
import { temporaryNotebook } from './temporary-notebook';
import { entitiesWithin, eventsSaidIn, tagsWithin, typesWithin } from './within';

test('what is inside a thing is found by indexes, step by step', () => {
  const book = temporaryNotebook();
  const { reader } = book.session;
  for (const within of [entitiesWithin, tagsWithin, typesWithin, eventsSaidIn]) {
    const plans = plansOf(reader, () => pluck(reader, within('?'), ['some-id']));
    const steps = plans.flat();
    expect(
      steps.filter((step) => /^SCAN (?!inside|below)/.test(step) && step !== 'SCAN CONSTANT ROW'),
    ).toEqual([]);
    expect(steps.filter((step) => step.startsWith('SEARCH')).length).toBeGreaterThan(1);
  }
  book.remove();
});

test('a ring of tags ends where it began', () => {
  const book = temporaryNotebook();
  const tag = (name: string) => book.run('createTag', { name, parentId: null }).id;
  const [a, b, c] = [tag('a'), tag('b'), tag('c')];
  // The program refuses to make one; a file may hold it all the same.
  for (const [id, parentId] of [
    [a, b],
    [b, c],
    [c, a],
  ] as const)
    run(book.db, 'UPDATE tag SET parent_id = ? WHERE id = ?', [parentId, id]);
  expect(pluck<string>(book.db, tagsWithin('?'), [b]).sort()).toEqual([a, b, c].sort());
  book.remove();
});
