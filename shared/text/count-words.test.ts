import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countWords } from './count-words';

const word =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]|[\p{L}\p{N}\p{M}]+(?:['’\-.][\p{L}\p{N}\p{M}]+)*/gu;

it('counts what its pattern finds, character by character or not', () => {
  const pieces = fc.constantFrom(..."ab1 .-’'\nїéΣ中。かーไ한ע", '\u0301', '😀', '𝒜', '𠀀', '\ud800');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      expect(countWords(text)).toBe(text.match(word)?.length ?? 0);
    }),
    { numRuns: 2000 },
  );
});

it.each([
  ['', 0],
  ['It’s a state-of-the-art U.S. plan.', 5],
  ['“Київ” – 3.5 млн', 3],
  ['他说 OK', 3],
])('of %s are %i', (text, count) => {
  expect(countWords(text)).toBe(count);
});
