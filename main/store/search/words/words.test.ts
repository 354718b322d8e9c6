import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../shared/query/parse-query';
import type { PhraseNode, WordNode } from '../../../../shared/query/query';
import { isWithinDistance, piecesOf } from './edit-distance';
import { completeWord, expandWord, type WordContext } from './expand-word';
import type { Vocabulary } from './expansion';
import { knownNames, otherNamesOf } from './known-names';
import { areForms, stemOf } from './stems';
import { askedWords, wordsMatchedAt } from './token-matches';

const names = knownNames([
  { entityId: 'z', name: 'Volodymyr Zelensky', isPerson: true },
  { entityId: 'z', name: 'Зеленський', isPerson: true },
  { entityId: 'z', name: 'Володимир Зеленський', isPerson: true },
  { entityId: 'k', name: 'Kyiv', isPerson: false },
  { entityId: 'k', name: 'Киев', isPerson: false },
  { entityId: 'u', name: 'United States', isPerson: false },
  { entityId: 'u', name: 'US', isPerson: false },
  { entityId: 't', name: 'Donald Trump', isPerson: true },
]);
const words = [
  'negotiate negotiated negotiations negotiator trump trumps state states zelensky zelenskyy zelenskys zelenski',
  'зеленськии зеленськии зеленскии київ киів киев kyiv us united talk talks talked',
  'verhandlung verhandlungen переговоры переговоров перемовини перемовин cat cast cats scat acts',
].flatMap((line) => line.split(' '));
const seen = [...new Set(words)];

/** The words above; the later in the list, the likelier. */
const vocabulary: Vocabulary = {
  prefix: (prefix) => seen.filter((term) => term.startsWith(prefix)).sort(),
  likeliest: (prefix, count) =>
    seen
      .filter((term) => term.startsWith(prefix))
      .reverse()
      .slice(0, count),
  has: (term) => seen.includes(term),
  holding: (pieces, shortest, longest) =>
    seen.filter(
      (term) =>
        term.length >= shortest && term.length <= longest && pieces.some((piece) => term.includes(piece)),
    ),
};
const languages = ['en', 'de', 'fr', 'ru', 'uk', 'pl'];
const context: WordContext = { vocabulary, names, languages, stems: true };

const nodeOf = (query: string): WordNode | PhraseNode => {
  const { root } = parseQuery(query);
  if (root?.kind !== 'word' && root?.kind !== 'phrase') throw new Error(`not a word: ${query}`);
  return root;
};
const expand = (query: string, more: Partial<WordContext> = {}) =>
  expandWord({ ...context, ...more }, nodeOf(query));
const foundBy = (query: string, language: string | null = null, more: Partial<WordContext> = {}) =>
  expand(query, more)
    ?.forms.filter((form) => form.language === null || form.language === language)
    .flatMap(({ tokens }) => tokens.map((each) => each.join(' ')))
    .sort();

describe('stems', () => {
  it.each([
    ['en', 'negotiations', 'negotiated'],
    ['en', 'happy', 'happiness'],
    ['en', 'claims', 'claimed'],
    ['de', 'verhandlung', 'verhandlungen'],
    ['de', 'angriffe', 'angriffen'],
    ['fr', 'negociation', 'negociations'],
    ['fr', 'attaque', 'attaques'],
    ['ru', 'переговоры', 'переговоров'],
    ['ru', 'россиискии', 'россииского'],
    ['ru', 'украинскии', 'украинских'],
    ['ru', 'новыи', 'новая'],
    ['uk', 'перемовини', 'перемовин'],
    ['uk', 'украінськии', 'украінського'],
    ['uk', 'новии', 'нова'],
    ['uk', 'наступ', 'наступу'],
    ['uk', 'росіиськоі', 'росіиська'],
    ['uk', 'вииськових', 'вииськовии'],
    ['uk', 'заявив', 'заявила'],
    ['uk', 'віина', 'віиною'],
    ['uk', 'віини', 'віину'],
    ['uk', 'школа', 'школу'],
    ['uk', 'солдати', 'солдатів'],
    ['uk', 'президент', 'президентом'],
    ['uk', 'питання', 'питань'],
    ['uk', 'атакувати', 'атакував'],
    ['ru', 'воина', 'воинои'],
    ['ru', 'заявил', 'заявила'],
    ['ru', 'наступление', 'наступления'],
    ['de', 'haus', 'hauser'],
    ['de', 'regierung', 'regierungen'],
    ['fr', 'national', 'nationaux'],
    ['fr', 'president', 'presidents'],
    ['fr', 'militaire', 'militaires'],
  ])('in %s: %s and %s are one', (language, one, other) => {
    expect(stemOf(language, one)).toBe(stemOf(language, other));
    expect(areForms(language, one, other)).toBe(true);
  });

  it.each([
    ['en', 'state', 'statue'],
    ['de', 'krieg', 'kriege'.replace('kriege', 'krug')],
    ['ru', 'война'.replace('й', 'и'), 'воина'.replace('воина', 'волна')],
    ['uk', 'місто', 'місяць'],
    ['pl', 'rozmowa', 'rozmowy'],
    ['en', 'переговоры', 'переговоров'],
  ])('in %s: %s and %s are two', (language, one, other) => {
    expect(areForms(language, one, other)).toBe(false);
  });
});

