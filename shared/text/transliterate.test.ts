import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchTokens } from './fold';
import { beginningsOf, nameKeys } from './transliterate';

const keysOf = (name: string) => searchTokens(name).flatMap(nameKeys);
const meet = (one: string, other: string) => keysOf(one).some((key) => keysOf(other).includes(key));

describe('nameKeys', () => {
  it.each([
    ['Zelensky', 'Зеленський'],
    ['Zelenskyy', 'Зеленский'],
    ['Zelensky', 'Zelenskyy'],
    ['Putin', 'Путин'],
    ['Путін', 'Putin'],
    ['Yermak', 'Єрмак'],
    ['Honcharenko', 'Гончаренко'],
    ['Goncharenko', 'Гончаренко'],
    ['Kyiv', 'Київ'],
    ['Kiev', 'Киев'],
    ['Kharkiv', 'Харків'],
    ['Zaporizhzhia', 'Запоріжжя'],
    ['Yulia', 'Юлія'],
    ['Yeltsin', 'Ельцин'],
    ['Gryzlov', 'Ґризлов'],
    ['Τσίπρας', 'Tsipras'],
    ['Μητσοτάκης', 'Mitsotakis'],
  ])('lets %s and %s meet', (one, other) => {
    expect(meet(one, other)).toBe(true);
  });

  it.each([
    ['Zelensky', 'Zaluzhny'],
    ['Putin', 'Rutin'],
    ['Marx', 'Marks'],
    ['Kyiv', 'Киев'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(meet(one, other)).toBe(false);
  });

  it('has its token among the beginnings of its key', () => {
    const letter = fc.constantFrom(...'abcyijz', ...'абвгеєиіжхщьюя', ...'αβυχω');
    fc.assert(
      fc.property(fc.array(letter, { minLength: 2, maxLength: 8 }), (letters) => {
        const word = letters.join('');
        for (const key of nameKeys(word)) expect(beginningsOf([key])).toContain(word.slice(0, 2));
      }),
      { numRuns: 300 },
    );
  });
});
