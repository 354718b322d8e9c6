import { expect, test } from 'vitest';
import type { Tag } from '../../../../shared/model/tag';
import { tagRows, withDescendants } from './tag-tree';

const tag = (id: string, parentId: string | null, name = id): Tag => ({
  id,
  parentId,
  name,
  colour: null,
  description: '',
  merged: [],
  useCount: 0,
});

const tags = [
  tag('rail', 'transport'),
  tag('transport', null),
  tag('aid', null),
  tag('bridge', 'rail'),
  tag('lost', 'gone'),
];

test('each tag stands below its parent, by name', () => {
  const rows = tagRows(tags).map(({ tag: { id }, depth }) => `${'-'.repeat(depth)}${id}`);
  expect(rows).toEqual(['aid', 'lost', 'transport', '-rail', '--bridge']);
});

test('a tag cannot be put below itself or what is below it', () => {
  expect([...withDescendants(tags, 'transport')].sort()).toEqual(['bridge', 'rail', 'transport']);
  expect([...withDescendants(tags, 'bridge')]).toEqual(['bridge']);
});
