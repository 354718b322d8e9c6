import fc from 'fast-check';
import { expect, test } from 'vitest';
import { facts } from '../model/account';
import { arbitraryValue } from './arbitrary-accounts';
import { numberInterval, roomOf, valueKey, valuesAgree } from './values';

const anyFact = fc.constantFrom(...facts);
const pair = anyFact.chain((fact) => fc.tuple(arbitraryValue(fact), arbitraryValue(fact)));

test('a value agrees with itself, and agreement does not ask who spoke first', () => {
  fc.assert(
    fc.property(pair, ([a, b]) => {
      expect(valuesAgree(a, a)).toBe(true);
      expect(valuesAgree(a, b)).toBe(valuesAgree(b, a));
    }),
    { numRuns: 1000 },
  );
});

test('the same value agrees whatever else is said, and has the same room', () => {
  fc.assert(
    fc.property(pair, ([a, b]) => {
      if (valueKey(a) !== valueKey(b)) return;
      expect(valuesAgree(a, b)).toBe(true);
      expect(roomOf(a)).toBe(roomOf(b));
    }),
    { numRuns: 1000 },
  );
});

test('two numbers agree just when some number fits both', () => {
  fc.assert(
    fc.property(arbitraryValue('count'), arbitraryValue('count'), (a, b) => {
      if (a.kind !== 'number' || b.kind !== 'number') return;
      const [one, other] = [numberInterval(a), numberInterval(b)];
      const touches = [one.to - other.from, other.to - one.from].some((gap) => Math.abs(gap) < 1e-9);
      // Bounds are tenths of whole numbers here: a step of a tenth passes by none of them, but for rounding.
      const tenths = Array.from({ length: 1600 }, (_, step) => (step - 800) / 10);
      const fits = ({ from, to }: typeof one, value: number) => from - 1e-9 <= value && value <= to + 1e-9;
      const common = tenths.some((value) => fits(one, value) && fits(other, value));
      const unbounded = [one, other].every(({ to }) => to === Infinity);
      if (!touches || (Number.isInteger(one.from) && Number.isInteger(other.from)))
        expect(valuesAgree(a, b)).toBe(common || unbounded);
    }),
    { numRuns: 500 },
  );
});

test('values of different facts do not agree', () => {
  const valueOfFact = anyFact.chain((fact) => fc.tuple(fc.constant(fact), arbitraryValue(fact)));
  fc.assert(
    fc.property(valueOfFact, valueOfFact, ([one, a], [other, b]) => {
      if (one !== other) expect(valuesAgree(a, b)).toBe(false);
    }),
    { numRuns: 100 },
  );
});
