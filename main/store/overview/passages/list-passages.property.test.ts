/** Lists and cross tables of a small notebook equal what is found by looking at each passage by itself. */
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import {
  type Dimension,
  dimensions,
  type PassageFilters,
  type PassageProperty,
  passageProperties,
} from '../../../../shared/contract/passages';
import { modes } from '../../../../shared/model/account';
import type { Annotation } from '../../../../shared/model/annotation';
import { searchTokens } from '../../../../shared/text/fold';
import { all, get, pluck } from '../../core/sql';
import { smallNotebook } from './small-notebook';

const { notebook, cast } = smallNotebook(7);
afterAll(() => notebook.remove());

interface Look {
  readonly id: string;
  readonly articleId: string;
  readonly words: string;
  readonly comment: string;
  readonly colour: string | null;
  readonly entities: readonly { readonly id: string; readonly kind: string }[];
  readonly tags: readonly string[];
  readonly events: readonly {
    readonly id: string;
    readonly typeId: string | null;
    readonly month: string | null;
  }[];
  readonly publisher: string;
  readonly month: string | null;
  readonly bounds: readonly [string | null, string | null];
  readonly state: Annotation['parts'][number]['state'];
  readonly accounts: readonly {
    readonly mode: string;
    readonly claimantKind: string;
    readonly claimants: readonly string[];
    readonly value: string | null;
  }[];
}

type Bounds = { readonly earliest: string | null; readonly latest: string | null };
const { db } = notebook;
const rootOf = (id: string) =>
  pluck<string>(db, 'SELECT coalesce(root_id, id) FROM entity WHERE id = ?', [id])[0] ?? id;
const monthOf = ({ earliest, latest }: Bounds) =>
  earliest && latest && earliest.slice(0, 7) === latest.slice(0, 7) ? earliest.slice(0, 7) : null;

function eventsOf(id: string): Look['events'] {
  return all<Bounds & { id: string; typeId: string | null }>(
    db,
    `SELECT v.id, v.type_id AS typeId, v.date_earliest AS earliest, v.date_latest AS latest
     FROM evidence x JOIN event v ON v.id = x.event_id WHERE x.annotation_id = ?`,
    [id],
  ).map((event) => ({ id: event.id, typeId: event.typeId, month: monthOf(event) }));
}

function stateOf(id: string): Look['state'] {
  const states = pluck<Look['state'] | null>(
    db,
    `SELECT c.state FROM annotation n JOIN article a ON a.id = n.article_id JOIN selector s ON s.annotation_id = n.id
     LEFT JOIN anchor c ON c.annotation_id = n.id AND c.part = s.part AND c.revision_id = a.revision_id WHERE n.id = ?`,
    [id],
  ).map((state) => state ?? 'orphan');
  return (['orphan', 'changed', 'moved'] as const).find((state) => states.includes(state)) ?? 'exact';
}

function accountsOf(id: string): Look['accounts'] {
  return all<{ id: string; mode: string; claimantKind: string; value: string | null }>(
    db,
    `SELECT a.id, a.mode, a.claimant_kind AS claimantKind, a.entity_id AS value FROM account a JOIN account_evidence x ON x.account_id = a.id
     WHERE x.annotation_id = ? AND x.kind = 'evidence'`,
    [id],
  ).map((account) => ({
    mode: account.mode,
    claimantKind: account.claimantKind,
    value: account.value === null ? null : rootOf(account.value),
    claimants: pluck<string>(db, 'SELECT actor_id FROM account_claimant WHERE account_id = ?', [
      account.id,
    ]).map(rootOf),
  }));
}

function lookAt(id: string): Look {
  const row = get<{ articleId: string; comment: string; colour: string | null; publisher: string } & Bounds>(
    db,
    `SELECT n.article_id AS articleId, n.comment, n.colour, a.publisher, a.published_earliest AS earliest,
       a.published_latest AS latest FROM annotation n JOIN article a ON a.id = n.article_id WHERE n.id = ?`,
    [id],
  );
  if (!row) throw new Error('no such passage');
  const mentioned = pluck<string>(db, 'SELECT entity_id FROM stored_mention WHERE annotation_id = ?', [id]);
  return {
    id,
    ...row,
    words: pluck<string>(db, 'SELECT exact FROM selector WHERE annotation_id = ?', [id]).join(' '),
    entities: [...new Set(mentioned.map(rootOf))].map((entity) => ({
      id: entity,
      kind: pluck<string>(db, 'SELECT kind FROM entity WHERE id = ?', [entity])[0] ?? '',
    })),
    tags: pluck<string>(db, 'SELECT tag_id FROM stored_annotation_tag WHERE annotation_id = ?', [id]),
    events: eventsOf(id),
    month: monthOf(row),
    bounds: [row.earliest, row.latest],
    state: stateOf(id),
    accounts: accountsOf(id),
  };
}

