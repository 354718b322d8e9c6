import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rangeOf, type TemporaryNotebook, temporaryNotebook } from '../core/temporary-notebook';
import { listCoMentions, listMentions } from './entities';
import { plansOf } from './query-plans';

let book: TemporaryNotebook;
beforeEach(() => {
  book = temporaryNotebook();
});
afterEach(() => book.remove());

const actor = (name: string) => book.run('createEntity', { kind: 'actor', actorKind: '', name }).id;

/** An article with one mention for each of the words. */
function article(text: string, mentions: Readonly<Record<string, string>>): void {
  const captured = book.capture(text);
  for (const [words, id] of Object.entries(mentions)) {
    book.run('annotate', { on: { ...captured, parts: [rangeOf(text, words)] }, entities: [{ id }] });
  }
}

describe('listCoMentions', () => {
  it('counts articles in common, not passages', () => {
    const [a, b, c, d] = [actor('A'), actor('B'), actor('C'), actor('D')];
    article('one two three', { one: a, two: b, three: b });
    article('four five six', { four: a, five: c, six: b });
    article('seven eight', { seven: d, eight: b });
    const named = (entityId: string) =>
      book
        .ask('listCoMentions', { entityId, offset: 0, limit: 10 })
        .rows.map(({ name, articleCount }) => `${name} ${articleCount}`);
    expect(named(a)).toEqual(['B 2', 'C 1']);
    expect(named(b)).toEqual(['A 2', 'C 1', 'D 1']);
    expect(book.ask('listCoMentions', { entityId: b, offset: 1, limit: 1 })).toMatchObject({
      rows: [{ name: 'C' }],
      total: 3,
    });
    expect(book.ask('findEntities', { text: '', kinds: [], limit: 1 })).toMatchObject([
      { name: 'B', mentionCount: 4 },
    ]);
  });
});

describe('listEntities', () => {
  it('sorts by name and by mentions, and filters by names and aliases', () => {
    const [a, b] = [actor('émile'), actor('Zed')];
    article('one two', { one: b });
    book.run('addAlias', { entityId: a, name: 'The Harbour Council' });
    const names = (args: object) =>
      book
        .ask('listEntities', {
          kind: null,
          filter: '',
          sort: 'name',
          descending: false,
          offset: 0,
          limit: 9,
          ...args,
        })
        .rows.map(({ name }) => name);
    expect(names({})).toEqual(['émile', 'Zed']);
    expect(names({ descending: true })).toEqual(['Zed', 'émile']);
    expect(names({ sort: 'mentionCount', descending: true })).toEqual(['Zed', 'émile']);
    expect(names({ filter: 'HARBOUR' })).toEqual(['émile']);
    expect(names({ filter: 'Emile', kind: 'place' })).toEqual([]);
  });
});

describe('passages of an entity', () => {
  it('come by the indexes: nothing is scanned but the page', () => {
    const id = actor('A');
    article('one two', { one: id });
    const queries = [
      () => listMentions(book.session.reader, { entityId: id, offset: 0, limit: 9 }),
      () => listCoMentions(book.session.reader, { entityId: id, offset: 0, limit: 9 }),
    ];
    for (const query of queries) {
      const steps = plansOf(book.session.reader, query).flat();
      expect(steps.length).toBeGreaterThan(5);
      expect(
        steps.filter((step) => /^SCAN (?!page|shared|other|wanted|named|own|acting|\(subquery)/.test(step)),
      ).toEqual([]);
    }
  });
});
