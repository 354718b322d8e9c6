import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOfText } from '../articles/revisions';
import { runCommand } from '../core/run-command';
import { update } from '../core/sql';
import { rangeOf, type TemporaryNotebook, temporaryNotebook } from '../core/temporary-notebook';

const text =
  'Kyiv itself has been hit. 😀 On July 4th, the Ukrainian capital endured an all-night assault.\nУкраїнські посадовці повідомили про шкоду.';
let notebook: TemporaryNotebook;
let on: { articleId: string; revisionId: string };
beforeEach(() => {
  notebook = temporaryNotebook();
  on = notebook.capture(text);
});
afterEach(() => notebook.remove());

const withCode = (code: string) => expect.objectContaining({ code });
const at = (...words: string[]) => ({ ...on, parts: words.map((one) => rangeOf(text, one)) });
const annotations = () => notebook.ask('listAnnotations', on);

describe('annotate', () => {
  it('keeps the words with those around them, in code points', () => {
    const { annotationId } = notebook.run('annotate', {
      on: at('all-night assault'),
      comment: 'by whom?',
      colour: 'blue',
    });
    const annotation = notebook.ask('getAnnotation', { id: annotationId });
    expect(annotation).toMatchObject({
      ...on,
      comment: 'by whom?',
      colour: 'blue',
      tags: [],
      entities: [],
      events: [],
    });
    const quote = {
      exact: 'all-night assault',
      prefix: 'he Ukrainian capital endured an ',
      suffix: '.\nУкраїнські посадовці повідомил',
    };
    const place = rangeOf(text, 'all-night assault');
    expect(annotation.parts).toEqual([{ ...place, state: 'exact', quote, formerQuotes: [] }]);
  });

  it('makes and links entities, events and tags in place, answering their ids in order', () => {
    const known = notebook.run('createEntity', { kind: 'place', actorKind: '', name: 'Kyiv' }).id;
    const done = notebook.run('annotate', {
      on: at('Українські посадовці'),
      entities: [{ kind: 'actor', actorKind: 'state body', name: 'Посадовці' }, { id: known }],
      events: [
        { title: 'Assault', typeId: null, date: { edtf: '2025-07-04', words: 'July 4th' }, placeId: known },
      ],
      tags: [{ name: 'claim' }, { name: 'Claim' }, { name: 'count' }],
    });
    expect(done.entityIds[1]).toBe(known);
    expect(done.tagIds[0]).toBe(done.tagIds[1]);
    const annotation = notebook.ask('getAnnotation', { id: done.annotationId });
    expect(done.annotation).toEqual(annotation);
    expect(annotation.entities.map(({ entityId }) => entityId).sort()).toEqual([...done.entityIds].sort());
    expect(annotation.events).toEqual([{ eventId: done.eventIds[0], title: 'Assault' }]);
    expect(annotation.tags.map(({ name }) => name)).toEqual(['claim', 'count']);
    expect(notebook.ask('getEvent', { id: done.eventIds[0] ?? '' })).toMatchObject({
      placeId: known,
      date: { earliest: '2025-07-04' },
    });
    expect(notebook.ask('listEvidence', { eventId: done.eventIds[0] ?? '', offset: 0, limit: 5 }).total).toBe(
      1,
    );
    expect(notebook.ask('listMentions', { entityId: known, offset: 0, limit: 5 }).total).toBe(1);
  });

  it('takes the annotation that is on exactly these words, and no other', () => {
    const first = notebook.run('annotate', { on: at('Kyiv', 'all-night assault'), tags: [{ name: 'a' }] });
    const again = notebook.run('annotate', { on: at('Kyiv', 'all-night assault'), tags: [{ name: 'b' }] });
    const part = notebook.run('annotate', { on: at('Kyiv') });
    const longer = notebook.run('annotate', { on: at('Kyiv', 'all-night') });
    expect(again.annotationId).toBe(first.annotationId);
    expect(new Set([first, part, longer].map(({ annotationId }) => annotationId)).size).toBe(3);
    expect(notebook.ask('getAnnotation', { id: first.annotationId }).tags.map(({ name }) => name)).toEqual([
      'a',
      'b',
    ]);
  });

  it('adds to a given annotation and leaves what is not given', () => {
    const { annotationId } = notebook.run('annotate', { on: at('Kyiv'), comment: 'kept', colour: 'green' });
    notebook.run('annotate', { on: { annotationId }, tags: [{ name: 'a' }] });
    notebook.run('annotate', { on: { annotationId }, tags: [{ name: 'a' }], colour: null });
    expect(notebook.ask('getAnnotation', { id: annotationId })).toMatchObject({
      comment: 'kept',
      colour: null,
      tags: [{ name: 'a' }],
    });
  });

  it.each([
    ['empty', [[4, 4]]],
    ['turned around', [[9, 4]]],
    ['beyond the text', [[0, 10_000]]],
    [
      'overlapping',
      [
        [0, 9],
        [8, 12],
      ],
    ],
    [
      'out of order',
      [
        [20, 24],
        [0, 4],
      ],
    ],
  ])('refuses parts that are %s, and keeps nothing of them', (_, ranges) => {
    const parts = ranges.map(([start = 0, end = 0]) => ({ start, end }));
    expect(() => notebook.run('annotate', { on: { ...on, parts }, tags: [{ name: 'new' }] })).toThrow(
      withCode('bad-arguments'),
    );
    expect(annotations()).toEqual([]);
    expect(notebook.ask('listTags', {})).toEqual([]);
  });

  it('refuses an earlier revision, and links to what is gone', () => {
    notebook.run('saveRevision', {
      articleId: on.articleId,
      baseRevisionId: on.revisionId,
      content: '<p>New.</p>',
      reason: '',
      anchors: [],
    });
    expect(() => notebook.run('annotate', { on: at('Kyiv') })).toThrow(withCode('conflict'));
    expect(() => notebook.run('annotate', { on: { annotationId: 'gone' } })).toThrow(withCode('not-found'));
    const { currentRevisionId } = notebook.ask('getArticle', { id: on.articleId });
    const here = { articleId: on.articleId, revisionId: currentRevisionId, parts: [{ start: 0, end: 3 }] };
    for (const link of [{ entities: [{ id: 'x' }] }, { events: [{ id: 'x' }] }, { tags: [{ id: 'x' }] }]) {
      expect(() => notebook.run('annotate', { on: here, ...link })).toThrow(withCode('not-found'));
    }
    expect(notebook.ask('getNotebook', {}).undo).toBe('saveRevision');
  });
});

