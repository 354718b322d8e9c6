import { expect, it } from 'vitest';
import type { MergeConflict } from '../../../../shared/contract/program/merge';
import { commonSide, oursStays, sideOf, withAll, withOne } from './merge-choices';

const conflict = (key: string, kind = 'tags'): MergeConflict => ({
  key,
  kind,
  id: key,
  label: key,
  field: 'name',
  ours: 'a',
  theirs: 'b',
});

it('leaves ours unless theirs is chosen: of one, of a kind, of all', () => {
  const [one, other] = [conflict('one'), conflict('other', 'notes')];
  expect(sideOf(oursStays, one)).toBe('ours');
  const chosen = withOne(oursStays, 'one', 'theirs');
  expect([sideOf(chosen, one), sideOf(chosen, other)]).toEqual(['theirs', 'ours']);
  expect(commonSide(chosen, [one, other])).toBeNull();
  expect(sideOf({ prefer: 'ours', kinds: { notes: 'theirs' } }, other)).toBe('theirs');
  expect(commonSide(withAll(chosen, 'theirs'), [one, other])).toBe('theirs');
});
