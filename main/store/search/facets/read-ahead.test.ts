import { expect, it } from 'vitest';
import { openReader } from '../../core/file/open-database';
import { rawDatabase } from '../../core/sql';
import { documentOf, rangeOf, temporaryNotebook } from '../../core/temporary-notebook';
import { neverOvertaken } from '../found/find-rows';
import { search } from '../search';
import { readAhead } from './read-ahead';

const text = 'Kyiv endured an assault. Officials said 23 were hurt.';

it('can be left at any step, or go on while things are written: what searches answer is the same', () => {
  const { path, capture, run, session, remove } = temporaryNotebook();
  const on = capture(text, { metadata: { ...documentOf(text).metadata, publisher: 'The Post' } });
  run('annotate', { on: { ...on, parts: [rangeOf(text, 'Officials')] }, tags: [{ name: 'claims' }] });
  const args = { query: 'officials', offset: 0, limit: 5 };
  const steps = readAhead(session.reader);
  let taken = 0;
  for (const _ of steps) {
    taken++;
    if (taken % 5 === 0)
      run('annotate', { on: { ...on, parts: [rangeOf(text, '23')] }, tags: [{ name: `t${taken}` }] });
    const fresh = openReader(path);
    expect(search(session.reader, args, neverOvertaken)).toEqual(search(fresh, args, neverOvertaken));
    rawDatabase(fresh).close();
  }
  expect(taken).toBeGreaterThan(20);
  const { facets, totals } = search(session.reader, args);
  expect(totals).toMatchObject({ article: 1, passage: 1 });
  expect(facets.publisher.map(({ label, count }) => [label, count])).toEqual([['The Post', 2]]);
  expect(facets.tag.find(({ label }) => label === 't5')?.count).toBe(1);
  remove();
});
