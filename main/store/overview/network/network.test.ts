import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QueryArgs } from '../../../../shared/contract';
import type { Network, TieKind } from '../../../../shared/contract/views/network';
import { all, run } from '../../core/sql';
import { rangeOf, type TemporaryNotebook, temporaryNotebook } from '../../core/temporary-notebook';
import { plansOf } from '../../entities/query-plans';
import { getNetwork } from './network';
import { listTieEvents, listTiePassages, listTieRelations } from './tie-sources';

let book: TemporaryNotebook;
beforeEach(() => {
  book = temporaryNotebook();
});
afterEach(() => book.remove());

const entity = (name: string, kind: 'actor' | 'place' = 'actor') =>
  book.run('createEntity', { kind, actorKind: '', name }).id;

const everything: QueryArgs<'getNetwork'> = {
  kinds: ['actor', 'place', 'object'],
  ties: ['mention', 'event', 'relation'],
  near: 'paragraph',
  from: null,
  to: null,
  minWeight: 1,
  focusId: null,
  steps: 1,
  nodeLimit: 1000,
  edgeLimit: 5000,
};
const network = (args: Partial<QueryArgs<'getNetwork'>> = {}) =>
  book.ask('getNetwork', { ...everything, ...args });

/** “A B mention 2” for each tie, in order of the alphabet. */
const tiesIn = ({ nodes, edges }: Network) =>
  edges
    .map(({ source, target, tie, weight, label }) => {
      const names = [nodes[source]?.name ?? '', nodes[target]?.name ?? ''];
      return [...(tie === 'relation' ? names : names.sort()), tie, weight, label].join(' ').trim();
    })
    .sort();

const published = (edtf: string) => ({
  metadata: {
    title: edtf,
    authors: [],
    publisher: '',
    url: '',
    language: 'en',
    published: { edtf, words: '', earliest: null, latest: null },
    fields: {},
  },
});

/** An article, a paragraph a line, and a passage for each of the words, naming the entities. */
function article(
  text: string,
  named: readonly (readonly [words: string, ...ids: string[]])[],
  date?: string,
) {
  const captured = book.capture(text.replaceAll('\n', '\n\n'), date === undefined ? {} : published(date));
  return named.map(([words, ...ids]) =>
    book.run('annotate', {
      on: { ...captured, parts: [rangeOf(text, words)] },
      entities: ids.map((id) => ({ id })),
    }),
  );
}

function relate(from: string, to: string, type: string, annotationId?: string): void {
  const id = `relation ${from} ${to} ${type}`;
  run(book.db, 'INSERT INTO entity_relation (id, from_id, to_id, type) VALUES (?, ?, ?, ?)', [
    id,
    from,
    to,
    type,
  ]);
  if (annotationId !== undefined)
    run(book.db, 'INSERT INTO entity_relation_evidence VALUES (?, ?)', [id, annotationId]);
}

describe('entities named together', () => {
  it('are so in a passage, a paragraph or an article', () => {
    const [a, b, c] = [entity('A'), entity('B'), entity('C')];
    article('😀 one two three.\nfour five.\nsix', [
      ['one', a],
      ['two three', b, c],
      ['four', c],
      ['six', a],
      ['three.\nfour', a],
    ]);
    article('seven eight', [
      ['seven', a],
      ['eight', b],
    ]);
    expect(tiesIn(network({ near: 'passage' }))).toEqual(['B C mention 1']);
    expect(tiesIn(network({ near: 'paragraph' }))).toEqual([
      'A B mention 2',
      'A C mention 2',
      'B C mention 1',
    ]);
    expect(tiesIn(network({ near: 'article' }))).toEqual(['A B mention 2', 'A C mention 1', 'B C mention 1']);
    expect(network().maxWeight).toBe(2);
    expect(tiesIn(network({ minWeight: 2 }))).toEqual(['A B mention 2', 'A C mention 2']);
  });

  it('lead to the passages that name them so, and to no others', () => {
    const [a, b] = [entity('A'), entity('B')];
    article('one two\nthree', [
      ['one', a],
      ['two', b],
      ['three', a],
    ]);
    const wordsFor = (near: 'passage' | 'paragraph' | 'article') =>
      book
        .ask('listTiePassages', {
          aId: a,
          bId: b,
          tie: 'mention',
          near,
          from: null,
          to: null,
          offset: 0,
          limit: 9,
        })
        .rows.map(({ quote }) => quote.exact);
    expect(wordsFor('passage')).toEqual([]);
    expect(wordsFor('paragraph')).toEqual(['one', 'two']);
    expect(wordsFor('article')).toEqual(['one', 'two', 'three']);
  });

  it('are counted in the months asked for; what has no date is in none', () => {
    const [a, b] = [entity('A'), entity('B')];
    for (const date of ['2024-02-29', '2024-03', '2025', undefined])
      article(
        `one two ${date}`,
        [
          ['one', a],
          ['two', b],
        ],
        date,
      );
    const weight = (from: string | null, to: string | null) => network({ from, to }).edges[0]?.weight ?? 0;
    expect(weight(null, null)).toBe(4);
    expect(weight('2024-02', '2024-02')).toBe(1);
    expect(weight('2024-02', '2024-03')).toBe(2);
    expect(weight('2024-04', null)).toBe(1);
    expect(weight(null, '2024-12')).toBe(2);
    expect(book.ask('getNetworkSpan', {})).toEqual({ from: '2024-02', to: '2025-12' });
  });
});