const passages = pluck<string>(db, 'SELECT id FROM annotation').map(lookAt);
const parents = new Map(
  ['tag', 'event_type', 'entity'].flatMap((table) =>
    all<{ id: string; parentId: string | null }>(db, `SELECT id, parent_id AS parentId FROM ${table}`).map(
      ({ id, parentId }) => [id, parentId] as const,
    ),
  ),
);
/** A thing and all that are above it, as they stand after merging. */
function above(id: string): string[] {
  const parent = parents.get(id);
  return parent ? [id, ...above(rootOf(parent))] : [id];
}

const properties: Readonly<Record<PassageProperty, (look: Look) => boolean>> = {
  actor: ({ entities }) => entities.some(({ kind }) => kind === 'actor'),
  place: ({ entities }) => entities.some(({ kind }) => kind === 'place'),
  object: ({ entities }) => entities.some(({ kind }) => kind === 'object'),
  event: ({ events }) => events.length > 0,
  tag: ({ tags }) => tags.length > 0,
  comment: ({ comment }) => comment !== '',
  publisher: ({ publisher }) => publisher !== '',
  month: ({ month }) => month !== null,
};

const meets = (wanted: string | undefined, value: string | null) =>
  wanted === undefined || (wanted === 'any' ? value !== null : value === wanted);
const begins = (words: string, token: string) => searchTokens(words).some((word) => word.startsWith(token));

const isSaid = (account: Look['accounts'][number], { mode, claimantId, claimant }: PassageFilters) =>
  (mode === undefined || account.mode === mode) &&
  (claimantId === undefined || account.claimants.includes(rootOf(claimantId))) &&
  (claimant === undefined || account.claimantKind === claimant);

type Tests = {
  readonly [Name in keyof Required<PassageFilters>]: (
    look: Look,
    value: NonNullable<PassageFilters[Name]>,
    filters: PassageFilters,
  ) => boolean;
};
const tests: Tests = {
  words: ({ words, comment }, value) =>
    searchTokens(value).every((token) => begins(words, token) || begins(comment, token)),
  entityIds: ({ entities }, ids) =>
    ids.every((id) => entities.some((entity) => above(entity.id).includes(rootOf(id)))),
  aboutIds: ({ entities, accounts }, ids) => {
    const said = accounts.flatMap(({ claimants, value }) => [...claimants, ...(value ? [value] : [])]);
    const meant = [...entities.map(({ id }) => id), ...said].flatMap(above);
    return ids.every((id) => meant.includes(rootOf(id)));
  },
  eventIds: ({ events }, ids) => ids.every((id) => events.some((event) => event.id === id)),
  eventsLike: ({ events }, wanted) =>
    wanted.every(({ typeId, month }) =>
      events.some(
        (event) =>
          (event.typeId === null ? [null] : above(event.typeId)).some((type) => meets(typeId, type)) &&
          meets(month, event.month),
      ),
    ),
  tagIds: ({ tags }, ids) => ids.every((id) => tags.some((tag) => above(tag).includes(id))),
  articleId: ({ articleId }, id) => articleId === id,
  publisher: (look, value) => look.publisher === value,
  from: ({ bounds: [earliest, latest] }, from) => (earliest ?? latest) !== null && (latest ?? '9999') >= from,
  to: ({ bounds: [earliest, latest] }, to) => (earliest ?? latest) !== null && (earliest ?? '0000') <= to,
  month: (look, value) => meets(value, look.month),
  colour: (look, value) => (look.colour ?? 'none') === value,
  state: (look, value) => look.state === value,
  has: (look, wanted) => wanted.every((property) => properties[property](look)),
  lacks: (look, unwanted) => unwanted.every((property) => !properties[property](look)),
  mode: ({ accounts }, _, filters) => accounts.some((account) => isSaid(account, filters)),
  claimantId: ({ accounts }, _, filters) => accounts.some((account) => isSaid(account, filters)),
  claimant: ({ accounts }, _, filters) => accounts.some((account) => isSaid(account, filters)),
  found: (look, { query, not }, filters) =>
    tests.words(look, query.replace('*', ''), filters) !== (not ?? false),
};

