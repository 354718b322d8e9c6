import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TemporaryNotebook, temporaryNotebook, wordsAt } from '../core/temporary-notebook';

let notebook: TemporaryNotebook;
let articleId: string;
const text = 'News of the day.\n\nPhotograph: A. Person\n\nPost a Comment\n\nMore news 😀 here.';
const plain = text.replace(/\n\n/g, '\n');

beforeEach(() => {
  notebook = temporaryNotebook();
  const start = plain.indexOf('Post');
  const exclusions = [{ start, end: start + 14, reason: 'comment box' }] as never;
  articleId = notebook.capture(text, { exclusions }).articleId;
});
afterEach(() => notebook.remove());

const exclusions = () => notebook.ask('getArticle', { id: articleId }).exclusions;
const shown = () => exclusions().map((one) => [one.state, wordsAt(plain, one)]);
const set = (start: number, end: number, state: 'excluded' | 'kept') =>
  notebook.run('setExclusion', { articleId, range: { start, end }, state });
const found = (query: string) => notebook.ask('search', { query, offset: 0, limit: 5 }).total;

describe('page chrome', () => {
  it('that the importer suggests is greyed and not found, until it is brought back', () => {
    expect(shown()).toEqual([['suggested', 'Post a Comment']]);
    expect(exclusions()[0]?.reason).toBe('comment box');
    expect(found('comment')).toBe(0);
    const [one] = exclusions();
    expect(set(one?.start ?? 0, one?.end ?? 0, 'kept').id).toBe(one?.id);
    expect(found('comment')).toBe(1);
    notebook.run('undo', {});
    expect(found('comment')).toBe(0);
  });

  it('that the user marks is greyed and not found', () => {
    const start = plain.indexOf('Photograph');
    set(start, start + 21, 'excluded');
    expect(shown()[0]).toEqual(['excluded', 'Photograph: A. Person']);
    expect(found('photograph')).toBe(0);
    expect(found('news')).toBe(1);
  });

  it('is cut where a part of it is decided otherwise', () => {
    const start = plain.indexOf('a Comment');
    set(start, start + 1, 'kept');
    expect(shown()).toEqual([
      ['suggested', 'Post '],
      ['kept', 'a'],
      ['suggested', ' Comment'],
    ]);
    set(start - 7, start + 9, 'excluded');
    expect(shown()).toHaveLength(1);
    expect(shown()[0]?.[0]).toBe('excluded');
  });

  it('is a stretch of the text', () => {
    const length = Array.from(plain).length;
    for (const [start, end] of [
      [3, 3],
      [5, 2],
      [0, length + 1],
    ] as const) {
      expect(() => set(start, end, 'excluded')).toThrow(expect.objectContaining({ code: 'bad-arguments' }));
    }
    set(0, length, 'excluded');
  });

  it('follows its words into the next revision, and goes when they do', () => {
    const { currentRevisionId } = notebook.ask('getArticle', { id: articleId });
    const save = (content: string, baseRevisionId: string) =>
      notebook.run('saveRevision', { articleId, baseRevisionId, content, reason: '', anchors: [] })
        .revisionId;
    const second = save(
      '<p>Old news of the day.</p><p>Photograph: A. Person</p><p>Post a Comment</p><p>More news.</p>',
      currentRevisionId,
    );
    expect(exclusions().map((one) => wordsAt(notebook.ask('getRevision', { id: second }).text, one))).toEqual(
      ['Post a Comment'],
    );
    save('<p>Old news of the day.</p><p>Photograph: A. Person</p><p>More news.</p>', second);
    expect(exclusions()).toEqual([]);
  });
});
