import { expect, test } from 'vitest';
import type { AccountValue, FactKind, Mode } from '../model/account';
import { factsOf, type Stated } from './facts';
import { settleEvent } from './settle';

let made = 0;
const said = (
  fact: FactKind,
  value: AccountValue,
  mode: Mode = 'states',
  more: Partial<Stated> = {},
): Stated => ({
  id: String(++made),
  fact,
  key: '',
  value,
  mode,
  instead: false,
  preferredReason: null,
  ...more,
});

const number = (low: number, comparison: '=' | '≥' = '='): AccountValue => ({
  kind: 'number',
  comparison,
  low,
  high: null,
});
const date = (edtf: string, earliest: string, latest = earliest): AccountValue => ({
  kind: 'date',
  date: { edtf, words: '', earliest, latest, referenceArticleId: null },
});
const happened: AccountValue = { kind: 'boolean', holds: true };
const actor = (name: string): AccountValue => ({ kind: 'entity', entityId: name, name });
const place = (placeId: string, ...within: string[]): AccountValue => ({
  kind: 'place',
  placeId,
  name: placeId,
  precision: '',
  within,
});
const stateOf = (accounts: readonly Stated[]) => factsOf(accounts)[0]?.state;

test('values that can both be true agree, and the one that says more is settled', () => {
  const [fact] = factsOf([said('count', number(23, '≥')), said('count', number(25))]);
  expect(fact).toMatchObject({ state: 'agreed', settled: number(25) });
  const [where] = factsOf([said('place', place('Ukraine')), said('place', place('Kyiv', 'Ukraine'))]);
  expect(where).toMatchObject({ state: 'agreed', settled: { placeId: 'Kyiv' } });
});

test('values that cannot both be true are a conflict until one is preferred', () => {
  const accounts = [said('count', number(14)), said('count', number(23, '≥'))];
  expect(factsOf(accounts)[0]).toMatchObject({ state: 'conflict', settled: null });
  const decided = accounts.map((one, index) =>
    index === 1 ? { ...one, preferredReason: 'Two lists' } : one,
  );
  const [fact] = factsOf(decided);
  expect(fact).toMatchObject({ state: 'decided', settled: number(23, '≥') });
  expect(fact?.groups.map(({ accounts: { length } }) => length)).toEqual([1, 1]);
});

test('a denial contests the value it denies and no other', () => {
  const [fact] = factsOf([
    said('count', number(14)),
    said('count', number(14), 'denies'),
    said('count', number(12, '≥')),
  ]);
  expect(fact?.state).toBe('conflict');
  expect(fact?.groups.map(({ isContested, denials }) => [isContested, denials.length])).toEqual([
    [true, 1],
    [false, 0],
  ]);
});

test('a value that is only denied settles nothing and is no conflict', () => {
  const [fact] = factsOf([said('place', place('Sumy'), 'denies')]);
  expect(fact).toMatchObject({ state: 'single', settled: null });
});

test('denying that it happened is saying that it did not', () => {
  expect(settleEvent([said('happened', happened, 'denies')]).happened).toBe('no');
  expect(
    settleEvent([said('happened', happened, 'claims'), said('happened', happened, 'denies')]),
  ).toMatchObject({ happened: 'contested', conflictCount: 1 });
});

test('what is only planned is planned; a plan contradicts nothing once there is word of what came of it', () => {
  const plan = said('date', date('2025-07-10', '2025-07-10'), 'plans');
  expect(settleEvent([plan])).toMatchObject({ happened: 'planned', date: { edtf: '2025-07-10' } });
  expect(factsOf([plan])[0]?.isPlanned).toBe(true);
  const held = said('date', date('2025-07-12', '2025-07-12'), 'reports');
  expect(settleEvent([plan, held])).toMatchObject({ conflictCount: 0, date: { edtf: '2025-07-12' } });
});

test('contested days settle to one of a set, other dates to what covers them', () => {
  const days = ['2025-07-03', '2025-07-05'].map((day) => said('date', date(day, day)));
  expect(settleEvent(days).date).toMatchObject({
    edtf: '[2025-07-03,2025-07-05]',
    earliest: '2025-07-03',
    latest: '2025-07-05',
  });
  const mixed = [...days, said('date', date('2025-08-01?', '2025-08-01'))];
  expect(settleEvent(mixed).date).toMatchObject({ earliest: '2025-07-03', latest: '2025-08-01' });
});

test('several can take part in one role, unless one is said to be instead of the others', () => {
  const two = ['A', 'B'].map((name) => said('participant', actor(name), 'states', { key: 'initiator' }));
  expect(stateOf(two)).toBe('agreed');
  const instead = said('participant', actor('C'), 'claims', { key: 'initiator', instead: true });
  expect(stateOf([...two, instead])).toBe('conflict');
  const elsewhere = { ...instead, key: 'target' };
  expect(factsOf([...two, elsewhere]).map(({ state }) => state)).toEqual(['agreed', 'single']);
});

test('counts of different things and outcomes of different labels are facts of their own', () => {
  const accounts = [
    said('count', number(550), 'states', { key: 'drones' }),
    said('count', number(23), 'states', { key: 'injured' }),
  ];
  expect(factsOf(accounts).map(({ key, state }) => [key, state])).toEqual([
    ['drones', 'single'],
    ['injured', 'single'],
  ]);
});