function isMeant(look: Look, filters: PassageFilters): boolean {
  return Object.entries(filters).every(([name, value]) => {
    const test = tests[name as keyof PassageFilters] as (
      look: Look,
      value: unknown,
      filters: PassageFilters,
    ) => boolean;
    return value === undefined || test(look, value, filters);
  });
}

const of = (ids: readonly string[]) => fc.array(fc.constantFrom(...ids), { maxLength: 2 });
const months = ['2024-03', '2024-05', 'any', '2023-01'];
const filters: fc.Arbitrary<PassageFilters> = fc.record(
  {
    words: fc.constantFrom('off', 'Ärzte', 'arzte lodz', '“Kyiv”', 'said 23', '…'),
    entityIds: of([...cast.actors, ...cast.places, ...cast.objects]),
    aboutIds: of([...cast.actors, ...cast.places]),
    eventIds: of(cast.events),
    eventsLike: fc.array(
      fc.record(
        { typeId: fc.constantFrom(...cast.types, 'any'), month: fc.constantFrom(...months) },
        { requiredKeys: [] },
      ),
      { maxLength: 2 },
    ),
    tagIds: of(cast.tags),
    articleId: fc.constantFrom(...cast.articles),
    publisher: fc.constantFrom('Herald', '', 'Courier'),
    from: fc.constantFrom('2024-03-10', '2024-04-01'),
    to: fc.constantFrom('2024-03-20', '2024-03-31'),
    month: fc.constantFrom(...months),
    colour: fc.constantFrom('none', 'yellow', 'green'),
    state: fc.constantFrom('exact', 'moved', 'changed', 'orphan'),
    has: fc.array(fc.constantFrom(...passageProperties), { maxLength: 2 }),
    lacks: fc.array(fc.constantFrom(...passageProperties), { maxLength: 2 }),
    mode: fc.constantFrom(...modes),
    claimantId: fc.constantFrom(...cast.actors),
    claimant: fc.constantFrom('narrator', 'unnamed'),
    found: fc.record(
      { query: fc.constantFrom('off*', 'arzte*', 'said*'), not: fc.boolean() },
      { requiredKeys: ['query'] },
    ),
  },
  { requiredKeys: [] },
);
/** Few conditions at once, or nothing is ever found. */
const someFilters = fc
  .tuple(filters, fc.uniqueArray(fc.nat(18), { maxLength: 3 }))
  .map(
    ([all, kept]) =>
      Object.fromEntries(Object.entries(all).filter((_, index) => kept.includes(index))) as PassageFilters,
  );

test('the notebook has something of everything that is asked for', () => {
  for (const property of passageProperties) {
    expect(passages.filter(properties[property])).not.toEqual([]);
    expect(passages.filter((look) => !properties[property](look))).not.toEqual([]);
  }
  expect(new Set(passages.map(({ state }) => state)).size).toBe(4);
  expect(
    passages.filter(({ accounts }) => accounts.some(({ claimants }) => claimants.length > 0)),
  ).not.toEqual([]);
  for (const kind of ['narrator', 'unnamed'])
    expect(
      passages.filter(({ accounts }) => accounts.some(({ claimantKind }) => claimantKind === kind)),
    ).not.toEqual([]);
  expect(passages.filter(({ entities, tags }) => entities.length > 1 && tags.length > 1)).not.toEqual([]);
});