describe('annotations of an article', () => {
  it('come in reading order, the longer first where two begin together', () => {
    for (const words of ['assault', 'Kyiv', 'Kyiv itself', 'Українські', 'July 4th'])
      notebook.run('annotate', { on: at(words) });
    expect(annotations().map(({ parts }) => parts[0]?.quote.exact)).toEqual([
      'Kyiv itself',
      'Kyiv',
      'July 4th',
      'assault',
      'Українські',
    ]);
  });

  it('give up links one by one', () => {
    const done = notebook.run('annotate', {
      on: at('Kyiv'),
      entities: [{ kind: 'place', actorKind: '', name: 'Kyiv' }],
      tags: [{ name: 'a' }, { name: 'b' }],
    });
    notebook.run('unlink', {
      annotationId: done.annotationId,
      entityIds: [...done.entityIds],
      tagIds: done.tagIds.slice(0, 1),
    });
    expect(annotations()[0]).toMatchObject({ entities: [], tags: [{ name: 'b' }] });
    notebook.run('undo', {});
    expect(annotations()[0]).toMatchObject({
      entities: [{ name: 'Kyiv' }],
      tags: [{ name: 'a' }, { name: 'b' }],
    });
  });

  it('are described by the words that are there, also when a revision is written anew under its id', () => {
    const quoteOf = (annotationId: string) =>
      notebook.ask('getAnnotation', { id: annotationId }).parts[0]?.quote.exact;
    expect(quoteOf(notebook.run('annotate', { on: at('Kyiv') }).annotationId)).toBe('Kyiv');
    for (const other of [text.replace('Kyiv', 'Lviv'), text.replace('Kyiv', 'Kharkiv')]) {
      runCommand(notebook.db, (db) =>
        update(db, 'revision', on.revisionId, { text: other, sha256: hashOfText(other) }),
      );
      const { annotationId } = notebook.run('annotate', { on: { ...on, parts: [{ start: 1, end: 4 }] } });
      expect(quoteOf(annotationId)).toBe(other.slice(1, 4));
      notebook.run('trashAnnotations', { ids: [annotationId] });
    }
  });

  it('take new ends, and go to the trash and back', () => {
    const { annotationId } = notebook.run('annotate', { on: at('Kyiv', 'assault'), tags: [{ name: 'a' }] });
    notebook.run('setParts', { annotationId, revisionId: on.revisionId, parts: at('Kyiv itself').parts });
    const before = annotations();
    expect(before[0]?.parts.map(({ quote }) => quote.exact)).toEqual(['Kyiv itself']);
    notebook.run('trashAnnotations', { ids: [annotationId] });
    expect(annotations()).toEqual([]);
    expect(notebook.ask('listTrash', {})).toMatchObject([{ kind: 'annotation', label: 'Kyiv itself' }]);
    notebook.run('restoreTrash', { ids: notebook.ask('listTrash', {}).map(({ id }) => id) });
    expect(annotations()).toEqual(before);
  });
});
