import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldForSearch } from '../../../../../shared/text/fold';
import { pluck } from '../../../core/sql';
import { temporaryNotebook } from '../../../core/temporary-notebook';
import { WordFilter } from './word-filter';
import { countTokens, tokensOf } from './word-list';

const letters = fc.constantFrom(...'ab1 .-їґ中の한ذ\n', '😀', '𝒜', 'é', '\u0301', '\uE0B5');
const text = fc.array(letters, { maxLength: 40 }).map((parts) => parts.join(''));

it('counts as many words as there are', () => {
  fc.assert(
    fc.property(text, (words) => {
      const folded = foldForSearch(words);
      expect(countTokens(folded)).toBe(tokensOf(folded).length);
    }),
  );
});

it('knows a word again, and no other', () => {
  fc.assert(
    fc.property(
      fc.array(
        text.filter((word) => word !== ''),
        { maxLength: 200 },
      ),
      (words) => {
        const filter = new WordFilter();
        const met = new Set<string>();
        for (const word of words) {
          expect(filter.addWord(word)).toBe(!met.has(word));
          met.add(word);
        }
      },
    ),
  );
});

it('keeps ten thousand words apart', () => {
  const filter = new WordFilter();
  const words = Array.from({ length: 10_000 }, (_, index) => `w${index}`);
  expect(words.every((word) => filter.addWord(word))).toBe(true);
  expect(words.some((word) => filter.addWord(word))).toBe(false);
});

it('lists every word of the index, of whatever it is', () => {
  const { capture, run, db, remove } = temporaryNotebook();
  capture('Київ, 中文 and 𝒜stral Café.');
  run('createEntity', { kind: 'actor', actorKind: '', name: 'Şükrü' });
  run('createTag', { name: 'Zählung', parentId: null });
  run('createNote', { title: 'Nota', content: '<p>bene</p>' });
  const words = pluck<string>(db, 'SELECT term FROM search_word ORDER BY term');
  expect(words).toEqual(
    expect.arrayContaining(['киів', '中', '文', 'astral', 'cafe', 'sukru', 'zahlung', 'nota', 'bene']),
  );
  remove();
});
