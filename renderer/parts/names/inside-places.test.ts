import { expect, it } from 'vitest';
import { areInsidePlacesOnly } from './inside-places';

const place = (name: string, ...aliases: string[]) => ({ kind: 'place' as const, name, aliases });
const actor = (name: string) => ({ kind: 'actor' as const, name, aliases: [] });

it('does not take a place for one that its name merely contains', () => {
  expect(areInsidePlacesOnly([place('Eastern Ukraine')], 'ukraine')).toBe(true);
  expect(areInsidePlacesOnly([place('Eastern Ukraine'), place('Ukraine')], 'Ukraine')).toBe(false);
  expect(areInsidePlacesOnly([place('Eastern Ukraine', 'Ukraine, eastern')], 'Ukraine')).toBe(false);
  expect(areInsidePlacesOnly([place('Eastern Ukraine')], 'ukr')).toBe(false);
  expect(areInsidePlacesOnly([], 'Ukraine')).toBe(false);
});

it('finds people by their last names', () => {
  expect(areInsidePlacesOnly([actor('Mira Tolvane')], 'Tolvane')).toBe(false);
});
