import { describe, expect, it } from 'vitest';
import type { AnchorState, Annotation } from '../../../../shared/model/annotation';
import type { TextRange } from '../../../../shared/text/offset-types';
import { codePoints } from '../../../../shared/text/offsets';
import { annotationOn, annotationsIn, isOrphan, needsReview, passageAfter } from './passage-order';

const range = (start: number, end: number): TextRange => ({ start: codePoints(start), end: codePoints(end) });

function annotation(id: string, ...parts: readonly (readonly [number, number, AnchorState?])[]): Annotation {
  const quote = { exact: '', prefix: '', suffix: '' };
  return {
    id,
    articleId: 'article',
    revisionId: 'revision',
    parts: parts.map(([start, end, state = 'exact']) => ({
      ...range(start, end),
      quote,
      state,
      formerQuotes: [],
    })),
    colour: null,
    comment: '',
    tags: [],
    entities: [],
    events: [],
    coder: '',
    createdAt: '',
    modifiedAt: '',
  };
}

const all = [
  annotation('a', [0, 10]),
  annotation('b', [5, 8], [40, 45]),
  annotation('c', [20, 30, 'changed']),
  annotation('lost', [2, 4, 'orphan']),
];
const ids = (list: readonly Annotation[]) => list.map(({ id }) => id);

describe('the order of passages', () => {
  it('finds what is in a range by any part, but no orphan', () => {
    expect(ids(annotationsIn(all, range(0, 6)))).toEqual(['a', 'b']);
    expect(ids(annotationsIn(all, range(10, 20)))).toEqual([]);
    expect(ids(annotationsIn(all, range(41, 42)))).toEqual(['b']);
  });

  it('steps from passage to passage and from a place in the text', () => {
    expect(passageAfter(all, { id: 'a', offset: 0 }, 1)?.id).toBe('b');
    expect(passageAfter(all, { id: 'c', offset: 0 }, 1)).toBeUndefined();
    expect(passageAfter(all, { id: 'a', offset: 0 }, -1)).toBeUndefined();
    expect(passageAfter(all, { id: undefined, offset: 9 }, 1)?.id).toBe('c');
    expect(passageAfter(all, { id: 'gone', offset: 9 }, -1)?.id).toBe('b');
  });

  it('tells orphans and what needs a look', () => {
    expect(ids(all.filter(isOrphan))).toEqual(['lost']);
    expect(ids(all.filter(needsReview))).toEqual(['c', 'lost']);
  });

  it('knows the annotation on exactly these words', () => {
    expect(annotationOn(all, [range(0, 10)])?.id).toBe('a');
    expect(annotationOn(all, [range(5, 8), range(40, 45)])?.id).toBe('b');
    expect(annotationOn(all, [range(5, 8)])).toBeUndefined();
  });
});