describe('expandWord', () => {
  it('takes other forms in the language of an article only', () => {
    expect(foundBy('negotiated', 'en')).toEqual(['negotiate', 'negotiated', 'negotiations', 'negotiator']);
    expect(foundBy('negotiated')).toEqual(['negotiated']);
    expect(foundBy('=negotiated', 'en')).toEqual(['negotiated']);
    expect(foundBy('negotiated', 'en', { stems: false })).toEqual(['negotiated']);
    expect(foundBy('"talks"', 'en')).toEqual(['talks']);
    expect(foundBy('переговоры', 'ru')).toEqual(['переговоров', 'переговоры']);
  });

  it('never stems names', () => {
    expect(foundBy('trump', 'en')).toEqual(['trump']);
    expect(foundBy('trumps', 'en')).toEqual(['trumps']);
    expect(foundBy('states', 'en')).toEqual(['state', 'states']);
  });

  it('lets the spellings of a name meet through whoever bears it', () => {
    const all = ['zelenski', 'zelensky', 'zelenskyy', 'зеленскии', 'зеленськии'];
    for (const name of ['Zelensky', 'Zelenskyy', 'Зеленський', 'Зеленский'])
      expect(foundBy(name)).toEqual(all);
    expect(expand('Zelensky')?.also).toEqual(['Зеленський']);
    expect(foundBy('Kiev')).toEqual(['kiev', 'киев', 'киів', 'kyiv'].sort());
    expect(foundBy('=Zelensky')).toEqual(['zelensky']);
    expect(foundBy('"United States"')).toEqual(['united states']);
    expect(foundBy('us')).toEqual(['us']);
  });

  it('finds words a letter or two away', () => {
    expect(foundBy('cast~1')).toEqual(['cast', 'cat', 'cats']);
    expect(foundBy('negotaite~1')).toEqual(['negotaite', 'negotiate']);
    expect(foundBy('zelenskiyy~2')).toContain('zelensky');
  });

  it('completes a word to its likeliest', () => {
    const completed = completeWord(context, nodeOf('ta') as WordNode);
    expect(completed?.forms).toEqual([
      { language: null, tokens: [['ta'], ['talked'], ['talks'], ['talk']], prefix: false },
    ]);
    expect(completeWord(context, nodeOf('talk') as WordNode)?.forms[1]).toEqual({
      language: 'en',
      tokens: [['talked'], ['talks']],
      prefix: false,
    });
    const typed = completeWord(context, nodeOf('negotiating') as WordNode);
    expect(typed).toEqual(expand('negotiating'));
  });

  it('means the same as the rules for one token', () => {
    const query = fc.constantFrom(
      ...words,
      ...words.map((each) => `${each}~1`),
      ...words.map((each) => `=${each}`),
      ...words.map((each) => `${each.slice(0, 3)}*`),
      'Зеленский',
      'zelenskij',
      'Volodymyr',
      '"Volodymyr Zelensky"',
    );
    fc.assert(
      fc.property(query, fc.constantFrom(null, ...languages), fc.boolean(), (typed, language, stems) => {
        const node = nodeOf(typed);
        const asked = askedWords({ names, stems }, node);
        const direct = words.filter(
          (word) => asked && wordsMatchedAt({ names, stems }, asked, [word], 0, language) > 0,
        );
        const isPrefix = node.kind === 'word' && node.prefix;
        const tokens = new Set(foundBy(typed, language, { stems }));
        const expanded = words.filter(
          (word) => tokens.has(word) || (isPrefix && [...tokens].some((token) => word.startsWith(token))),
        );
        expect(expanded).toEqual(direct);
      }),
      { numRuns: 400 },
    );
  });
});

describe('last names', () => {
  it.each([
    ['Martin Luther King, Jr.', 'king', true],
    ['Martin Luther King Jr.', 'king', true],
    ['King, Martin Luther', 'king', true],
    ['King, Martin Luther', 'luther', false],
    ['Martin Luther King', 'martin', false],
  ])('of %s: %s is %s', (name, last, isLast) => {
    const given = [name, 'Мартин Лютер Кинг'];
    const known = knownNames(given.map((each) => ({ entityId: 'k', name: each, isPerson: true })));
    const others = otherNamesOf(known, [last]).map(({ shown }) => shown);
    expect(others.includes('Кинг')).toBe(isLast);
  });
});

describe('isWithinDistance', () => {
  const distance = (one: string, other: string): number => {
    const rows = Array.from({ length: one.length + 1 }, (_, i) =>
      Array.from({ length: other.length + 1 }, (_unused, j) => (i === 0 ? j : j === 0 ? i : 0)),
    );
    const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
    for (let i = 1; i <= one.length; i++)
      for (let j = 1; j <= other.length; j++) {
        const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        const costs = [
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1),
        ];
        const row = rows[i];
        if (row) row[j] = Math.min(...costs, isSwap ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY);
      }
    return at(one.length, other.length);
  };

  it('is what the whole table says, and its pieces miss nothing', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 3, maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.constantFrom(1, 2), (one, other, most) => {
        const isNear = distance(one, other) <= most;
        expect(isWithinDistance(one, other, most)).toBe(isNear);
        if (isNear && one.length > 2 * most)
          expect(piecesOf(one, most).some((piece) => other.includes(piece))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
