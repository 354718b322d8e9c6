import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CommandArgs } from '../../../../shared/contract';
import { parseEdtf } from '../../../../shared/dates/edtf';
import type { EventDate } from '../../../../shared/model/event-date';
import { rangeOf, type TemporaryNotebook, temporaryNotebook } from '../../core/temporary-notebook';
import { plansOf } from '../../entities/query-plans';

let book: TemporaryNotebook;
beforeEach(() => {
  book = temporaryNotebook();
});
afterEach(() => book.remove());

type Account = Partial<CommandArgs<'addAccount'>>;

const make = (name: string, kind: 'actor' | 'place' = 'actor') =>
  book.run('createEntity', { kind, actorKind: '', name }).id;

function event(title: string, edtf: string | null): string {
  const date = edtf === null ? null : { edtf, words: '' };
  return book.run('createEvent', { title, typeId: null, date, placeId: null }).id;
}

const takesPart = (eventId: string, actorId: string, role: string, more: Account = {}) =>
  book.run('addAccount', {
    eventId,
    fact: 'participant',
    key: role,
    value: { kind: 'entity', entityId: actorId },
    evidence: [],
    ...more,
  }).id;

const counts = (eventId: string, low: number, more: Account = {}) =>
  book.run('addAccount', {
    eventId,
    fact: 'count',
    key: 'dead',
    evidence: [],
    value: { kind: 'number', comparison: '=', low, high: null },
    ...more,
  }).id;

const by = (...actorIds: string[]): Account => ({ claimant: { kind: 'actors', actorIds } });

function passage(text: string, words: string, entityIds: readonly string[]): string {
  const captured = book.capture(text);
  const on = { ...captured, parts: [rangeOf(text, words)] };
  return book.run('annotate', { on, entities: entityIds.map((id) => ({ id })) }).annotationId;
}

type Side = 'did' | 'undergone' | 'other' | null;
const doings = (entityId: string, side: Side = null) =>
  book.ask('listDoings', { entityId, side, offset: 0, limit: 50 });
const told = (entityId: string, side: Side = null) =>
  doings(entityId, side).rows.map(({ event: { title }, parts }) =>
    [title, ...parts.map(({ role, state }) => `${role} ${state}`)].join(': '),
  );
const claims = (actorId: string) => book.ask('listClaims', { actorId, offset: 0, limit: 50 });

test('what an actor did and what was done to it, by time, with its words, merged ones included', () => {
  const [guard, colonel, other] = [make('Guard'), make('Colonel'), make('Other')];
  const [raid, talks, rumour] = [event('Raid', '2024-05'), event('Talks', '2023'), event('Rumour', null)];
  const words = passage('The Guard raided the depot.', 'The Guard raided', [guard]);
  takesPart(raid, guard, 'initiator', { evidence: [words] });
  takesPart(talks, colonel, 'speaker');
  takesPart(talks, colonel, 'Victim', { inferredReason: 'He was wounded there' });
  takesPart(rumour, guard, 'bystander', { mode: 'plans' });
  takesPart(rumour, other, 'target');
  expect(told(guard)).toEqual(['Raid: initiator said', 'Rumour: bystander planned']);
  book.run('mergeEntities', { keepId: guard, mergeId: colonel });
  const all = ['Talks: speaker said: Victim said', 'Raid: initiator said', 'Rumour: bystander planned'];
  expect(told(guard)).toEqual(all);
  expect(told(colonel)).toEqual(all);
  expect(doings(guard).total).toBe(3);
  expect(doings(guard).rows[1]?.parts[0]).toMatchObject({ words: [{ annotationId: words }], wordsCount: 1 });
  expect(doings(guard).rows[0]?.parts[1]).toMatchObject({
    side: 'undergone',
    inferredReason: 'He was wounded there',
  });
  const titles = (side: Side) => doings(guard, side).rows.map((row) => row.event.title);
  expect([titles('did'), titles('undergone'), titles('other')]).toEqual([
    ['Talks', 'Raid'],
    ['Talks'],
    ['Rumour'],
  ]);
  book.run('splitEntity', { id: colonel });
  expect(told(colonel)).toEqual(['Talks: speaker said: Victim said']);
});

