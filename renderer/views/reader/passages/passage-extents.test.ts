import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../../shared/model/annotation';
import { codePoints } from '../../../../shared/text/offsets';
import { beyond, firstIn } from './passage-extents';

const range = (start: number, end: number) => ({ start: codePoints(start), end: codePoints(end) });

function annotation(
  id: string,
  state: 'exact' | 'orphan',
  ...places: readonly (readonly [number, number])[]
): Annotation {
  const quote = { exact: '', prefix: '', suffix: '' };
  const parts = places.map(([start, end]) => ({ ...range(start, end), state, quote, formerQuotes: [] }));
  const times = { createdAt: '', modifiedAt: '' };
  const said = { colour: null, comment: '', tags: [], entities: [], events: [], coder: '' };
  return { id, articleId: '', revisionId: '', parts, ...times, ...said };
}

const all = [
  annotation('a', 'exact', [0, 10]),
  annotation('b', 'exact', [5, 8], [90, 95]),
  annotation('c', 'exact', [40, 50]),
  annotation('d', 'exact', [60, 70]),
  annotation('lost', 'orphan', [0, 0]),
];
const ids = (annotations: readonly Annotation[]) => annotations.map(({ id }) => id);

describe('what is in view', () => {
  it('is what has words there, not what only spans it', () => {
    expect(ids(firstIn(all, range(30, 45), 10))).toEqual(['c']);
    expect(ids(firstIn(all, range(0, 100), 2))).toEqual(['a', 'b']);
  });

  it('is told apart from what lies wholly above and below', () => {
    expect(beyond(all, range(12, 55), 'above')).toMatchObject({ count: 1, nearest: { id: 'a' } });
    expect(beyond(all, range(12, 55), 'below')).toMatchObject({ count: 1, nearest: { id: 'd' } });
    expect(beyond(all, range(0, 5), 'above')).toEqual({ count: 0, nearest: undefined });
  });
});
