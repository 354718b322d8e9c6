import { describe, expect, it } from 'vitest';
import type { AnchorState, PassageRef } from '../../../shared/model/annotation';
import { byArticle, describeState, placeWords } from './passage-words';

describe('what has become of the words', () => {
  const part = (exact: string, state: AnchorState) => ({ quote: { exact, prefix: '', suffix: '' }, state });

  it('is said of the whole passage, or of the parts that it is true of', () => {
    expect(describeState({ state: 'exact', parts: [part('German', 'exact')] })).toBe('');
    expect(describeState({ state: 'orphan', parts: [part('German', 'orphan')] })).toBe(
      'The words are gone from the text',
    );
    const parts = [
      part('German', 'exact'),
      part('23', 'changed'),
      part('Dutch', 'exact'),
      part('intelligence\nagencies', 'orphan'),
    ];
    expect(describeState({ state: 'orphan', parts })).toBe(
      'Some words are gone from the text: “intelligence agencies”. Some words have changed since: “23”',
    );
    const both = [part('German', 'changed'), part('agencies', 'changed')];
    expect(describeState({ state: 'changed', parts: both })).toBe('The words have changed since');
  });
});

it('names the page and the chapter where they are known', () => {
  expect(placeWords({ page: 'xii', chapter: '' })).toBe('p. xii');
  expect(placeWords({ page: '', chapter: 'Introduction' })).toBe('Introduction');
  expect(placeWords({ page: '12', chapter: 'Introduction' })).toBe('p. 12, Introduction');
  expect(placeWords({ page: '', chapter: '' })).toBe('');
});

describe('byArticle', () => {
  it('keeps the order and joins neighbours alone', () => {
    const passages = ['a', 'a', 'b', 'a'].map((articleId, at) => ({ articleId, annotationId: String(at) }));
    const groups = byArticle(passages as unknown as readonly PassageRef[]);
    expect(groups.map((group) => group.map(({ annotationId }) => annotationId))).toEqual([
      ['0', '1'],
      ['2'],
      ['3'],
    ]);
  });
});
