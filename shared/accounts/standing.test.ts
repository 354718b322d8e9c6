import { expect, test } from 'vitest';
import type { AccountValue, Mode } from '../model/account';
import { factsOf, type Stated } from './facts';
import { roleSide } from './role-side';
import { standingOf } from './standing';

const number = (low: number, comparison: '=' | '≥' = '='): AccountValue => ({
  kind: 'number',
  comparison,
  low,
  high: null,
});
const actor = (name: string): AccountValue => ({ kind: 'entity', entityId: name, name });
const holds = (yes: boolean): AccountValue => ({ kind: 'boolean', holds: yes });

const idsOf = (accounts: readonly Stated[]) =>
  accounts
    .map(({ id }) => id)
    .sort()
    .join();

/** Accounts of one fact by the names given. */
function fact(accounts: Readonly<Record<string, readonly [AccountValue, Mode?, Partial<Stated>?]>>) {
  const stated = Object.entries(accounts).map(([id, [value, mode = 'states', more = {}]]) => ({
    id,
    fact: value.kind === 'boolean' ? ('happened' as const) : ('count' as const),
    key: '',
    value,
    mode,
    instead: false,
    preferredReason: null,
    ...more,
  }));
  const [only] = factsOf(stated);
  return (id: string) => {
    const account = stated.find((one) => one.id === id);
    if (!only || !account) throw new Error(`no account ${id}`);
    const { outcome, agreeing, against } = standingOf(only, account);
    return [outcome, idsOf(agreeing), idsOf(against)];
  };
}

test('others agree, contradict, or are silent', () => {
  expect(fact({ a: [number(5)] })('a')).toEqual(['alone', '', '']);
  const counts = fact({ a: [number(25)], b: [number(23, '≥')], c: [number(14)], d: [number(25)] });
  expect(counts('a')).toEqual(['contested', 'b,d', 'c']);
  expect(counts('c')).toEqual(['contested', '', 'a,b,d']);
  expect(fact({ a: [number(25)], b: [number(23, '≥')] })('b')).toEqual(['agreed', 'a', '']);
});

test('the researcher decides: for it, for one that says the same, against it', () => {
  const decided = fact({
    a: [number(25)],
    b: [number(25), 'reports', { preferredReason: 'Two lists' }],
    c: [number(14)],
  });
  expect(['a', 'b', 'c'].map((id) => decided(id)[0])).toEqual(['borne out', 'preferred', 'passed over']);
});

test('denials stand against what they deny, and with each other', () => {
  const denied = fact({ a: [actor('Guard')], b: [actor('Guard'), 'denies'], c: [actor('Guard'), 'denies'] });
  expect(denied('a')).toEqual(['contested', '', 'b,c']);
  expect(denied('b')).toEqual(['contested', 'c', 'a']);
  const happened = fact({ a: [holds(true), 'denies'], b: [holds(false)], c: [holds(true), 'claims'] });
  expect(happened('a')).toEqual(['contested', 'b', 'c']);
});

test('several in one role neither agree nor contradict, unless one is said to be it instead', () => {
  expect(fact({ a: [actor('Guard')], b: [actor('Volunteers')] })('a')).toEqual(['alone', '', '']);
  const instead = fact({ a: [actor('Guard')], b: [actor('Volunteers'), 'claims', { instead: true }] });
  expect(instead('a')).toEqual(['contested', '', 'b']);
});

test('a plan is no word against what came of it', () => {
  const planned = fact({ a: [number(5), 'plans'], b: [number(7)], c: [number(6), 'plans'] });
  expect(planned('a')).toEqual(['alone', '', '']);
  expect(fact({ a: [number(5), 'plans'], c: [number(6), 'plans'] })('a')).toEqual(['contested', '', 'c']);
});

test('roles of the lists have their side, in any case; of others nothing is claimed', () => {
  expect(['Initiator', 'victim', ' actor 2', 'participant', 'bystander'].map(roleSide)).toEqual([
    'did',
    'undergone',
    'undergone',
    'other',
    'other',
  ]);
});
