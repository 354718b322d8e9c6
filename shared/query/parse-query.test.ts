import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completionAt } from './complete-query';
import { addFilter, formatQuery, removeFilter } from './format-query';
import { parseQuery } from './parse-query';

const word = (text: string, prefix = false) => ({ kind: 'word', text, prefix });

describe('parseQuery', () => {
  it.each([
    ['', null],
    ['ceasefire', word('ceasefire')],
    ['cease*', word('cease', true)],
    ['a b', { kind: 'and', nodes: [word('a'), word('b')] }],
    ['a OR b c', { kind: 'and', nodes: [{ kind: 'or', nodes: [word('a'), word('b')] }, word('c')] }],
    ['(a b) OR c', { kind: 'or', nodes: [{ kind: 'and', nodes: [word('a'), word('b')] }, word('c')] }],
    ['-a', { kind: 'not', node: word('a') }],
    ['-"no progress"', { kind: 'not', node: { kind: 'phrase', text: 'no progress' } }],
    ['“no  progress”', { kind: 'phrase', text: 'no progress' }],
    ['Actor:"Vladimir Putin"', { kind: 'name', field: 'actor', value: 'Vladimir Putin' }],
    ['-tag:draft', { kind: 'not', node: { kind: 'name', field: 'tag', value: 'draft' } }],
    ['in:title', { kind: 'scope', scope: 'title' }],
    ['kind:note', { kind: 'kind', value: 'note' }],
    [
      'published:2025-07',
      { kind: 'published', value: '2025-07', earliest: '2025-07-01', latest: '2025-07-31' },
    ],
    [
      'published:2025-01..2025-06',
      { kind: 'published', value: '2025-01..2025-06', earliest: '2025-01-01', latest: '2025-06-30' },
    ],
    ['published:2024..', { kind: 'published', value: '2024..', earliest: '2024-01-01', latest: null }],
    ['pro-Russian', word('pro-Russian')],
    ['https://a.example', word('https://a.example')],
  ])('reads %s', (input, root) => {
    expect(parseQuery(input)).toEqual({ root, problems: [] });
  });

  it.each([
    ['"open phrase', { kind: 'phrase', text: 'open phrase' }],
    ['(a', word('a')],
    ['a)', word('a')],
    ['OR a', word('a')],
    ['a OR', word('a')],
    ['actor:', null],
    ['in:margin', { kind: 'phrase', text: 'in margin' }],
    ['published:yesterday', { kind: 'phrase', text: 'published yesterday' }],
    ['😀', null],
  ])('degrades %s and says so', (input, root) => {
    const query = parseQuery(input);
    expect(query.root).toEqual(root);
    expect(query.problems).toHaveLength(1);
  });

  const pieces = fc.constantFrom(
    '"',
    '(',
    ')',
    '-',
    ' ',
    'OR ',
    'a',
    'Ї',
    '中',
    '*',
    ':',
    'actor:',
    'in:',
    'published:',
    '2025',
    '..',
    '“',
    '😀',
    'in:title',
    '\n',
    '|',
    "'",
    '\\',
    'NEAR(',
    '^',
    '+',
    'NOT ',
  );
  const anyInput = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
  );

  it('never throws, and what it formats means the same', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const query = parseQuery(input);
        expect(parseQuery(formatQuery(query)).root).toEqual(query.root);
      }),
      { numRuns: 3000 },
    );
  });

  it('survives absurd nesting', () => {
    expect(parseQuery(`${'('.repeat(100_000)}a`).root).toEqual(word('a'));
    expect(parseQuery(`${'-('.repeat(5000)}a${')'.repeat(5000)}`).root).not.toBeNull();
  });
});

describe('filters', () => {
  it('are added and removed without touching the rest', () => {
    const added = addFilter('kyiv  "a b"', 'actor', 'Vladimir Putin');
    expect(added).toBe('kyiv  "a b" actor:"Vladimir Putin"');
    expect(addFilter(added, 'actor', 'vladimir putin')).toBe(added);
    expect(removeFilter(added, 'actor', 'Vladimir PUTIN')).toBe('kyiv  "a b"');
    expect(removeFilter('place:Kyiv OR place:Lviv x', 'place', 'Lviv')).toBe('place:Kyiv x');
    expect(removeFilter('place:Kyiv OR place:Lviv x', 'place', 'Kyiv')).toBe('place:Lviv x');
    expect(removeFilter('a', 'place', 'Kyiv')).toBe('a');
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

describe('completionAt', () => {
  it.each([
    ['kyi|', null, 'kyi', 0, 3],
    ['a actor:Pu|', 'actor', 'Pu', 8, 10],
    ['a actor:"Vladimir P|utin" b', 'actor', 'Vladimir P', 8, 24],
    ['actor:| b', 'actor', '', 6, 6],
    ['a |', null, '', 2, 2],
    ['-act|', null, 'act', 1, 4],
    ['tag:"open wor|', 'tag', 'open wor', 4, 13],
  ])('at %s', (marked, field, prefix, replaceStart, replaceEnd) => {
    const caret = marked.indexOf('|');
    expect(completionAt(marked.replace('|', ''), caret)).toEqual({ field, prefix, replaceStart, replaceEnd });
  });
});
