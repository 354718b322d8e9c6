import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WordNode } from '../../../../shared/query/query';
import { type TemporaryNotebook, temporaryNotebook } from '../../core/temporary-notebook';
import { expandNode } from '../match/expand';
import type { ExpandedNode } from '../match/expressions';
import { placesOfScopes, rowsWithWords } from '../match/match-words';
import { searchState } from '../match/search-state';
import { frequencyOfNode, frequencyOfToken } from './word-frequency';

let book: TemporaryNotebook;
const words = ['talks', 'talked', 'talk', 'strike', 'strikes', 'reden', 'und', 'war', 'nowhere'];

beforeAll(() => {
  book = temporaryNotebook();
  for (let number = 0; number < 40; number++) {
    const text = words.filter((_, index) => (number * 7 + index * index) % (index + 2) === 0).join(' ');
    const language = ['en', 'de', ''][number % 3] ?? '';
    const metadata = { title: `A ${words[number % 8]}`, authors: [], publisher: '', url: '', language };
    book.capture(`${text} ${number}`, { metadata: { ...metadata, published: null, fields: {} } });
  }
});
afterAll(() => book.remove());

function expanded(text: string): ExpandedNode | null {
  const node: WordNode = { kind: 'word', text, prefix: false, fuzzy: 0, exact: false };
  const choice = { stemming: true, completed: null };
  return expandNode(searchState(book.db), node, choice, () => {});
}

it('finds the same rows whether words are asked apart, kept, or together', () => {
  const { db } = book;
  const asked = fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 3 });
  const scopes = fc.constantFrom([], ['title'] as const, ['text'] as const);
  const uses = fc.constantFrom({ kept: -1, common: -1 }, { kept: 20, common: 40 }, { kept: -1, common: 40 });
  fc.assert(
    fc.property(
      asked,
      fc.constantFrom('AND' as const, 'OR' as const),
      scopes,
      uses,
      (texts, of, within, use) => {
        const nodes = texts.flatMap((text) => expanded(text) ?? []);
        const places = placesOfScopes(within);
        const together = { kept: 1e9, common: 1e9 };
        const rows = rowsWithWords(searchState(db), nodes, of, places, null, together).toArray();
        expect(rowsWithWords(searchState(db), nodes, of, places, null, use).toArray()).toEqual(rows);
      },
    ),
  );
  const talks = expanded('talks');
  expect(
    talks && rowsWithWords(searchState(db), [talks], 'OR', placesOfScopes([]), null).count(),
  ).toBeGreaterThan(5);
});

it('knows about how many rows have a word', () => {
  const state = searchState(book.db);
  expect(frequencyOfToken(state, 'nowhere words')).toBe(0);
  expect(frequencyOfToken(state, 'talks')).toBeGreaterThan(0);
  const talks = expanded('talks');
  expect(talks && frequencyOfNode(state, talks)).toBeGreaterThanOrEqual(frequencyOfToken(state, 'talks'));
});
