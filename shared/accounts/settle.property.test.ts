import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AccountValue, facts } from '../model/account';
import { arbitraryAccount, arbitraryAccounts } from './arbitrary-accounts';
import { factsOf, type Stated } from './facts';
import { settleEvent } from './settle';
import { compareDays, roomOf, valuesAgree } from './values';

const ofOneFact = fc
  .constantFrom(...facts)
  .chain((fact) => fc.array(arbitraryAccount(fact), { minLength: 1, maxLength: 6 }));

const affirmed = (accounts: readonly Stated[]): readonly AccountValue[] =>
  accounts.filter(({ mode }) => mode !== 'denies').map(({ value }) => value);

/** Whether a day may lie before (or after) what a date says. */
const reaches = (outer: string | null, inner: string | null, sign: 1 | -1): boolean =>
  outer === null || (inner !== null && sign * compareDays(outer, inner) <= 0);

test('no account is lost: each stands in one group of its fact', () => {
  fc.assert(
    fc.property(arbitraryAccounts, (accounts) => {
      const shown = factsOf(accounts).flatMap(({ groups }) =>
        groups.flatMap(({ accounts: said, denials }) => [...said, ...denials]),
      );
      expect(shown.map(({ id }) => id).sort()).toEqual(accounts.map(({ id }) => id).sort());
    }),
  );
});

test('what is settled was said by somebody, and nothing is settled while a conflict is open', () => {
  fc.assert(
    fc.property(ofOneFact, (accounts) => {
      const [fact] = factsOf(accounts);
      if (!fact) throw new Error('no fact');
      if (fact.state === 'conflict') expect(fact.settled).toBeNull();
      if (!fact.settled || fact.settled.kind === 'boolean') return;
      const values = affirmed(accounts);
      expect(values).toContainEqual(fact.settled);
    }),
    { numRuns: 500 },
  );
});

test('where nobody decides, the settled value agrees with every value that counts, and none says more', () => {
  fc.assert(
    fc.property(ofOneFact, (accounts) => {
      const [fact] = factsOf(accounts);
      const settled = fact?.settled;
      if (!settled || settled.kind === 'boolean' || settled.kind === 'entity') return;
      const done = accounts.filter(({ mode }) => mode !== 'plans');
      const counting = affirmed(done).length > 0 ? done : accounts;
      for (const value of affirmed(counting)) {
        expect(valuesAgree(settled, value)).toBe(true);
        expect(roomOf(settled)).toBeLessThanOrEqual(roomOf(value));
      }
    }),
    { numRuns: 500 },
  );
});

test('the day an event sorts by is never surer than its accounts: each that counts may be true within it', () => {
  fc.assert(
    fc.property(fc.array(arbitraryAccount('date'), { minLength: 1, maxLength: 5 }), (accounts) => {
      const { date, conflictCount } = settleEvent(accounts);
      if (conflictCount === 0 || !date) return;
      for (const value of affirmed(accounts)) {
        if (value.kind !== 'date') continue;
        expect(reaches(date.earliest, value.date.earliest, 1)).toBe(true);
        expect(reaches(date.latest, value.date.latest, -1)).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});

test('a preferred account decides its fact alone; taking the preference off brings the conflict back', () => {
  fc.assert(
    fc.property(ofOneFact, fc.nat(), (accounts, pick) => {
      const chosen = accounts[pick % accounts.length];
      const [before] = factsOf(accounts);
      const [after] = factsOf(
        accounts.map((account) => (account === chosen ? { ...account, preferredReason: 'Seen' } : account)),
      );
      if (!before || !after || !chosen) throw new Error('no fact');
      expect(after.preferred?.id).toBe(chosen.id);
      expect(after.state === 'decided').toBe(before.state === 'conflict');
      expect(after.groups.length).toBe(before.groups.length);
      if (chosen.mode === 'denies' && chosen.value.kind !== 'boolean') expect(after.settled).toBeNull();
      else expect(after.settled?.kind).toBe(chosen.value.kind);
    }),
    { numRuns: 500 },
  );
});

test('the order in which accounts were made decides neither state nor conflicts', () => {
  const inTwoOrders = arbitraryAccounts.chain((accounts) =>
    fc.tuple(fc.constant(accounts), fc.shuffledSubarray([...accounts], { minLength: accounts.length })),
  );
  fc.assert(
    fc.property(inTwoOrders, ([accounts, shuffled]) => {
      const [one, other] = [settleEvent(accounts), settleEvent(shuffled)];
      expect(other.conflictCount).toBe(one.conflictCount);
      expect(other.happened).toBe(one.happened);
      expect(other.date?.earliest).toBe(one.date?.earliest);
      expect(other.date?.latest).toBe(one.date?.latest);
    }),
    { numRuns: 500 },
  );
});