test('a role that is denied is contested until one is preferred; one that is only denied is none', () => {
  const [guard, ministry] = [make('Guard'), make('Ministry')];
  const raid = event('Raid', '2024');
  takesPart(raid, guard, 'initiator', { ...by(ministry), mode: 'alleges' });
  const denial = takesPart(raid, guard, 'initiator', { ...by(guard), mode: 'denies' });
  takesPart(raid, ministry, 'target', { ...by(guard), mode: 'denies' });
  expect(told(guard)).toEqual(['Raid: initiator contested']);
  expect(told(ministry)).toEqual([]);
  book.run('preferAccount', { id: denial, reason: 'It was elsewhere' });
  expect(told(guard)).toEqual(['Raid: initiator passed over']);
});

test('a place has the events at it and inside it, where that is contested too', () => {
  const [region, town, village] = [make('Region', 'place'), make('Town', 'place'), make('Village', 'place')];
  book.run('updateEntity', { id: town, parentId: region });
  const at = (eventId: string, placeId: string) =>
    book.run('addAccount', {
      eventId,
      fact: 'place',
      value: { kind: 'place', placeId, precision: '' },
      evidence: [],
    });
  const [fire, flood] = [event('Fire', '2023'), event('Flood', '2024')];
  at(fire, town);
  at(flood, village);
  at(flood, region);
  const where = (id: string) =>
    doings(id).rows.map((row) => [
      row.event.title,
      ...row.parts.map(({ name, state }) => `${name} ${state}`),
    ]);
  expect(where(region)).toEqual([
    ['Fire', 'Town said'],
    ['Flood', 'Region contested'],
  ]);
  book.run('mergeEntities', { keepId: town, mergeId: village });
  expect(where(region).map(([title]) => title)).toEqual(['Fire', 'Flood']);
  expect(where(town)).toEqual([
    ['Fire', 'Town said'],
    ['Flood', 'Town said'],
  ]);
});

test('what an actor claimed and denied, and what became of it', () => {
  const [guard, colonel, ministry, hospital] = ['Guard', 'Colonel', 'Ministry', 'Hospital'].map((name) =>
    make(name),
  ) as [string, string, string, string];
  const [raid, quiet] = [event('Raid', '2024'), event('Quiet day', '2023')];
  counts(raid, 7, { ...by(guard), mode: 'claims' });
  const eleven = counts(raid, 11, by(ministry));
  counts(raid, 11, by(hospital));
  counts(raid, 7, by(colonel));
  counts(quiet, 0, by(guard));
  const said = () =>
    claims(guard).rows.map(({ eventTitle, account, outcome, agreeing, against }) => [
      eventTitle,
      account.mode,
      outcome,
      agreeing.join(),
      against.map(({ who }) => who).join(),
    ]);
  expect(said()).toEqual([
    ['Quiet day', 'states', 'alone', '', ''],
    ['Raid', 'claims', 'contested', 'Colonel', 'Ministry,Hospital'],
  ]);
  book.run('preferAccount', { id: eleven, reason: 'Two lists of names' });
  expect(claims(guard).rows[1]).toMatchObject({
    outcome: 'passed over',
    preferred: { who: 'Ministry', reason: 'Two lists of names' },
  });
  expect(claims(ministry).rows[0]).toMatchObject({ outcome: 'preferred', agreeing: ['Hospital'] });
  expect(claims(hospital).rows[0]?.outcome).toBe('borne out');
  // The same two say it twice: that is no agreement, as what one of them says alone is none.
  const truce = event('Truce', '2025');
  for (const who of [by(ministry, hospital), by(ministry, hospital), by(hospital)]) counts(truce, 3, who);
  const ofTruce = () => claims(ministry).rows.filter(({ eventTitle }) => eventTitle === 'Truce')[0];
  expect(ofTruce()).toMatchObject({ outcome: 'alone', agreeing: [] });
  book.run('mergeEntities', { keepId: guard, mergeId: colonel });
  // Nobody but itself says the same any more; both accounts are its own.
  expect(said().map(([, , outcome, agreeing]) => [outcome, agreeing])).toEqual([
    ['alone', ''],
    ['passed over', ''],
    ['passed over', ''],
  ]);
  expect(book.ask('listClaims', { actorId: guard, offset: 1, limit: 1 })).toMatchObject({ total: 3 });
});

test('who an actor appears with: in articles and in events', () => {
  const [guard, ministry, hospital] = [make('Guard'), make('Ministry'), make('Hospital')];
  passage('Guard and Ministry', 'Guard and Ministry', [guard, ministry]);
  const raid = event('Raid', '2024');
  takesPart(raid, guard, 'initiator');
  takesPart(raid, hospital, 'target');
  takesPart(raid, ministry, 'target');
  const company = book.ask('listCoMentions', { entityId: guard, offset: 0, limit: 9 });
  expect(company.rows.map(({ name, articleCount, eventCount }) => [name, articleCount, eventCount])).toEqual([
    ['Ministry', 1, 1],
    ['Hospital', 0, 1],
  ]);
});

