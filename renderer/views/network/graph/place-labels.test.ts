import { expect, test } from 'vitest';
import type { NetworkNode } from '../../../../shared/contract/views/network';
import { type Picked, pictureOf, sceneOf } from './picture';
import { type Label, placeLabels } from './place-labels';

const size = { width: 600, height: 400 };
const view = { scale: 1, x: 0, y: 0 };
const measure = (text: string) => 6 * text.length;

/** Names are as strong as they stand in the list. */
function labelsOf(named: readonly (readonly [string, number, number])[], picks: readonly Picked[] = []) {
  const nodes = named.map(
    ([name], at): NetworkNode => ({ id: name, name, kind: 'actor', actorKind: '', strength: 1000 - at }),
  );
  const points = named.map(([, x, y]) => ({ x, y }));
  return placeLabels(pictureOf(sceneOf(nodes, [], points), view, picks), { nodes, edges: [] }, size, measure);
}

const boxOf = ({ text, x, y }: Label) => ({
  left: x - 3 * text.length,
  right: x + 3 * text.length,
  top: y - 11,
  bottom: y + 3,
});
const cover = (a: Label, b: Label) => {
  const [one, other] = [boxOf(a), boxOf(b)];
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
};

test('names of nodes close together stand on different sides of them, and cover none', () => {
  const labels = labelsOf([
    ['Ordan Union', 300, 200],
    ['Velmar Republic', 310, 205],
    ['Mira Tolvane', 305, 195],
  ]);
  expect(labels).toHaveLength(3);
  expect(labels.some((one, at) => labels.slice(at + 1).some((other) => cover(one, other)))).toBe(false);
});

test('in a crowd the strongest are named, and none covers another', () => {
  const crowd = Array.from(
    { length: 400 },
    (_, at) => [`Name ${at}`, 280 + (at % 20), 190 + at / 20] as const,
  );
  const labels = labelsOf(crowd);
  expect(labels[0]?.text).toBe('Name 0');
  expect(labels.length).toBeLessThan(40);
  expect(labels.some((one, at) => labels.slice(at + 1).some((other) => cover(one, other)))).toBe(false);
});

test('what is pointed at always has its name', () => {
  const crowd = Array.from(
    { length: 400 },
    (_, at) => [`Name ${at}`, 280 + (at % 20), 190 + at / 20] as const,
  );
  expect(labelsOf(crowd).map(({ text }) => text)).not.toContain('Name 399');
  expect(labelsOf(crowd, [{ kind: 'node', index: 399 }])[0]?.text).toBe('Name 399');
});

test('a name stands where none of it is cut off at an edge, when there is such a place', () => {
  const [label] = labelsOf([['Dockworkers’ League', 20, 200]]);
  expect(label && boxOf(label).left).toBeGreaterThanOrEqual(0);
});