describe('events and relations', () => {
  it('tie those who take part, the place, and those something is stated of', () => {
    const [a, b, harbour] = [entity('A'), entity('B'), entity('Harbour', 'place')];
    const date = { edtf: '2024-05-01', words: '' };
    const { id: eventId } = book.run('createEvent', { title: 'Talks', typeId: null, date, placeId: harbour });
    for (const [actorId, role] of [
      [a, 'initiator'],
      [a, 'speaker'],
      [b, 'target'],
    ] as const)
      book.run('addParticipation', { eventId, actorId, role, annotationId: null });
    const [said] = article('B speaks for A', [['speaks']]);
    relate(b, a, 'spokesperson', said?.annotationId);
    expect(tiesIn(network())).toEqual([
      'A B event 1',
      'A Harbour event 1',
      'B A relation 1 spokesperson',
      'B Harbour event 1',
    ]);
    expect(tiesIn(network({ kinds: ['actor'], ties: ['event'] }))).toEqual(['A B event 1']);
    expect(tiesIn(network({ minWeight: 2 }))).toEqual(['B A relation 1 spokesperson']);
    expect(tiesIn(network({ from: '2024-06', to: null }))).toEqual([]);
    const pair = { aId: a, bId: b, from: null, to: null, limit: 9 };
    expect(book.ask('listTieEvents', pair)).toEqual([
      {
        id: eventId,
        title: 'Talks',
        date: '2024-05-01',
        aRoles: ['initiator', 'speaker'],
        bRoles: ['target'],
      },
    ]);
    expect(book.ask('listTieEvents', { ...pair, bId: harbour })).toMatchObject([{ bRoles: ['place'] }]);
    expect(book.ask('listTieRelations', pair)).toMatchObject([
      { fromId: b, toId: a, type: 'spokesperson', evidenceCount: 1 },
    ]);
    const passages = { aId: a, bId: b, tie: 'relation', near: 'article', from: null, to: null } as const;
    expect(book.ask('listTiePassages', { ...passages, offset: 0, limit: 9 })).toMatchObject({
      total: 1,
      rows: [{ quote: { exact: 'speaks' } }],
    });
  });
});

describe('the network', () => {
  it('is what is around one entity, or the strongest of all', () => {
    const ids = ['A', 'B', 'C', 'D', 'E'].map((name) => entity(name));
    ids.slice(1).forEach((id, index) => relate(ids[index] ?? '', id, 'knows'));
    const lone = entity('Lone');
    const names = (args: Partial<QueryArgs<'getNetwork'>>) =>
      network(args)
        .nodes.map(({ name }) => name)
        .sort();
    expect(names({})).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(names({ focusId: ids[0] ?? '', steps: 1 })).toEqual(['A', 'B']);
    expect(names({ focusId: ids[0] ?? '', steps: 2 })).toEqual(['A', 'B', 'C']);
    expect(names({ focusId: lone })).toEqual(['Lone']);
    expect(names({ focusId: lone, kinds: ['place'] })).toEqual(['Lone']);
    expect(names({ focusId: 'gone' })).toEqual([]);
    expect(names({ nodeLimit: 3 })).toEqual(['B', 'C', 'D']);
    expect(network({ nodeLimit: 3 })).toMatchObject({ nodeTotal: 5, edgeTotal: 4 });
    expect(names({ edgeLimit: 1 })).toEqual(['A', 'B']);
  });
});