function dated(edtf: string): EventDate {
  const parsed = parseEdtf(edtf);
  if (!parsed) throw new Error(`no date: ${edtf}`);
  return { ...parsed, words: '' };
}

test('its articles, and what its passages can be narrowed by, agree with the list of passages', () => {
  const [guard, colonel] = [make('Guard'), make('Colonel')];
  const day = event('Raid', '2024');
  const given = (publisher: string, edtf: string | null) => ({
    metadata: {
      title: `At ${publisher}`,
      authors: [],
      publisher,
      url: '',
      language: '',
      fields: {},
      published: edtf === null ? null : dated(edtf),
    },
  });
  const write = (text: string, publisher: string, edtf: string | null, ids: readonly string[]) => {
    const captured = book.capture(text, given(publisher, edtf));
    for (const id of ids) {
      const on = { ...captured, parts: [rangeOf(text, 'words')] };
      book.run('annotate', { on, entities: [{ id }], events: [{ id: day }], tags: [{ name: 'Denial' }] });
    }
  };
  write('some words here', 'Herald', '2024-03-04', [guard, colonel]);
  write('other words there', 'Courier', null, [colonel]);
  write('words elsewhere', 'Herald', '2023', [guard]);
  // Words that do not name it are about it where its part or its account rests on them.
  const told = passage('Nobody saw who raided the depot.', 'raided', []);
  takesPart(day, colonel, 'initiator', { evidence: [told], inferredReason: 'Seen before' });
  const denied = passage('It was not them.', 'not them', []);
  takesPart(day, make('Other'), 'initiator', { ...by(guard), mode: 'denies', evidence: [denied] });
  book.run('mergeEntities', { keepId: guard, mergeId: colonel });
  const articles = book.ask('listMentioningArticles', { entityId: colonel, offset: 0, limit: 9 });
  expect(articles.rows.map(({ title, published, passageCount }) => [title, published, passageCount])).toEqual(
    [
      ['At Herald', '2023', 1],
      ['At Herald', '2024-03-04', 1],
      ['At Courier', null, 1],
      ['Nobody saw who raide', null, 1],
      ['It was not them.', null, 1],
    ],
  );
  const choices = book.ask('getPassageChoices', { entityId: guard });
  const list = (filters: object) =>
    book.ask('listPassages', {
      filters: { aboutIds: [guard], ...filters },
      sort: 'date',
      offset: 0,
      limit: 9,
    }).total;
  expect(list({})).toBe(5);
  expect(choices.years.map(({ label }) => label)).toEqual(['2024', '2023']);
  for (const { id, count } of choices.years) expect(list({ from: id, to: id })).toBe(count);
  for (const { id, count } of choices.publishers) expect(list({ publisher: id })).toBe(count);
  for (const { id, count } of choices.events) expect(list({ eventIds: [id] })).toBe(count);
  for (const { id, count } of choices.tags) expect(list({ tagIds: [id] })).toBe(count);
  expect(choices.publishers.map(({ label }) => label)).toEqual(['Herald', 'Courier']);
});

/** Tables with a row or more for each event or passage. */
const longTables =
  /^SCAN (account|event|stored_mention|annotation|evidence|account_claimant|account_evidence|article|a|m|x)\b/;

test('everything comes by indexes, however many events and passages there are', () => {
  const [guard, town] = [make('Guard'), make('Town', 'place')];
  const raid = event('Raid', '2024');
  const words = passage('The Guard raided the depot.', 'The Guard raided', [guard]);
  takesPart(raid, guard, 'initiator', { ...by(guard), evidence: [words] });
  const page = { offset: 0, limit: 50 };
  const plans = plansOf(book.session.reader, () => {
    for (const side of [null, 'did', 'other'] as const)
      book.ask('listDoings', { entityId: guard, side, ...page });
    book.ask('listDoings', { entityId: town, side: null, ...page });
    book.ask('listClaims', { actorId: guard, ...page });
    book.ask('listMentioningArticles', { entityId: guard, ...page });
    book.ask('getPassageChoices', { entityId: guard });
    book.ask('listCoMentions', { entityId: guard, ...page });
  });
  expect(plans.length).toBeGreaterThan(10);
  expect(plans.flat().filter((step) => longTables.test(step))).toEqual([]);
});
