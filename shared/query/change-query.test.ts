import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addFilter,
  addPiece,
  choiceOf,
  chooseValue,
  excludeValue,
  hasExcluded,
  hasFilter,
  removeExcluded,
  removeFilter,
  withoutField,
} from './change-query';
import { parseQuery } from './parse-query';

describe('filters', () => {
  it('are added and removed without touching the rest', () => {
    const added = addFilter('kyiv  "a b"', 'actor', 'Vladimir Putin');
    expect(added).toBe('kyiv  "a b" actor:"Vladimir Putin"');
    expect(addFilter(added, 'actor', 'vladimir putin')).toBe(added);
    expect(removeFilter(added, 'actor', 'Vladimir PUTIN')).toBe('kyiv  "a b"');
    expect(removeFilter('place:Kyiv OR place:Lviv x', 'place', 'Lviv')).toBe('place:Kyiv x');
    expect(removeFilter('place:Kyiv OR place:Lviv x', 'place', 'Kyiv')).toBe('place:Lviv x');
    expect(removeFilter('a', 'place', 'Kyiv')).toBe('a');
    expect(addFilter('"a b', 'place', 'Kyiv')).toBe('"a b" place:Kyiv');
  });

  it('can hold any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        fc.pre(/[\p{L}\p{N}]/u.test(name));
        const input = addFilter('x', 'actor', name);
        expect(parseQuery(input).problems).toEqual([]);
        expect(removeFilter(input, 'actor', name)).toBe('x');
      }),
    );
  });
});

describe('values of a field', () => {
  it('are chosen into one list, and taken out of it', () => {
    const one = chooseValue('a', 'mode', 'claims');
    const two = chooseValue(one, 'mode', 'alleges');
    expect([one, two]).toEqual(['a mode:claims', 'a mode:claims,alleges']);
    expect(chooseValue(two, 'mode', 'Claims')).toBe(two);
    expect(removeFilter(two, 'mode', 'claims')).toBe('a mode:alleges');
    expect(removeFilter(two, 'mode', 'alleges')).toBe(one);
    expect(chooseValue('actor:A role:x', 'actor', 'B, C')).toBe('actor:A,"B, C" role:x');
    expect(chooseValue('actor:"A', 'actor', 'B')).toBe('actor:"A",B');
  });

  it('are left out by one list of their own', () => {
    const one = excludeValue('a mode:claims,alleges', 'mode', 'claims');
    expect(one).toBe('a mode:alleges -mode:claims');
    expect(excludeValue(one, 'mode', 'denies')).toBe('a mode:alleges -mode:claims,denies');
    expect(chooseValue(one, 'mode', 'claims')).toBe('a mode:alleges,claims');
    expect(removeExcluded(one, 'mode', 'claims')).toBe('a mode:alleges');
    expect(hasExcluded(one, 'mode', 'claims')).toBe(true);
    expect(hasFilter(one, 'mode', 'claims')).toBe(false);
    expect(choiceOf(one, 'mode')).toEqual({ chosen: ['alleges'], excluded: ['claims'] });
  });

  it('join no list of a group or of alternatives', () => {
    expect(chooseValue('(tag:x a)', 'tag', 'y')).toBe('(tag:x a) tag:y');
    expect(chooseValue('tag:x OR a', 'tag', 'y')).toBe('tag:x OR a tag:y');
    expect(withoutField('tag:x b -tag:y', 'tag')).toBe('b');
    expect(withoutField('tag:x b -tag:y', 'tag', 'excluded')).toBe('tag:x b');
  });

  it('narrow all that was asked, and change nothing of it', () => {
    expect(chooseValue('a b within:1s', 'tag', 'y')).toBe('(a b within:1s) tag:y');
    expect(chooseValue('(a b within:1s) tag:y', 'by', 'z')).toBe('(a b within:1s) tag:y by:z');
    expect(excludeValue('a within:1s', 'tag', 'y')).toBe('(a within:1s) -tag:y');
    expect(chooseValue('a within:1s', 'kind', 'note')).toBe('a within:1s kind:note');
    expect(chooseValue('(a OR b', 'tag', 'y')).toBe('(a OR b) tag:y');
    expect(chooseValue('a OR', 'tag', 'y')).toBe('(a OR) tag:y');
    expect(chooseValue('x actor:A', 'role', 'r')).toBe('role:r x actor:A');
    expect(chooseValue('actor:A x', 'role', 'r')).toBe('actor:A x role:r');
    expect(addPiece('a within:2s', '(b c within:1s)')).toBe('(a within:2s) (b c within:1s)');
  });

  it('chosen and dropped leave the query as it was', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1 }).filter((each) => /[\p{L}\p{N}]/u.test(each));
    fc.assert(
      fc.property(name, name, (first, second) => {
        const chosen = chooseValue(chooseValue('x', 'actor', first), 'actor', second);
        expect(removeFilter(removeFilter(chosen, 'actor', second), 'actor', first)).toBe('x');
        const excluded = excludeValue(excludeValue('x', 'actor', first), 'actor', second);
        expect(removeExcluded(removeExcluded(excluded, 'actor', second), 'actor', first)).toBe('x');
        expect(parseQuery(excluded).problems).toEqual([]);
      }),
    );
  });
});
