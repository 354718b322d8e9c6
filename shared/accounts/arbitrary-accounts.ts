/** Accounts made at random, for property tests; not part of the program. */
import fc from 'fast-check';
import { parseEdtf } from '../dates/edtf';
import { type AccountValue, comparisons, type FactKind, facts, modes } from '../model/account';
import type { Stated } from './facts';

const dates = [
  '2025',
  '2025-07',
  '2025-07-03',
  '2025-07-04',
  '2025-07-03?',
  '2025-07-01/2025-07-05',
  '2025-06/..',
  '../2025-07-04',
  '[2025-07-03,2025-07-05]',
  'XXXX-07-03',
  '2024-12-31',
  '-0043-03-15',
] as const;

/** Places (or types) in a tree: each with what it lies in, nearest first. */
const nested: readonly (readonly [id: string, within: readonly string[]])[] = [
  ['country', []],
  ['region', ['country']],
  ['town', ['region', 'country']],
  ['village', ['region', 'country']],
  ['elsewhere', []],
];

const dateValue = fc.constantFrom(...dates).map((edtf): AccountValue => {
  const { earliest, latest } = parseEdtf(edtf) ?? { earliest: null, latest: null };
  return { kind: 'date', date: { edtf, words: '', earliest, latest, referenceArticleId: null } };
});

const numberValue = fc
  .record({
    comparison: fc.constantFrom(...comparisons),
    low: fc.nat(30),
    more: fc.option(fc.integer({ min: 1, max: 10 })),
  })
  .map(
    ({ comparison, low, more }): AccountValue => ({
      kind: 'number',
      comparison,
      low,
      high: more === null ? null : low + more,
    }),
  );

const byFact: Readonly<Record<FactKind, fc.Arbitrary<AccountValue>>> = {
  happened: fc.boolean().map((holds) => ({ kind: 'boolean', holds })),
  date: dateValue,
  place: fc.constantFrom(...nested).map(([placeId, within]) => ({
    kind: 'place',
    placeId,
    name: placeId,
    precision: '',
    within,
  })),
  type: fc
    .constantFrom(...nested)
    .map(([typeId, within]) => ({ kind: 'type', typeId, name: typeId, within })),
  participant: fc
    .constantFrom('a', 'b', 'c')
    .map((entityId) => ({ kind: 'entity', entityId, name: entityId })),
  count: numberValue,
  outcome: fc.constantFrom('Sank', 'sank', 'Was towed').map((text) => ({ kind: 'text', text })),
};

/** A value that a fact can have. */
export const arbitraryValue = (fact: FactKind): fc.Arbitrary<AccountValue> => byFact[fact];

/** An account of one fact, not preferred. */
export const arbitraryAccount = (fact: FactKind): fc.Arbitrary<Stated> =>
  fc.record({
    id: fc.uuid(),
    fact: fc.constant(fact),
    key: fc.constant(fact === 'participant' ? 'target' : fact === 'count' ? 'injured' : ''),
    value: byFact[fact],
    mode: fc.constantFrom(...modes),
    instead: fc.boolean(),
    preferredReason: fc.constant(null),
  });

/** Accounts of any facts of one event, in any order. */
export const arbitraryAccounts: fc.Arbitrary<readonly Stated[]> = fc.array(
  fc.constantFrom(...facts).chain(arbitraryAccount),
  { maxLength: 12 },
);
