import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldForMatch, foldForSearch, searchTokens, wordsOf } from './fold';

describe('foldForSearch', () => {
  it.each([
    ['Łódź, Øster, Straße', 'lodz, oster, strasse'],
    ['Ёлка і Київ, ґанок, Ўзбек', 'елка і киів, ганок, узбек'],
    ['İstanbul ILIK ılık', 'istanbul ilik ilik'],
    ['ＡＢＣ ﬁne ½', 'abc fine 1⁄2'],
    ['“Zelenskyy’s” «Київ»', '"zelenskyy\'s" "киів"'],
    ['أَحْمَد إلى مدرسة', 'احمد الي مدرسه'],
    ['שָׁלוֹם', 'שלום'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['so\u00adft', 'soft'],
    ['한국어', '한국어'],
    ['Їжак і Ґудзик, Йосип', 'іжак і гудзик, иосип'],
    ['Ἀθήνα Ώρα', 'αθηνα ωρα'],
    ['אוּנִיבֶרְסִיטָה', 'אוניברסיטה'],
    ['اَلسَّلَامُ عَلَيْكُمْ', 'السلام عليكم'],
    ['ｶﾞｽ', ' ガ  ス '],
  ])('folds %s', (text, folded) => {
    expect(foldForSearch(text)).toBe(folded);
  });

  it('parts characters of scripts without word spaces', () => {
    expect(searchTokens('北京市 Beijing')).toEqual(['北', '京', '市', 'beijing']);
    expect(searchTokens('がく')).toEqual(['が', 'く']);
    expect(searchTokens('ประเทศ')).toEqual(['ป', 'ร', 'ะ', 'เ', 'ท', 'ศ']);
  });

  it('is stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(searchTokens(foldForSearch(text))).toEqual(searchTokens(text));
      }),
    );
  });
});

describe('wordsOf', () => {
  it('finds in the original the words that the index has', () => {
    const prose =
      'The “Kyiv” region; пів’язок, Ёлка — 北京市 co\u00adoperate e\u0301te\u0301 U.S. 50,000 ﬁne.';
    expect(Array.from(wordsOf(prose), (word) => word.folded)).toEqual(searchTokens(prose));
    const soft = Array.from(wordsOf(prose)).find((word) => word.folded === 'cooperate');
    expect(prose.slice(soft?.start, soft?.end)).toBe('co\u00adoperate');
  });

  it('agrees with the index on any text', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 3 }),
      fc.constantFrom(' ', '’', '-', 'Й', '中', 'ß', '\u00ad', 'が', '👍🏽', 'क्षि', 'ลิ้น'),
    );
    fc.assert(
      fc.property(fc.array(unit), (parts) => {
        const text = parts.join('');
        expect(Array.from(wordsOf(text), (word) => word.folded)).toEqual(searchTokens(text));
      }),
    );
  });
});

describe('foldForMatch', () => {
  it.each([
    ['U.S.', 'us'],
    ['J. R. Smith', 'j r smith'],
    ['O’Brien', 'obrien'],
    ['  Trump–Putin   talks ', 'trump putin talks'],
    ['Київ.', 'киів'],
    ['北京', '北京'],
    ['U.S.A. Inc.', 'usa inc'],
  ])('folds %s', (name, folded) => {
    expect(foldForMatch(name)).toBe(folded);
  });
});
