import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TemporaryNotebook } from '../../core/temporary-notebook';
import { type Cast, smallNotebook } from './small-notebook';

let notebook: TemporaryNotebook;
let cast: Cast;
beforeEach(() => {
  ({ notebook, cast } = smallNotebook(3));
});
afterEach(() => notebook.remove());

const ids = (filters: Parameters<typeof notebook.ask<'listPassageIds'>>[1]['filters']) =>
  [...notebook.ask('listPassageIds', { filters })].sort();
const only = (tagId: string) =>
  notebook
    .ask('listPassages', { filters: { tagIds: [tagId] }, sort: 'newest', offset: 0, limit: 500 })
    .rows.filter(({ tags }) => tags.some(({ id }) => id === tagId))
    .map(({ annotationId }) => annotationId)
    .sort();
const stepsBack = () => notebook.session.history.undo.length;

test('every passage is tagged in one step, counted where it is new, and the step is taken back whole', () => {
  const everything = ids({});
  const [tagId = ''] = cast.tags;
  const before = only(tagId);
  expect(before.length).toBeGreaterThan(0);
  const steps = stepsBack();
  expect(notebook.run('tagPassages', { ids: [...everything, 'gone'], tag: { id: tagId } })).toEqual({
    count: everything.length - before.length,
  });
  expect(only(tagId)).toEqual(everything);
  expect(stepsBack()).toBe(steps + 1);
  notebook.run('undo', {});
  expect(only(tagId)).toEqual(before);
  notebook.run('redo', {});
  expect(notebook.run('untagPassages', { ids: everything, tagId })).toEqual({ count: everything.length });
  expect(only(tagId)).toEqual([]);
});

test('a tag is split: those chosen bear another in its place, the others keep theirs', () => {
  const [fromId = ''] = cast.tags;
  const bearing = only(fromId);
  const chosen = bearing.slice(0, 2);
  expect(
    notebook.run('moveToTag', {
      ids: ids({}).filter((id) => !bearing.includes(id) || chosen.includes(id)),
      fromId,
      to: { name: 'denied' },
    }),
  ).toEqual({ count: 2 });
  expect(only(fromId)).toEqual(bearing.slice(2));
  const made = notebook.ask('listTags', {}).find(({ name }) => name === 'denied');
  expect(only(made?.id ?? '')).toEqual(chosen);
  expect(() => notebook.run('moveToTag', { ids: chosen, fromId, to: { id: fromId } })).toThrow(
    'the same tag',
  );
});

test('passages are linked to a new event, an entity and a colour at once', () => {
  const [first = '', second = ''] = ids({ lacks: ['event', 'object'] });
  const event = { title: 'Inquiry', typeId: null, date: null, placeId: null };
  const [object = ''] = cast.objects;
  expect(notebook.run('linkPassages', { ids: [first, second], entityId: object, event })).toEqual({
    count: 2,
  });
  const [made] = notebook.ask('findEvents', { text: 'Inquiry', limit: 1 });
  expect(ids({ eventIds: [made?.id ?? ''], entityIds: [object] })).toEqual([first, second].sort());
  expect(notebook.run('linkPassages', { ids: [first], entityId: object })).toEqual({ count: 0 });
  expect(() => notebook.run('linkPassages', { ids: [first], entityId: 'gone' })).toThrow('no such entity');
  notebook.run('colourPassages', { ids: ids({}), colour: 'purple' });
  expect(ids({ colour: 'purple' })).toEqual(ids({}));
});
