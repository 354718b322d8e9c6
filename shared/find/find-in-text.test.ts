import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FindQuery, findInText, type SearchableText } from './find-in-text';
import { isWordEdge } from './word-edge';

function textOf(...lines: readonly string[]): SearchableText {
  const text = lines.join('\n');
  let start = 0;
  const stretches = lines.map((line) => {
    const stretch = { start, end: start + line.length };
    start = stretch.end + 1;
    return stretch;
  });
  return { text, lines: stretches };
}

const plain: FindQuery = { words: '', matchCase: false, wholeWord: false, isPattern: false };

function found(text: SearchableText, query: Partial<FindQuery>, template?: string) {
  const result = findInText(text, { ...plain, ...query }, template);
  if (result.kind === 'invalid') throw new Error(result.reason);
  return result.matches.map(({ start, end }) => text.text.slice(start, end));
}

function puts(text: SearchableText, words: string, template: string): readonly string[] {
  const result = findInText(text, { ...plain, words, isPattern: true }, template);
  return result.kind === 'found' ? result.matches.map(({ put }) => put) : [];
}

describe('plain words', () => {
  it('are found in any case, or in their own', () => {
    const text = textOf('Ferry and ferry', 'FERRY');
    expect(found(text, { words: 'ferry' })).toEqual(['Ferry', 'ferry', 'FERRY']);
    expect(found(text, { words: 'ferry', matchCase: true })).toEqual(['ferry']);
    expect(found(textOf('Паром, ПАРОМ; ὈΔΟΣ ὀδός'), { words: 'паром' })).toEqual(['Паром', 'ПАРОМ']);
  });

  it('are found once in a character with several marks', () => {
    expect(found(textOf('xo\u0323\u0301\u0301y'), { words: '\u0301' })).toEqual(['o\u0323\u0301\u0301']);
  });

  it('are found whatever their typography, and give the words as they stand', () => {
    const text = textOf('the mayor’s “far\u00a0bank” – the fer\u00adry');
    expect(found(text, { words: `mayor's "far bank" - ` })).toEqual(['mayor’s “far\u00a0bank” – ']);
    expect(found(text, { words: 'ferry' })).toEqual(['fer\u00adry']);
    expect(found(textOf('e\u0301tude étude'), { words: 'étude' })).toEqual(['e\u0301tude', 'étude']);
  });

  it('mean what they say, not a pattern', () => {
    expect(found(textOf('a.c abc (x) $1 \\n'), { words: 'a.c' })).toEqual(['a.c']);
    expect(found(textOf('a.c abc (x) $1 \\n'), { words: '(x) $1 \\n' })).toEqual(['(x) $1 \\n']);
    expect(found(textOf('12/5-7'), { words: '12/5-7' })).toEqual(['12/5-7']);
  });

  it('do not go over the end of a line', () => {
    expect(
      found(
        {
          text: 'one\ttwo',
          lines: [
            { start: 0, end: 3 },
            { start: 4, end: 7 },
          ],
        },
        { words: 'one two' },
      ),
    ).toEqual([]);
  });

  it('of nothing but soft hyphens are nowhere', () => {
    expect(found(textOf('abc'), { words: '\u00ad' })).toEqual([]);
    expect(found(textOf('abc'), { words: '' })).toEqual([]);
  });
});

describe('whole words', () => {
  it('are told from parts of words in any script', () => {
    const whole = (line: string, words: string) => found(textOf(line), { words, wholeWord: true }).length;
    expect(whole('ferry ferrying a-ferry', 'ferry')).toBe(2);
    expect(whole('порт портовый в порт.', 'порт')).toBe(2);
    expect(whole('كتاب الكتاب كتابٌ', 'كتاب')).toBe(1);
    expect(whole('cafe\u0301 cafe', 'cafe')).toBe(1);
    expect(whole('𝒜𝒜 𝒜', '𝒜')).toBe(1);
  });

  it('are told apart where no spaces are written', () => {
    const line = '東京都庁は新宿にある';
    expect(found(textOf(line), { words: '新宿', wholeWord: true })).toEqual(['新宿']);
    expect(found(textOf(line), { words: '宿に', wholeWord: true })).toEqual([]);
  });

  it('begin and end at the ends of a text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(isWordEdge(text, 0) && isWordEdge(text, text.length)).toBe(true);
      }),
    );
  });
});

describe('patterns', () => {
  it('are taken by the letter, line by line', () => {
    const text = textOf('7 dead', '23 injured, 5 missing');
    expect(found(text, { words: '^\\d+', isPattern: true })).toEqual(['7', '23']);
    expect(found(text, { words: '\\p{L}+$', isPattern: true })).toEqual(['dead', 'missing']);
    expect(found(textOf('“x” "x"'), { words: '"x"', isPattern: true })).toEqual(['"x"']);
  });

  it('that match nothing at all find nothing', () => {
    expect(found(textOf('abc'), { words: 'x*', isPattern: true })).toEqual([]);
  });

  it('that are none say why', () => {
    expect(findInText(textOf('a'), { ...plain, words: '(a', isPattern: true })).toEqual({
      kind: 'invalid',
      reason: 'Unterminated group',
    });
  });

  it('put groups, named ones and dollar signs into what replaces them', () => {
    const text = textOf('23 June 2024');
    expect(puts(text, '(\\d+) (?<month>\\p{L}+)', '$<month> $1, $$$& $3 $12')).toEqual([
      'June 23, $23 June $3 232',
    ]);
    expect(puts(text, '(x)?2024', '[$1]')).toEqual(['[]']);
  });
});

it('finds what is there: every match reads as the words, in their order', () => {
  const any = fc.array(fc.stringMatching(/^[ab “”"–-]{0,12}$/), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(any, fc.stringMatching(/^[ab"-]{1,3}$/), (lines, words) => {
      const matches = found(textOf(...lines), { words, matchCase: true });
      const read = (one: string) => one.replace(/[“”]/g, '"').replace(/–/g, '-');
      expect(matches.map(read)).toEqual(matches.map(() => words));
      const expected = lines.reduce((sum, line) => sum + read(line).split(words).length - 1, 0);
      expect(matches.length).toBe(expected);
    }),
  );
});
