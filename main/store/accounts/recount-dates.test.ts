import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandArgs } from '../../../shared/contract';
import { dumpRows } from '../core/dump-notebook';
import { type TemporaryNotebook, temporaryNotebook } from '../core/temporary-notebook';

let notebook: TemporaryNotebook;
let articleId: string;
beforeEach(() => {
  notebook = temporaryNotebook();
  ({ articleId } = notebook.capture('Officials said on July 3rd that the region had been taken last month.'));
});
afterEach(() => notebook.remove());

type Mode = NonNullable<CommandArgs<'addAccount'>['mode']>;

/** An event with one dated account; answers its id. */
function dated(title: string, edtf: string, words: string, counts = true, mode: Mode = 'states'): string {
  const { id } = notebook.run('createEvent', { title, typeId: null, date: null, placeId: null });
  const date = { edtf, words, referenceArticleId: counts ? articleId : null };
  notebook.run('addAccount', {
    eventId: id,
    fact: 'date',
    value: { kind: 'date', date },
    mode,
    evidence: [],
  });
  return id;
}

const publish = (edtf: string | null) =>
  notebook.run('updateArticle', {
    id: articleId,
    set: { published: edtf === null ? null : { edtf, words: '' } },
  });
const dateOf = (eventId: string) => notebook.ask('getEvent', { id: eventId }).date?.edtf;

describe('dates that count from an article', () => {
  it('are all resolved at once when its day becomes known, and the command says which', () => {
    const capture = dated('Capture', 'XXXX-XX', 'last month');
    const assault = dated('Assault', 'XXXX-07-03', 'On July 3rd');
    const night = dated('Night', 'XXXX-XX-XX/XXXX-XX-XX', 'overnight');
    expect(publish('2025-07-05').recounted).toMatchObject([
      { eventId: assault, title: 'Assault', from: 'XXXX-07-03', to: '2025-07-03' },
      { eventId: capture, title: 'Capture', from: 'XXXX-XX', to: '2025-06' },
      { eventId: night, title: 'Night', from: 'XXXX-XX-XX/XXXX-XX-XX', to: '2025-07-04/2025-07-05' },
    ]);
    expect([capture, assault, night].map(dateOf)).toEqual(['2025-06', '2025-07-03', '2025-07-04/2025-07-05']);
    expect(notebook.ask('getEvent', { id: capture }).date).toMatchObject({
      words: 'last month',
      earliest: '2025-06-01',
      latest: '2025-06-30',
    });
  });

  it('follow when the day is corrected, and become partial again when it is taken away', () => {
    const capture = dated('Capture', 'XXXX-XX', 'last month');
    publish('2025-07-05');
    expect(publish('2025-03').recounted).toMatchObject([{ from: '2025-06', to: '2025-02' }]);
    expect(publish('2025?').recounted).toMatchObject([{ to: '[2024-12?..2025-11?]' }]);
    expect(publish(null).recounted).toMatchObject([{ to: 'XXXX-XX' }]);
    expect(dateOf(capture)).toBe('XXXX-XX');
  });

  it('leave what was entered by hand, what counts from elsewhere, and what the words say in full', () => {
    const byHand = dated('By hand', '2025-06-29', 'last month');
    const whole = dated('Whole', '2025-07-03', '3 July 2025');
    const elsewhere = dated('Elsewhere', 'XXXX-XX', 'last month', false);
    const wordless = dated('Wordless', '2024', '');
    expect(publish('2025-07-05').recounted).toEqual([]);
    expect([byHand, whole, elsewhere, wordless].map(dateOf)).toEqual([
      '2025-06-29',
      '2025-07-03',
      'XXXX-XX',
      '2024',
    ]);
  });

  it('lie ahead of the day where they are planned', () => {
    const planned = dated('Appeal', 'XXXX-XX-XX', 'on Monday', true, 'plans');
    publish('2025-07-04');
    expect(dateOf(planned)).toBe('2025-07-07');
  });

  it('are taken back and done again with the day, in one step', () => {
    dated('Capture', 'XXXX-XX', 'last month');
    dated('Assault', 'XXXX-07-03', 'On July 3rd');
    const before = dumpRows(notebook.db);
    publish('2025-07-05');
    const after = dumpRows(notebook.db);
    notebook.run('undo', {});
    expect(dumpRows(notebook.db)).toEqual(before);
    notebook.run('redo', {});
    expect(dumpRows(notebook.db)).toEqual(after);
    expect(notebook.ask('checkNotebook', {}).findings).toEqual([]);
  });

  it('are not looked at when anything else of the article changes', () => {
    dated('Capture', 'XXXX-XX', 'last month');
    publish('2025-07-05');
    expect(notebook.run('updateArticle', { id: articleId, set: { title: 'New' } }).recounted).toEqual([]);
  });
});
