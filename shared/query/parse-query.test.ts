import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completionAt } from './complete-query';
import { formatQuery } from './format-query';
import { parseQuery } from './parse-query';
import type { WordNode } from './query';

const word = (text: string, more: Partial<WordNode> = {}) => ({
  kind: 'word',
  text,
  prefix: false,
  fuzzy: 0,
  exact: false,
  ...more,
});
const phrase = (text: string, exact = false) => ({ kind: 'phrase', text, exact });
const actor = (value: string, ...roles: string[]) => ({ kind: 'actor', value, roles });
const name = (field: string, value: string) => ({ kind: 'name', field, value });
const mode = (value: string) => ({ kind: 'value', field: 'mode', value });
const and = (...nodes: unknown[]) => ({ kind: 'and', nodes });
const or = (...nodes: unknown[]) => ({ kind: 'or', nodes });
const not = (node: unknown) => ({ kind: 'not', node });
const within = (node: unknown, size: number, unit = 'sentence') => ({ kind: 'within', node, size, unit });
const near = (distance: number, ...operands: unknown[]) => ({ kind: 'near', operands, distance });
const published = (value: string, earliest: string | null, latest: string | null) => ({
  kind: 'date',
  field: 'published',
  value,
  earliest,
  latest,
});

describe('parseQuery', () => {
  it.each([
    ['', null],
    ['ceasefire', word('ceasefire')],
    ['cease*', word('cease', { prefix: true })],
    ['=cease', word('cease', { exact: true })],
    ['=OR', word('OR', { exact: true })],
    ['="cease fire"', phrase('cease fire', true)],
    ['cesefire~', word('cesefire', { fuzzy: 1 })],
    ['cesefre~2', word('cesefre', { fuzzy: 2 })],
    ['a b', and(word('a'), word('b'))],
    ['a AND b', and(word('a'), word('b'))],
    ['a OR b c', and(or(word('a'), word('b')), word('c'))],
    ['a|b | c', or(word('a'), word('b'), word('c'))],
    ['(a b) OR c', or(and(word('a'), word('b')), word('c'))],
    ['-a', not(word('a'))],
    ['NOT a', not(word('a'))],
    ['-"no progress"', not(phrase('no progress'))],
    ['“no  progress”', phrase('no progress')],
    ['a NEAR/5 b', near(5, word('a'), word('b'))],
    ['a NEAR "b c" NEAR d*', near(10, word('a'), phrase('b c'), word('d', { prefix: true }))],
    ['a NEAR/3 b OR c', or(near(3, word('a'), word('b')), word('c'))],
    ['Actor:"Vladimir Putin"', actor('Vladimir Putin')],
    ['actor:Zel*ky', actor('Zel*ky')],
    ['actor:Putin role:speaker', actor('Putin', 'speaker')],
    ['actor:A,B role:x,"y z" a', and(or(actor('A', 'x', 'y z'), actor('B', 'x', 'y z')), word('a'))],
    ['role:speaker actor:Putin', and(name('role', 'speaker'), actor('Putin'))],
    ['actor:A -role:x', and(actor('A'), not(name('role', 'x')))],
    ['-tag:draft', not(name('tag', 'draft'))],
    ['mode:claims,alleges', or(mode('claims'), mode('alleges'))],
    ['mode:claim', mode('claims')],
    ['-mode:claims,denies', not(or(mode('claims'), mode('denies')))],
    ['claimant:narrator', name('claimant', 'narrator')],
    ['author:"Jane Doe"', name('by', 'Jane Doe')],
    ['lang:German', { kind: 'value', field: 'lang', value: 'de' }],
    ['color:Yellow', { kind: 'value', field: 'colour', value: 'yellow' }],
    ['certainty:unsaid', { kind: 'value', field: 'certainty', value: 'unsaid' }],
    ['has:conflicts', { kind: 'value', field: 'has', value: 'conflict' }],
    ['in:title', { kind: 'scope', scope: 'title' }],
    ['kind:note', { kind: 'kind', value: 'note' }],
    ['actor:A actor:B within:2s', within(and(actor('A'), actor('B')), 2)],
    [
      'within:1p kind:passage actor:A b',
      and({ kind: 'kind', value: 'passage' }, within(and(actor('A'), word('b')), 1, 'paragraph')),
    ],
    ['(a b within:s) c', and(within(and(word('a'), word('b')), 1), word('c'))],
    ['published:2025-07', published('2025-07', '2025-07-01', '2025-07-31')],
    ['published:2025-01..2025-06', published('2025-01..2025-06', '2025-01-01', '2025-06-30')],
    ['published:2024..', published('2024..', '2024-01-01', null)],
    ['date:2024-05', { ...published('2024-05', '2024-05-01', '2024-05-31'), field: 'date' }],
    ['published:[2023,2024]', published('[2023,2024]', '2023-01-01', '2024-12-31')],
    ['pro-Russian', word('pro-Russian')],
    ['https://a.example', word('https://a.example')],
    ['see 12:30', and(word('see'), word('12:30'))],
    ['Talks: - falter', and(word('Talks:'), word('falter'))],
  ])('reads %s', (input, root) => {
    expect(parseQuery(input)).toEqual({ root, sort: null, problems: [] });
  });

  it.each([
    ['"open phrase', phrase('open phrase')],
    ['(a', word('a')],
    ['a)', word('a')],
    ['OR a', word('a')],
    ['a OR', word('a')],
    ['a NEAR', word('a')],
    ['a NEAR -b', and(word('a'), not(word('b')))],
    ['a NEAR/2 actor:B', and(word('a'), actor('B'))],
    ['a NEAR/2 b NEAR/3 c', near(2, word('a'), word('b'), word('c'))],
    ['it~2', word('it')],
    ['OR~2', word('or')],
    ['four~2', word('four', { fuzzy: 1 })],
    ['pro-war~1', word('pro-war')],
    ['war*~1', word('war', { fuzzy: 1 })],
    ['actor:', null],
    ['in:margin', phrase('in margin')],
    ['mode:claims,shouts', or(mode('claims'), phrase('mode shouts'))],
    ['lang:klingonese', phrase('lang klingonese')],
    ['sort:best a', word('a')],
    ['within:2s', null],
    ['a b within:far', and(word('a'), word('b'))],
    ['a within:2s within:1p', within(word('a'), 2)],
    ['published:yesterday', phrase('published yesterday')],
    ['published:2025-07..2024', published('2024..2025-07', '2024-01-01', '2025-07-31')],
    ['😀', null],
    ['*', null],
    ['NOT', null],
    ['title:x', word('title:x')],
    ['title:"a b" c', and(word('title:'), phrase('a b'), word('c'))],
    ['a NEAR/x b', near(10, word('a'), word('b'))],
    ['a NEAR/9999 b', near(1000, word('a'), word('b'))],
    ['a b within:0s', within(and(word('a'), word('b')), 1)],
    ['a b within:101s', within(and(word('a'), word('b')), 100)],
    [`"${'a '.repeat(101)}"`, phrase(Array(100).fill('a').join(' '))],
    ['中'.repeat(101), word('中'.repeat(100))],
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
    ' NEAR/2 ',
    'NEAR',
    '~2',
    '~',
    '=',
    ',',
    'role:',
    'mode:claims',
    'within:2s ',
    'within:1p',
    'kind:note',
    'sort:title',
    'lang:en',
    'word',
    '{',
    '[',
    '?',
  );
  const anyInput = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
  );

  it('never throws, and what it formats means the same', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const query = parseQuery(input);
        const again = parseQuery(formatQuery(query));
        expect({ ...again, problems: [] }).toEqual({ ...query, problems: [] });
      }),
      { numRuns: 3000 },
    );
  });

  it('knows the order that is asked for, wherever it stands', () => {
    expect(parseQuery('sort:newest a')).toEqual({ root: word('a'), sort: 'newest', problems: [] });
    expect(parseQuery('(a sort:title) sort:place')).toMatchObject({ root: word('a'), sort: 'title' });
  });

  it.each([
    '(',
    '-(',
    '"',
    '"" ',
    '*',
    '~',
    '~1',
    '=',
    ',',
    'a,',
    'actor:',
    'actor:a,',
    'mode:claims,',
    'actor:a role:b ',
    'within:2s ',
    '(a within:2s ',
    'a NEAR ',
    'NEAR/9',
    'OR ',
    '|',
    'a|',
    '-',
    '😀',
    '[',
    'published:[',
    '2025..',
    'a*~1',
    '\u0000',
  ])('reads ten thousand of %j: their square would outlast the test', (piece) => {
    const formatted = formatQuery(parseQuery(piece.repeat(10_000)));
    expect(formatQuery(parseQuery(formatted))).toBe(formatted);
  });

  it('survives absurd nesting', () => {
    expect(parseQuery(`${'('.repeat(100_000)}a`).root).toEqual(word('a'));
    expect(parseQuery(`${'-('.repeat(5000)}a${')'.repeat(5000)}`).root).not.toBeNull();
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
    ['mode:claims,all|', 'mode', 'all', 12, 15],
    ['mode:claims,|', 'mode', '', 12, 12],
    ['mode:cl|,alleges', 'mode', 'cl', 5, 7],
    ['=kyi|', null, 'kyi', 0, 4],
  ])('at %s', (marked, field, prefix, replaceStart, replaceEnd) => {
    const caret = marked.indexOf('|');
    const isQuoted = /"[^"]*\|/.test(marked);
    const expected = { field, prefix, isQuoted, replaceStart, replaceEnd };
    expect(completionAt(marked.replace('|', ''), caret)).toEqual(expected);
  });
});
