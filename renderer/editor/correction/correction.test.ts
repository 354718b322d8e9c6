import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../shared/contract/articles';
import { parseContent } from '../../../shared/document/content-html';
import { plainText } from '../../../shared/document/plain-text';
import type { Annotation, Part } from '../../../shared/model/annotation';
import type { RevisionText } from '../../../shared/model/article';
import { codePoints } from '../../../shared/text/offsets';
import { anchorsNow, beginCorrection, countLost } from './correction';

function revisionOf(content: string, id = 'r1'): RevisionText {
  const text = plainText(parseContent(content));
  const details = {
    title: '',
    authors: [],
    publisher: '',
    url: '',
    language: '',
    published: null,
    fields: {},
  };
  const made = {
    number: 1,
    kind: 'captured',
    originalId: null,
    reason: '',
    createdAt: '',
    sha256: '',
    wordCount: 0,
  } as const;
  return { id, articleId: 'x', ...made, metadata: details, content, text, locators: [] };
}

function annotation(
  id: string,
  { text }: RevisionText,
  words: string,
  state: Part['state'] = 'exact',
): Annotation {
  const start = text.indexOf(words);
  const quote = { exact: words, prefix: text.slice(0, start), suffix: text.slice(start + words.length) };
  const range = { start: codePoints(start), end: codePoints(start + words.length) };
  const parts = [{ ...range, quote, state, formerQuotes: [] }];
  const rest = { articleId: 'x', revisionId: 'r1', colour: null, comment: '', createdAt: '', modifiedAt: '' };
  return { id, parts, tags: [], entities: [], events: [], coder: '', ...rest };
}

const draft = (set: Partial<Draft>): Draft => ({
  ownerId: 'x',
  content: '',
  baseRevisionId: 'r1',
  anchors: [],
  savedAt: '',
  ...set,
});

const revision = revisionOf('<p>Seven were killed, the mayor of Ostrel said.</p>');
const killed = annotation('a', revision, 'Seven were killed');
const mayor = annotation('b', revision, 'the mayor of Ostrel');

/** The words that the passages of a beginning stand on, by their keys. */
function wordsOf({ blocks, passages }: ReturnType<typeof beginCorrection>): Record<string, string> {
  const text = plainText(blocks);
  return Object.fromEntries(passages.map(({ key, start, end }) => [key, text.slice(start, end)]));
}

describe('beginCorrection', () => {
  it('takes the revision and its passages, orphans left out', () => {
    const orphan = annotation('c', revision, 'said', 'orphan');
    const start = beginCorrection(revision, [killed, mayor, orphan], null);
    expect(wordsOf(start)).toEqual({ 'a#0': 'Seven were killed', 'b#0': 'the mayor of Ostrel' });
    expect(start.followed).toEqual(['a#0', 'b#0']);
  });

  it('takes the draft and where it has the passages, and remembers those it lost', () => {
    const kept = draft({
      content: '<p>Yesterday seven were killed.</p>',
      anchors: [
        { annotationId: 'a', part: 0, range: { start: 10, end: 27 } },
        { annotationId: 'b', part: 0, range: null },
      ],
    });
    const start = beginCorrection(revision, [killed, mayor], kept);
    expect(wordsOf(start)).toEqual({ 'a#0': 'seven were killed' });
    expect(start.followed).toEqual(['a#0', 'b#0']);
  });

  it('finds passages made since the draft by its words', () => {
    const kept = draft({
      content: '<p>Seven were killed on Sunday, the mayor of Ostrel said.</p>',
      anchors: [{ annotationId: 'a', part: 0, range: { start: 0, end: 17 } }],
    });
    expect(wordsOf(beginCorrection(revision, [killed, mayor], kept))).toEqual({
      'a#0': 'Seven were killed',
      'b#0': 'the mayor of Ostrel',
    });
  });

  it('leaves out passages deleted since the draft', () => {
    const kept = draft({
      content: '<p>Seven were killed</p>',
      anchors: [{ annotationId: 'gone', part: 0, range: { start: 0, end: 5 } }],
    });
    expect(beginCorrection(revision, [], kept).passages).toEqual([]);
  });

  it('keeps passages of other articles where the draft has their words', () => {
    const kept = draft({
      content: '<p>Nobody saw it. Seven were killed</p>',
      anchors: [{ annotationId: 'other', part: 0, range: { start: 0, end: 13 } }],
    });
    const other = annotation('other', revisionOf('<p>Nobody saw it, they say.</p>'), 'Nobody saw it');
    const start = beginCorrection(revision, [], kept, [other]);
    expect(wordsOf(start)).toEqual({ 'other#0': 'Nobody saw it' });
    expect(start.followed).toEqual([]);
  });

  it('keeps the words of a draft that began from an earlier revision', () => {
    const kept = draft({
      baseRevisionId: 'r0',
      content: '<p>Before. Seven were killed, the mayor of Ostrel said.</p>',
      anchors: [{ annotationId: 'a', part: 0, range: { start: 1, end: 2 } }],
    });
    expect(wordsOf(beginCorrection(revision, [killed, mayor], kept))).toEqual({
      'a#0': 'Seven were killed',
      'b#0': 'the mayor of Ostrel',
    });
  });
});

describe('anchorsNow', () => {
  it('says where each passage stands and which are lost', () => {
    const passages = new Map([['a#0', { start: codePoints(3), end: codePoints(8) }]]);
    const anchors = anchorsNow(['a#0', 'b#0', 'b#1'], { passages });
    expect(anchors).toEqual([
      { annotationId: 'a', part: 0, range: { start: 3, end: 8 } },
      { annotationId: 'b', part: 0, range: null },
      { annotationId: 'b', part: 1, range: null },
    ]);
    expect(countLost(anchors)).toBe(1);
  });

  it('says where passages stand that came by paste', () => {
    const passages = new Map([['x#1', { start: codePoints(0), end: codePoints(4) }]]);
    expect(anchorsNow([], { passages })).toEqual([
      { annotationId: 'x', part: 1, range: { start: 0, end: 4 } },
    ]);
  });
});
