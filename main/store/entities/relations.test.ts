import { afterAll, expect, test } from 'vitest';
import { temporaryNotebook } from '../core/temporary-notebook';

const book = temporaryNotebook();
afterAll(() => book.remove());

test('a relation is turned round with all that was said of it, and undone', () => {
  const [guard = '', undas = ''] = ['River Guard', 'Jarek Undas'].map(
    (name) => book.run('createEntity', { kind: 'actor', actorKind: '', name }).id,
  );
  const { id } = book.run('addEntityRelation', {
    fromId: guard,
    toId: undas,
    type: 'member of',
    title: 'commander',
  });
  const ends = () => book.ask('listEntityRelations', { entityId: guard });
  book.run('turnEntityRelation', { id });
  expect(ends()).toMatchObject([{ id, fromId: undas, toId: guard, type: 'member of', title: 'commander' }]);
  book.run('undo', {});
  expect(ends()).toMatchObject([{ fromId: guard, toId: undas }]);
  expect(() => book.run('turnEntityRelation', { id: guard })).toThrow('not there any more');
});
