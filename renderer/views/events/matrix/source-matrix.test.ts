import { expect, test } from 'vitest';
import type { Account, Claimant } from '../../../../shared/model/account';
import type { PassageRef } from '../../../../shared/model/annotation';
import { accountsTable } from '../accounts-table';
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

test('the drawing says all: no words are cut, who says it stands in the column of an article, and what is inferred', () => {
  const long = 'The association of the captains, mates and engineers of the Kessa ferries';
  const said = { ...account(1, actors(long), [passage('a')]), inferredReason: 'Nobody else counts.' };
  const svg = matrixSvg('Night', [said], 'article');
  const lines = [...svg.matchAll(/<text x="\d+" y="\d+" fill="#57534b">([^<]*)</g)].map(([, words]) => words);
  expect(lines.join(' ')).toContain(`${long}: states, inferred`);
  expect(Math.max(...lines.map((words = '') => words.length))).toBeLessThanOrEqual(27);
  // Chinese letters are as wide as they are high.
  const wide = matrixSvg('Night', [account(1, actors('中'.repeat(40)), [passage('a')])], 'speaker');
  expect(wide).toMatch(/>中{14}</);
});
