import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { facetFields } from '../../../shared/contract/search';
import { serialiseContent } from '../../../shared/document/serialise-content';
import { textToBlocks } from '../../../shared/document/text-to-blocks';
import { annotate } from '../annotations/annotate';
import { insertArticle } from '../articles/change-article';
import { setExclusion } from '../articles/exclusions';
import { createTag, tagArticles } from '../codebook/tags';
import { createDatabase, type OpenDatabase } from '../core/file/open-database';
import { runCommand } from '../core/run-command';
import { all, pluck, type WritableDB } from '../core/sql';
import { addAlias, createEntity } from '../entities/change-entity';
import { addParticipation, createEvent, updateEvent } from '../events/change-event';
import { createNote } from '../notes/change-note';
import { completeQuery } from './complete/complete-query';
import { eventDatesSql } from './facets/histogram';
import { cellsSql, containersSql, fieldSql } from './index/read-facts';
import { evidenceSql } from './match/links';
import { eventsOverlapping, publishedSql } from './match/match-dates';
import { idSql, matchSpanSql, matchSql, rowSql } from './match/search-state';
import { placeSql } from './rank/by-place';
import { titlesSql } from './rank/by-title';
import { rankSql } from './rank/rank-words';
import { search } from './search';

let folder: string;
let open: OpenDatabase;
const ids = new Map<string, string>();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-search-'));
  open = createDatabase(join(folder, 'a.casebook'), 'A');
  if (open.writer) runCommand(open.writer, fill);
});
afterAll(() => {
  open.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Text {
  readonly name: string;
  readonly title: string;
  readonly publisher: string;
  readonly edtf: string | null;
  readonly text: string;
}

const texts: readonly Text[] = [
  {
    name: 'talks',
    title: 'Talks falter',
    publisher: 'The Guardian',
    edtf: '2025-07-04',
    text: 'President Macron spoke with Vladimir Putin about a ceasefire. The Kremlin said there was no progress.\nPost a Comment on this zanzibar page here.\nNobody in Łódź or Kyiv expected a ceasefire.',
  },
  {
    name: 'raid',
    title: 'Нічний удар по Києву',
    publisher: 'Українська правда',
    edtf: '2025-07',
    text: 'Уночі росіяни вдарили по Києву. Ґанок будинку зруйновано, її мешканці живі. 😀 Ніхто не загинув.',
  },
  {
    name: 'visit',
    title: '停战谈判',
    publisher: '新华社',
    edtf: '2024-12-31',
    text: '两国总统在北京讨论停战问题。没有进展。',
  },
  {
    name: 'undated',
    title: 'A ceasefire in the title',
    publisher: 'The Guardian',
    edtf: null,
    text: 'Nothing of that kind is said in the body.',
  },
];

function insertText(db: WritableDB, { name, title, publisher, edtf, text }: Text): void {
  const published = edtf === null ? null : { edtf, words: '', earliest: null, latest: null };
  const metadata = { title, authors: [], publisher, url: '', language: '', published, fields: {} };
  const content = serialiseContent(textToBlocks(text));
  const { id, revisionId } = insertArticle(db, {
    kind: 'captured',
    metadata,
    content,
    reason: 'Imported',
    capturedAt: new Date().toISOString(),
  });
  ids.set(name, id);
  ids.set(`${name} revision`, revisionId);
}

function mark(
  db: WritableDB,
  article: string,
  words: string,
  says: Partial<Parameters<typeof annotate>[1]>,
): string {
  const revisionId = ids.get(`${article} revision`) ?? '';
  const text = pluck<string>(db, 'SELECT text FROM revision WHERE id = ?', [revisionId])[0] ?? '';
  const start = Array.from(text.slice(0, text.indexOf(words))).length;
  const on = {
    articleId: ids.get(article) ?? '',
    revisionId,
    parts: [{ start, end: start + [...words].length }],
  };
  return annotate(db, { on, ...says }).annotationId;
}

function fill(db: WritableDB): void {
  for (const text of texts) insertText(db, text);
  const putin = createEntity(db, { kind: 'actor', actorKind: 'person', name: 'Vladimir Putin' }).id;
  addAlias(db, { entityId: putin, name: 'Путін' });
  const macron = createEntity(db, { kind: 'actor', actorKind: 'person', name: 'Emmanuel Macron' }).id;
  const kyiv = createEntity(db, { kind: 'place', actorKind: '', name: 'Kyiv' }).id;
  const strike = createEvent(db, {
    title: 'Strike on Kyiv',
    typeId: null,
    date: { edtf: '2025-07-03', words: 'at night' },
    placeId: kyiv,
  }).id;
  updateEvent(db, { id: strike, description: 'A house was hit.' });
  addParticipation(db, { eventId: strike, actorId: putin, role: 'initiator', annotationId: null });
  const propaganda = createTag(db, { name: 'propaganda', parentId: null }).id;
  createTag(db, { name: 'denial', parentId: propaganda });
  ids.set(
    'phone',
    mark(db, 'talks', 'Macron spoke with Vladimir Putin', {
      entities: [{ id: putin }, { id: macron }],
      comment: 'A telephone call',
    }),
  );
  ids.set(
    'no progress',
    mark(db, 'talks', 'no progress', { entities: [{ id: putin }], tags: [{ name: 'denial' }] }),
  );
  ids.set(
    'strike',
    mark(db, 'raid', 'росіяни вдарили по Києву', {
      entities: [{ id: kyiv }],
      events: [{ id: strike }],
      tags: [{ id: propaganda }],
    }),
  );
  tagArticles(db, { articleIds: [ids.get('visit') ?? ''], tag: { name: 'Beijing' } });
  const content = `<p>What <cite data-kind="entity" data-id="${macron}">Macron</cite> wants is a ceasefire.</p>`;
  ids.set('note', createNote(db, { title: 'On Macron', content }).id);
  const text = texts[0]?.text ?? '';
  const start = text.indexOf('Post a Comment');
  setExclusion(db, {
    articleId: ids.get('talks') ?? '',
    range: { start, end: text.indexOf('\nNobody') },
    state: 'excluded',
  });
}

const find = (query: string, limit = 50) => search(open.reader, { query, offset: 0, limit });
const found = (query: string) =>
  find(query).hits.map(
    ({ kind, id, title }) => `${kind} ${[...ids].find(([, value]) => value === id)?.[0] ?? title}`,
  );

const ofPutin = ['account Strike on Kyiv', 'event Strike on Kyiv', 'passage no progress'];
const ofStrike = ['article raid', 'event Strike on Kyiv', 'passage strike'];

describe('search', () => {
  it.each([
    ['ceasefire', ['article talks', 'article undated', 'note note']],
    ['CEASEFIRE -progress', ['article undated', 'note note']],
    ['"no progress"', ['article talks', 'passage no progress']],
    ['"progress no"', []],
    ['progr*', ['article talks', 'passage no progress']],
    ['lodz', ['article talks']],
    ['київ*', []],
    ['києву', ['article raid', 'passage strike']],
    ['ганок', ['article raid']],
    ['停战', ['article visit']],
    ['停问', []],
    ['ceasefire in:title', ['article undated']],
    ['telephone', ['passage phone']],
    ['telephone in:text', []],
    ['telephone OR ганок', ['article raid', 'passage phone']],
    ['путін', ['article talks', 'passage phone', 'entity Vladimir Putin']],
    ['=путін', ['entity Vladimir Putin']],
    ['house', ['event Strike on Kyiv']],
    ['zanzibar', []],
    ['ceasefire kind:note', ['note note']],
    ['', []],
    ['in:title', []],
    ['-', []],
  ])('%s', (query, hits) => {
    expect(found(query).sort()).toEqual([...hits].sort());
    expect(find(query).total).toBe(hits.length);
  });

  it.each([
    ['actor:"Vladimir Putin"', [...ofPutin, 'article talks', 'passage phone']],
    ['actor:Путін', [...ofPutin, 'article talks', 'passage phone']],
    ['actor:macr', ['note note', 'passage phone', 'article talks']],
    ['actor:vlad*r', [...ofPutin, 'article talks', 'passage phone']],
    ['actor:putin actor:macron', ['passage phone', 'article talks']],
    ['actor:putin -actor:macron', ofPutin],
    ['actor:putin role:initiator', ['account Strike on Kyiv', 'event Strike on Kyiv']],
    ['actor:macron role:initiator', []],
    ['place:kyiv', [...ofStrike, 'account Strike on Kyiv']],
    ['event:"strike on kyiv"', [...ofStrike, ...Array.from({ length: 3 }, () => 'account Strike on Kyiv')]],
    ['tag:denial', ['passage no progress', 'article talks']],
    ['tag:propaganda', ['article raid', 'article talks', 'passage no progress', 'passage strike']],
    ['tag:beijing', ['article visit']],
    ['publisher:guardian actor:putin', ['article talks', 'passage no progress', 'passage phone']],
    ['published:2025-07 place:kyiv', ofStrike],
    ['published:2024', ['article visit']],
    ['published:2025-07-04..2025-07-05 kind:article', ['article talks', 'article raid']],
    ['(actor:putin actor:macron within:1s)', ['article talks', 'passage phone']],
    ['(actor:putin progress within:1s)', ['article talks', 'passage no progress']],
    ['(actor:macron progress within:1s)', []],
    ['(actor:macron progress within:2s)', ['article talks', 'passage phone']],
    ['(ceasefire progress within:1s)', []],
    ['(ceasefire kremlin within:1p)', ['article talks']],
    ['actor:nobody', []],
  ])('%s finds what bears it', (query, hits) => {
    expect(found(query).sort()).toEqual([...hits].sort());
  });

  it('narrows words by filters: an article passes by its passages', () => {
    expect(found('ceasefire actor:macron').sort()).toEqual(['article talks', 'note note']);
    expect(found('ceasefire published:2025-07')).toEqual(['article talks']);
    expect(found('kind:article actor:putin')).toEqual(['article talks']);
    expect(found('actor:putin kind:account')).toEqual(['account Strike on Kyiv']);
    expect(found('kind:comment')).toEqual(['passage phone']);
  });

  it('lands on the words, in code points of the current text', () => {
    const [hit] = find('загинув').hits;
    const text = [...(texts[1]?.text ?? '')];
    expect(text.slice(hit?.passage?.start, hit?.passage?.end).join('')).toBe('загинув');
    expect(hit?.passage?.quote).toBe('загинув');
    const [both] = find('lodz ceasefire').hits;
    expect(both?.passage?.quote).toBe('Łódź or Kyiv expected a ceasefire');
  });

  it('finds a passage by words of each of its parts, but no phrase from one into the next', () => {
    const text = texts[0]?.text ?? '';
    const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
    const on = {
      articleId: ids.get('talks') ?? '',
      revisionId: ids.get('talks revision') ?? '',
      parts: [at('Macron'), at('Putin')],
    };
    let id = '';
    if (open.writer) runCommand(open.writer, (db) => (id = annotate(db, { on }).annotationId));
    const hitOf = (query: string) => find(query).hits.find((hit) => hit.id === id);
    expect(hitOf('"macron putin"')).toBeUndefined();
    const hit = hitOf('putin');
    expect(hit).toMatchObject({
      snippet: 'Macron … Putin',
      matches: [{ start: 9, end: 14 }],
      passage: { ...at('Putin'), quote: 'Putin', words: 'Macron … Putin' },
    });
    expect(hitOf('macron putin')?.matches).toHaveLength(2);
  });

  it('shows the sentence around with what matched, and never what is greyed', () => {
    const [hit] = find('kremlin').hits;
    expect(hit?.snippet).toBe('The Kremlin said there was no progress.');
    expect(hit?.matches.map(({ start, end }) => [...(hit.snippet ?? '')].slice(start, end).join(''))).toEqual(
      ['Kremlin'],
    );
    for (const { snippet } of find('progress OR nobody OR ceasefire').hits)
      expect(snippet).not.toContain('Comment');
  });

  it('tells what it could not take as meant', () => {
    expect(find('actor:nobody').problems).toEqual(['There is no actor named “nobody”.']);
    expect(find('in:title').problems).toHaveLength(1);
    expect(find('"open').problems).toHaveLength(1);
  });

  it('counts facets so that each is the total its filter gives', () => {
    const queries = [
      '',
      'ceasefire',
      'kyiv OR києву OR progress',
      'actor:putin',
      'published:2025',
      '-ceasefire',
      'kind:passage',
      'kind:article',
      'a OR no',
    ];
    for (const query of queries) {
      const { facets } = find(query);
      for (const field of facetFields) {
        // Kinds are alternatives to each other: another one adds to what is found.
        if (field === 'kind' && query.includes('kind:')) continue;
        for (const { filter, count } of facets[field]) {
          const narrower = `${query} ${filter}`;
          expect([narrower, find(narrower).total]).toEqual([narrower, count]);
        }
      }
    }
    expect(find('ceasefire').facets.actor).toEqual([
      { value: 'Emmanuel Macron', label: 'Emmanuel Macron', filter: 'actor:"Emmanuel Macron"', count: 2 },
      { value: 'Vladimir Putin', label: 'Vladimir Putin', filter: 'actor:"Vladimir Putin"', count: 1 },
    ]);
    expect(find('actor:putin').facets.together).toEqual([
      {
        value: 'Emmanuel Macron',
        label: 'Emmanuel Macron',
        filter: '(actor:putin actor:"Emmanuel Macron" within:1s)',
        count: 2,
      },
    ]);
  });

  it('pages without gaps or repeats', () => {
    const query = 'ceasefire OR progress OR kyiv OR києву';
    const whole = find(query).hits.map(({ id }) => id);
    const paged = whole.flatMap((_, offset) =>
      search(open.reader, { query, offset, limit: 1 }).hits.map(({ id }) => id),
    );
    expect(paged).toEqual(whole);
    expect(new Set(whole).size).toBe(whole.length);
  });

  it('puts passages first that filters find, the newest first, or orders as it is told', () => {
    const shown = (query: string) =>
      find(query).hits.map(({ kind, passage, title }) => passage?.quote ?? `${kind} ${title}`);
    expect(shown('actor:putin OR tag:beijing')).toEqual([
      'no progress',
      'Macron spoke with Vladimir Putin',
      'event Strike on Kyiv',
      'account Strike on Kyiv',
      'article 停战谈判',
      'article Talks falter',
    ]);
    const passages = '(actor:putin OR place:kyiv) kind:passage';
    const [phone, none, strike] = [
      'Macron spoke with Vladimir Putin',
      'no progress',
      'росіяни вдарили по Києву',
    ];
    expect(shown(`${passages} sort:newest`)).toEqual([strike, none, phone]);
    expect(shown(`${passages} sort:oldest`)).toEqual([phone, none, strike]);
    expect(shown(`${passages} sort:published`)).toEqual([strike, none, phone]);
    expect(shown(`${passages} sort:title`)).toEqual([phone, none, strike]);
    expect(shown(`${passages} sort:place`)).toEqual([strike, phone, none]);
  });

  it('groups hits under their articles', () => {
    const grouped = (offset: number, limit: number) =>
      search(open.reader, { query: 'actor:putin', offset, limit, group: 'article' });
    const { groups, groupTotal } = grouped(0, 10);
    expect(groups.map(({ article, count, hits }) => [article?.title ?? hits[0]?.kind, count])).toEqual([
      ['Talks falter', 3],
      ['event', 1],
      ['account', 1],
    ]);
    expect(groupTotal).toBe(3);
    expect(grouped(1, 1).groups).toEqual(groups.slice(1, 2));
    expect(groups[0]?.hits.map(({ kind }) => kind)).toEqual(['article', 'passage', 'passage']);
  });

  it('answers every string', () => {
    const pieces = fc.constantFrom(
      '"',
      '(',
      ')',
      '-',
      ' ',
      'OR',
      'ceasefire',
      'Ї',
      '中',
      '*',
      'actor:',
      'in:title',
      'published:2025',
      'kind:note',
      '😀',
      'NEAR(a b)',
      '^',
      '{',
      'col:',
      'AND',
      'NOT',
      '\u0000',
    );
    const anyQuery = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(anyQuery, (query) => {
        const { total, hits } = find(query, 5);
        expect(hits.length).toBe(Math.min(5, total));
        expect(completeQuery(open.reader, { query, caret: query.length }).length).toBeLessThanOrEqual(10);
      }),
      { numRuns: 500 },
    );
    expect(find('a '.repeat(4900)).total).toBe(find('a').total);
    const many = Array.from({ length: 1500 }, (_, index) => `w${index}`).join(' OR ');
    expect(find(`ceasefire OR ${many}`)).toMatchObject({
      total: find('ceasefire').total,
      problems: ['Only the first 100 different words were searched.'],
    });
    expect(find(`${'-(a OR '.repeat(30)}b`).total).toBeGreaterThanOrEqual(0);
    const places = Array.from({ length: 400 }, (_, index) => `(ceasefire w${index % 90} within:2s)`).join(
      ' ',
    );
    expect(find(places).problems).toEqual(['Only the first 20 different within: were searched.']);
    expect(find('ceasefire '.repeat(900)).total).toBe(find('ceasefire').total);
    expect(find('a* NEAR/99 c* NEAR/99 p* within:9s').total).toBeGreaterThan(0);
  }, 60_000);

  it('sees every commit at once, also its own', () => {
    const { writer } = open;
    if (!writer) throw new Error('the notebook is open for writing');
    const before = find('ceasefire').total;
    runCommand(writer, (db) => createNote(db, { title: 'One more ceasefire' }));
    expect(find('ceasefire').total).toBe(before + 1);
    expect(search(writer, { query: 'ceasefire', offset: 0, limit: 5 }).total).toBe(before + 1);
  });

  it('reads the index for words, and rows by their keys', () => {
    const plan = (sql: string) => {
      const params = sql.includes('@')
        ? { earliest: '', latest: '~', id: 'x' }
        : sql.match(/\?/g)?.map(() => 'x');
      return all<{ detail: string }>(open.reader, `EXPLAIN QUERY PLAN ${sql}`, params).map(
        ({ detail }) => detail,
      );
    };
    expect(plan(matchSql).join('\n')).toMatch(/VIRTUAL TABLE INDEX \d+:M/);
    for (const sql of [matchSpanSql, rankSql])
      expect(plan(sql).join('\n')).toMatch(/VIRTUAL TABLE INDEX \d+:M.*[<>]/);
    const others = [
      placeSql,
      rankSql,
      evidenceSql,
      eventsOverlapping,
      publishedSql,
      eventDatesSql,
      titlesSql,
      containersSql,
      fieldSql,
      cellsSql,
      idSql,
      rowSql,
    ];
    const scans = others.flatMap(plan).filter((step) => step.startsWith('SCAN'));
    // What is walked through is a list that was given, or made on the way.
    expect(scans.filter((step) => !/VIRTUAL TABLE|^SCAN (?:x|\(subquery)/.test(step))).toEqual([]);
  });
});

describe('completeQuery', () => {
  const offers = (query: string) => completeQuery(open.reader, { query, caret: query.length });

  it.each([
    ['act', 'actor:'],
    ['actor:pu', 'actor:"Vladimir Putin"'],
    ['kyi', 'place:Kyiv'],
    ['x tag:den', 'tag:denial'],
    ['in:t', 'in:title'],
    ['published:20', 'published:2024'],
  ])('goes on from %s', (query, label) => {
    expect(offers(query).map((offer) => offer.label)).toContain(label);
  });

  it('gives the query as it becomes, and where the caret goes', () => {
    const [offer] = offers('ceasefire actor:"vlad');
    expect(offer).toEqual({
      label: 'actor:"Vladimir Putin"',
      query: 'ceasefire actor:"Vladimir Putin" ',
      caret: 33,
    });
    expect(completeQuery(open.reader, { query: 'kyi b', caret: 3 })[0]).toMatchObject({
      query: 'place:Kyiv b',
      caret: 10,
    });
  });
});