interface Naming {
  readonly article: number;
  readonly entity: number;
}

const namingsArbitrary = fc.array(
  fc.record({ article: fc.nat(5), entity: fc.nat(6) }, { noNullPrototype: true }),
  { maxLength: 40 },
);

/** Every pair of entities in every article, by looking. */
function byLooking(namings: readonly Naming[]): string[] {
  const ties: string[] = [];
  for (let a = 0; a <= 6; a++)
    for (let b = a + 1; b <= 6; b++) {
      const naming = (entity: number) =>
        new Set(namings.flatMap((one) => (one.entity === entity ? [one.article] : [])));
      const [ofA, ofB] = [naming(a), naming(b)];
      const weight = [...ofA].filter((article) => ofB.has(article)).length;
      if (weight > 0) ties.push(`${a} ${b} mention ${weight}`);
    }
  return ties;
}

describe('counting', () => {
  it('finds what looking at every pair finds', () => {
    const ids = Array.from({ length: 7 }, (_, index) => entity(String(index)));
    const text = 'a word to name by';
    const articles = Array.from({ length: 6 }, (_, index) => book.capture(`${text} ${index}`));
    fc.assert(
      fc.property(namingsArbitrary, (namings) => {
        run(book.db, 'DELETE FROM annotation');
        for (const { article: at, entity: who } of namings) {
          const on = articles[at];
          if (on)
            book.run('annotate', {
              on: { ...on, parts: [{ start: 2, end: 6 }] },
              entities: [{ id: ids[who] ?? '' }],
            });
        }
        for (const near of ['article', 'paragraph'] as const)
          expect(tiesIn(network({ near }))).toEqual(byLooking(namings));
      }),
      { numRuns: 25 },
    );
  });

  it('counts a merged entity as the one it was merged into, once', () => {
    const [a, b, c] = [entity('A'), entity('B'), entity('C')];
    article('one two three', [
      ['one', a],
      ['two', b, c],
      ['three', c],
    ]);
    run(book.db, 'UPDATE entity SET merged_into = ?, root_id = ? WHERE id = ?', [b, b, c]);
    expect(tiesIn(network())).toEqual(['A B mention 1']);
    const args = { aId: a, bId: b, tie: 'mention', near: 'article', from: null, to: null } as const;
    expect(book.ask('listTiePassages', { ...args, offset: 0, limit: 9 }).total).toBe(3);
  });

  it('goes through articles and events once, and finds the rest by the indexes', () => {
    const [a, b] = [entity('A'), entity('B')];
    article('one two', [
      ['one', a],
      ['two', b],
    ]);
    const db = book.session.reader;
    const ties: readonly TieKind[] = ['mention', 'event', 'relation'];
    const pair = { aId: a, bId: b, from: '2024-01', to: null };
    const scansOf = (query: () => unknown) =>
      plansOf(db, query)
        .flat()
        .filter((step) => /^SCAN (?!wanted|page|part\b|relation\b|json_each|\(subquery)/.test(step));
    const scans = scansOf(() => getNetwork(db, { ...everything, ties: [...ties] }));
    expect(scans.length).toBeGreaterThan(0);
    expect(
      scans.filter((step) => /mention|annotation|anchor|selector/.test(step) && !step.includes('INDEX')),
    ).toEqual([]);
    const sources = [
      () => ties.map((tie) => listTiePassages(db, { ...pair, tie, near: 'paragraph', offset: 0, limit: 9 })),
      () => [listTieEvents(db, { ...pair, limit: 9 }), listTieRelations(db, { ...pair, limit: 9 })],
    ];
    for (const query of sources) expect(scansOf(query)).toEqual([]);
    expect(all(db, 'SELECT 1 FROM mention')).toHaveLength(2);
  });
});
