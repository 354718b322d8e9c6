import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serialiseContent } from '../../../../shared/document/content-html';
import { textToBlocks } from '../../../../shared/document/text-to-blocks';
import { newId } from '../../../../shared/model/id';
import { rangeOf, type TemporaryNotebook, temporaryNotebook } from '../../core/temporary-notebook';

const text = [
  'Officials reported significant damage to residential buildings, with at least 23 people injured in Ostrel.',
  'The mayor of Ostrel said on Monday that the ferry would not run again before the summer.',
  'Nobody has said who gave the order to fire.',
].join('\n\n');
const plain = text.replace(/\n\n/g, '\n');

let notebook: TemporaryNotebook;
let articleId: string;
let first: string;
beforeEach(() => {
  notebook = temporaryNotebook();
  ({ articleId, revisionId: first } = notebook.capture(text));
});
afterEach(() => notebook.remove());

const event = (title: string) => ({ title, typeId: null, date: null, placeId: null });
const annotate = (words: string, saying: object = {}) =>
  notebook.run('annotate', {
    on: { articleId, revisionId: first, parts: [rangeOf(plain, words)] },
    ...saying,
  }).annotationId;
const save = (edited: string) =>
  notebook.run('saveRevision', {
    articleId,
    baseRevisionId: notebook.ask('getArticle', { id: articleId }).currentRevisionId,
    content: serialiseContent(textToBlocks(edited)),
    reason: 'Corrected',
    anchors: [],
  }).revisionId;
const compare = (toRevisionId: string, fromRevisionId = first) =>
  notebook.ask('compareRevisions', { articleId, fromRevisionId, toRevisionId });

describe('two revisions of an article', () => {
  it('list the evidence whose words changed with what rests on it, and nothing else', () => {
    const injured = annotate('at least 23 people injured', {
      events: [event('Strike on Ostrel')],
      entities: [{ kind: 'place', actorKind: '', name: 'Ostrel' }],
    });
    annotate('The mayor of Ostrel', { entities: [{ kind: 'actor', actorKind: '', name: 'The mayor' }] });
    annotate('who gave the order', { events: [event('Another event')] });
    const next = save(text.replace('23 people', '26 people').replace('on Monday', 'on Tuesday, again,'));

    const { meaning, rows, details } = compare(next);
    expect(meaning).toMatchObject([
      {
        annotationId: injured,
        state: 'changed',
        from: { words: 'at least 23 people injured' },
        to: { words: 'at least 26 people injured' },
        oldRow: 0,
        newRow: 0,
        resting: [
          { kind: 'event', title: 'Strike on Ostrel' },
          { kind: 'entity', entityKind: 'place', name: 'Ostrel' },
        ],
      },
    ]);
    expect(meaning[0]?.pieces.filter(({ kind }) => kind === 'changed')).toEqual([
      { kind: 'changed', old: '23', new: '26' },
    ]);
    expect(rows.map(({ kind }) => kind)).toEqual(['changed', 'changed', 'same']);
    expect(details).toEqual([]);
    expect(compare(first, next).meaning).toMatchObject([{ to: { words: 'at least 23 people injured' } }]);
  });

  it('list the accounts on changed words, by evidence or cue, with their event and value', () => {
    const injured = annotate('at least 23 people injured');
    const cue = annotate('Officials reported');
    annotate('The mayor of Ostrel');
    const { id: eventId } = notebook.run('createEvent', event('Strike on Ostrel'));
    const { id: accountId } = notebook.run('addAccount', {
      eventId,
      fact: 'count',
      key: 'injured',
      value: { kind: 'number', comparison: '≥', low: 23, high: null },
      mode: 'reports',
      claimant: { kind: 'unnamed', words: 'officials' },
      evidence: [injured],
      cues: [cue],
    });
    const next = save(
      text.replace('23 people', '26 people').replace('Officials reported', 'Officials claimed'),
    );
    const account = {
      kind: 'account',
      id: accountId,
      eventId,
      title: 'Strike on Ostrel',
      fact: 'count',
      key: 'injured',
      value: { kind: 'number', comparison: '≥', low: 23, high: null },
      mode: 'reports',
    };
    expect(compare(next).meaning.map(({ annotationId, resting }) => [annotationId, resting])).toEqual([
      [cue, [account]],
      [injured, [account, { kind: 'event', id: eventId, title: 'Strike on Ostrel' }]],
    ]);
  });

  it('list a passage whose words are gone, and one whose new words were confirmed', () => {
    const gone = annotate('The mayor of Ostrel said on Monday');
    const confirmed = annotate('at least 23 people injured');
    const next = save(text.replace(/The mayor.*summer\./, 'No ferry.').replace('23', '26'));
    notebook.run('confirmAnchor', { annotationId: confirmed });
    const { meaning } = compare(next);
    expect(meaning.map(({ annotationId, state }) => [annotationId, state])).toEqual([
      [confirmed, 'confirmed'],
      [gone, 'gone'],
    ]);
    expect(meaning[1]).toMatchObject({ to: null, newRow: null, oldRow: 1 });
  });

  it('tell a passage that the researcher put on other words from one whose words the text changed', () => {
    const lengthened = annotate('The mayor');
    const edited = annotate('at least 23 people');
    const next = save(text.replace('23', '26').replace('on Monday', 'on Tuesday'));
    const place = (annotationId: string, words: string) =>
      notebook.run('setParts', {
        annotationId,
        revisionId: next,
        parts: [rangeOf(plain.replace('23', '26').replace('on Monday', 'on Tuesday'), words)],
      });
    place(lengthened, 'The mayor of Ostrel');
    place(edited, 'at least 26 people injured');
    const statesOf = () => compare(next).meaning.map(({ annotationId, state }) => [annotationId, state]);
    expect(statesOf()).toEqual([
      [edited, 'confirmed'],
      [lengthened, 'reattached'],
    ]);
    place(lengthened, 'The mayor');
    expect(statesOf()).toEqual([[edited, 'confirmed']]);
  });

  it('list the details that changed where the words did not', () => {
    annotate('at least 23 people injured');
    const { title } = notebook.ask('getArticle', { id: articleId });
    notebook.run('updateArticle', {
      id: articleId,
      set: {
        title: 'Strike on Ostrel',
        published: { edtf: '2025-07-03', words: '3 July 2025' },
        fields: { desk: 'B' },
      },
    });
    const { currentRevisionId } = notebook.ask('getArticle', { id: articleId });
    const { details, meaning, rows } = compare(currentRevisionId);
    expect(details).toEqual([
      { field: 'title', name: '', from: title, to: 'Strike on Ostrel' },
      { field: 'published', name: '', from: '', to: '2025-07-03' },
      { field: 'own', name: 'desk', from: '', to: 'B' },
    ]);
    expect(meaning).toEqual([]);
    expect(rows.every(({ kind }) => kind === 'same')).toBe(true);
  });

  it('must be of the article, and there', () => {
    const other = notebook.capture('Quite another text.');
    expect(() => compare(other.revisionId)).toThrow(expect.objectContaining({ code: 'bad-arguments' }));
    expect(() => compare(newId())).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});
