import { expect, test } from 'vitest';
import type { Account, Claimant } from '../../../../shared/model/account';
import type { PassageRef } from '../../../../shared/model/annotation';
import { accountsTable } from '../accounts-table';
import { sentenceAfter, sentenceBefore } from '../facts/quoted-sentence';
import { matrixSvg } from './matrix-svg';
import { sourceMatrix } from './source-matrix';

const passage = (articleId: string, exact = 'words'): PassageRef => ({
  annotationId: `${articleId} ${exact}`,
  articleId,
  articleTitle: `Article ${articleId}`,
  publisher: 'Herald',
  published: '2025-07-05',
  quote: { exact, prefix: '', suffix: '' },
  state: 'exact',
  parts: [],
  start: 0,
  end: 5,
  page: '',
  chapter: '',
  comment: '',
  coder: '',
});
let made = 0;
const account = (
  low: number,
  claimant: Claimant,
  evidence: readonly PassageRef[],
  key = 'injured',
): Account => ({
  id: String(++made),
  eventId: 'e',
  fact: 'count',
  key,
  value: { kind: 'number', comparison: '=', low, high: null },
  claimant,
  mode: 'states',
  certainty: '',
  inferredReason: '',
  instead: false,
  preferredReason: null,
  comment: '',
  evidence,
  cues: [],
});
const actors = (...names: string[]): Claimant => ({
  kind: 'actors',
  actors: names.map((name) => ({ id: name, name })),
});

const accounts = [
  account(14, { kind: 'none' }, []),
  account(14, actors('Officials', 'The mayor'), [passage('a')]),
  account(23, { kind: 'narrator' }, [passage('a', 'other'), passage('b')]),
  account(550, { kind: 'unnamed', words: 'a soldier' }, [passage('b')], 'drones'),
];

test('an account stands in the column of each of its articles; what has none comes last', () => {
  const { rows, columns, cell } = sourceMatrix(accounts, 'article');
  expect(columns.map(({ label }) => label)).toEqual(['Article a', 'Article b', 'No words yet']);
  const values = rows.map((row) => columns.map((column) => cell(row, column).map(({ id }) => id)));
  expect(values).toEqual([
    [['2', '3'], ['3'], ['1']],
    [[], ['4'], []],
  ]);
});

test('an account stands in the column of each who says it', () => {
  const { columns } = sourceMatrix(accounts, 'speaker');
  expect(columns.map(({ label }) => label)).toEqual([
    'Officials',
    'The mayor',
    'Article a',
    'Article b',
    'a soldier',
    'No source',
  ]);
});

test('the table for spreadsheets has a row for each account, with all of its passages', () => {
  const { columns, rows } = accountsTable(accounts);
  expect(rows).toHaveLength(4);
  expect(rows.every(({ length }) => length === columns.length)).toBe(true);
  const at = (column: string) => rows.map((row) => row[columns.indexOf(column)]);
  expect(at('Value')).toEqual(['14', '14', '23', '550']);
  expect(at('State')).toEqual(['conflict', 'conflict', 'conflict', 'single']);
  expect(at('Who says so')).toEqual(['no source', 'Officials, The mayor', 'Article a', 'a soldier']);
  expect(at('Passages')[2]).toBe('other | words');
});

test('the drawing is well-formed whatever the words are', () => {
  const svg = matrixSvg('<Night> & "day"', [account(1, actors('A <b> & "c"'), [])], 'speaker');
  expect(svg).toContain('&lt;Night&gt; &amp; &quot;day&quot;');
  expect(svg).not.toMatch(/<b>|& /);
});

test.each([
  ['It was late. At the pier ', 'At the pier '],
  ['«Нічого». Потім ', 'Потім '],
  ['the Herald that ', 'the Herald that '],
  ['ssing, told the Herald that he ', '…told the Herald that he '],
  [`${'word '.repeat(50)}that `, `…${'word '.repeat(49)}that `],
  ['A title\nThe mayor said that ', 'The mayor said that '],
])('before the words of “%s” the sentence begins', (prefix, sentence) => {
  expect(sentenceBefore({ exact: 'x', prefix, suffix: '' })).toBe(sentence);
});

test.each([
  ['they fired', ' at the ferry. Nobody knows', ' at the ferry.'],
  ['they fired.', ' Nobody knows', ''],
  ['they fired.”', ' Nobody knows', ''],
  ['they fired', ' at the', ' at the'],
])('after “%s” the sentence ends', (exact, suffix, sentence) => {
  expect(sentenceAfter({ exact, prefix: '', suffix })).toBe(sentence);
});