test('a list holds exactly the passages that meet its filter, in every order', () => {
  let found = 0;
  fc.assert(
    fc.property(
      someFilters,
      fc.constantFrom('date', 'title', 'newest'),
      fc.nat(50),
      fc.integer({ min: 1, max: 60 }),
      (given, sort, offset, limit) => {
        const wanted = passages
          .filter((look) => isMeant(look, given))
          .map(({ id }) => id)
          .sort();
        const whole = notebook.ask('listPassages', { filters: given, sort, offset: 0, limit: 500 });
        expect(whole.rows.map(({ annotationId }) => annotationId).sort()).toEqual(wanted);
        expect([...notebook.ask('listPassageIds', { filters: given })].sort()).toEqual(wanted);
        expect(whole.total).toBe(wanted.length);
        const page = notebook.ask('listPassages', { filters: given, sort, offset, limit });
        expect(page).toEqual({ rows: whole.rows.slice(offset, offset + limit), total: wanted.length });
        found += wanted.length;
      },
    ),
    { numRuns: 200 },
  );
  expect(found).toBeGreaterThan(200);
});

const keysOf: Readonly<Record<Dimension, (look: Look) => readonly string[]>> = {
  actor: ({ entities }) => entities.filter(({ kind }) => kind === 'actor').map(({ id }) => id),
  place: ({ entities }) => [
    ...new Set(entities.filter(({ kind }) => kind === 'place').flatMap(({ id }) => above(id))),
  ],
  object: ({ entities }) => entities.filter(({ kind }) => kind === 'object').map(({ id }) => id),
  tag: ({ tags }) => [...new Set(tags.flatMap(above))],
  type: ({ events }) => [...new Set(events.flatMap(({ typeId }) => (typeId === null ? [] : above(typeId))))],
  eventMonth: ({ events }) => [...new Set(events.flatMap(({ month }) => month ?? []))],
  article: ({ articleId }) => [articleId],
  publisher: ({ publisher }) => (publisher === '' ? [] : [publisher]),
  month: ({ month }) => (month === null ? [] : [month]),
};

/** The cells of a passage, as row and column keys. */
function cellsOf(look: Look, rows: Dimension, columns: Dimension): (readonly [string, string])[] {
  const ofOne = new Set([rows, columns]);
  if (rows !== columns && ofOne.has('type') && ofOne.has('eventMonth'))
    return look.events.flatMap((event) =>
      cellsOf({ ...look, events: [event] }, rows, rows).flatMap(([row]) =>
        keysOf[columns]({ ...look, events: [event] }).map((column) => [row, column] as const),
      ),
    );
  return keysOf[rows](look).flatMap((row) => keysOf[columns](look).map((column) => [row, column] as const));
}

/** How many passages are in each cell, others of rows and columns (null) taken together. */
function counted(
  looks: readonly Look[],
  rows: Dimension,
  columns: Dimension,
  shown: readonly (readonly (string | null)[])[],
) {
  const place = (side: 0 | 1, key: string) => (shown[side]?.includes(key) ? key : 'others');
  const cells = new Map<string, Set<string>>();
  for (const look of looks)
    for (const [row, column] of cellsOf(look, rows, columns))
      for (const cell of [
        [place(0, row), place(1, column)],
        [place(0, row), '*'],
        ['*', place(1, column)],
        ['*', '*'],
      ]) {
        const name = cell.join(' | ');
        cells.set(name, (cells.get(name) ?? new Set()).add(look.id));
      }
  return new Map([...cells].map(([name, ids]) => [name, ids.size]));
}

test('a cross table counts every passage of a cell once, and totals likewise', () => {
  const anyDimension = fc.constantFrom(...dimensions);
  fc.assert(
    fc.property(
      anyDimension,
      anyDimension,
      someFilters,
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 6 }),
      (rows, columns, given, rowLimit, columnLimit) => {
        const table = notebook.ask('crossTabulate', { rows, columns, filters: given, rowLimit, columnLimit });
        const shown = [table.rows.map(({ key }) => key), table.columns.map(({ key }) => key)];
        const wanted = counted(
          passages.filter((look) => isMeant(look, given)),
          rows,
          columns,
          shown,
        );
        const name = (row: number, column: number) =>
          `${table.rows[row]?.key ?? 'others'} | ${table.columns[column]?.key ?? 'others'}`;
        const answered = new Map([
          ...table.cells.map(([row, column, count]) => [name(row, column), count] as const),
          ...table.rows.map(({ key, total }) => [`${key ?? 'others'} | *`, total] as const),
          ...table.columns.map(({ key, total }) => [`* | ${key ?? 'others'}`, total] as const),
          ...(table.total > 0 ? [['* | *', table.total] as const] : []),
        ]);
        expect(answered).toEqual(wanted);
      },
    ),
    { numRuns: 150 },
  );
});
