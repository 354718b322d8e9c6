import { expect, test } from 'vitest';
import type { CommandArgs } from '../../../shared/contract';
import { temporaryNotebook } from '../core/temporary-notebook';

test('an event is found by what its accounts say, and no more once they are gone', () => {
  const book = temporaryNotebook();
  const { articleId, revisionId } = book.capture('The advance near Sumy was halted.');
  const parts = [{ start: 0, end: 11 }];
  book.run('annotate', { on: { articleId, revisionId, parts }, comment: 'advance' });
  const eventId = book.run('createEvent', { title: 'Fighting', typeId: null, date: null, placeId: null }).id;
  const add = (
    said: Pick<CommandArgs<'addAccount'>, 'fact' | 'value'> & Partial<CommandArgs<'addAccount'>>,
  ) => book.run('addAccount', { eventId, evidence: [], ...said }).id;
  const outcome = add({ fact: 'outcome', value: { kind: 'text', text: 'The advance came to a standstill' } });
  add({
    fact: 'count',
    key: 'prisoners exchanged',
    value: { kind: 'number', comparison: '=', low: 50, high: null },
    claimant: { kind: 'unnamed', words: 'two diplomats' },
    comment: 'Reuters has fewer',
  });
  add({
    fact: 'date',
    value: { kind: 'date', date: { edtf: '2025-07-04', words: 'overnight on Thursday' } },
  });
  const hits = (query: string) =>
    book
      .ask('search', { query, offset: 0, limit: 10 })
      .hits.flatMap(({ kind, snippet }) => (kind === 'event' ? [snippet] : []));
  expect(hits('standstill')).toEqual(['The advance came to a standstill']);
  expect(hits('prisoners')).toEqual(['prisoners exchanged']);
  expect(hits('kind:event diplomats')).toEqual(['two diplomats']);
  expect(hits('reuters fewer')).toEqual(['Reuters has fewer']);
  expect(hits('overnight')).toEqual(['overnight on Thursday']);
  book.run('updateAccount', { id: outcome, value: { kind: 'text', text: 'It went on' } });
  expect(hits('standstill')).toEqual([]);
  expect(hits('"went on"')).toEqual(['It went on']);
  book.run('removeAccount', { id: outcome });
  expect(hits('"went on"')).toEqual([]);
  expect(book.ask('checkNotebook', {}).findings).toEqual([]);
  book.remove();
});
