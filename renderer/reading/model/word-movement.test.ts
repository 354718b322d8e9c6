import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textToBlocks } from '../../../shared/document/text-to-blocks';
import { createTextModel } from './text-model';
import {
  type Cursor,
  cursorOn,
  extendByCharacter,
  extendByWord,
  moveByWord,
  snapFocusToWord,
  wordAround,
  wordBefore,
  wordFrom,
} from './word-movement';

const model = createTextModel(
  textToBlocks("“Russia claims” it.\n\nKyiv's forces don't.\n\n停战协议 будет 👩‍👩‍👧 end"),
);
const words = (cursor: Cursor) =>
  model.text.slice(Math.min(cursor.anchor, cursor.focus), Math.max(cursor.anchor, cursor.focus));
const at = (quote: string): Cursor => {
  const start = model.text.indexOf(quote);
  return { anchor: start, focus: start + quote.length };
};

describe('the word cursor', () => {
  it('goes from word to word, past punctuation and from leaf to leaf', () => {
    let cursor: Cursor = { anchor: 0, focus: 0 };
    const seen: string[] = [];
    for (let step = 0; step < 6; step++) {
      cursor = moveByWord(model, cursor, 'forward');
      seen.push(words(cursor));
    }
    expect(seen).toEqual(['Russia', 'claims', 'it', "Kyiv's", 'forces', "don't"]);
    expect(words(moveByWord(model, at("Kyiv's"), 'backward'))).toBe('it');
  });

  it('stays where there is no further word', () => {
    expect(moveByWord(model, at('end'), 'forward')).toEqual(at('end'));
    expect(moveByWord(model, at('Russia'), 'backward')).toEqual(at('Russia'));
  });

  it('extends over several leaves and shrinks back by the same steps', () => {
    const one = extendByWord(model, at('it'), 'forward');
    expect(words(one)).toBe("it.\nKyiv's");
    const two = extendByWord(model, one, 'forward');
    expect(words(extendByWord(model, two, 'backward'))).toBe("it.\nKyiv's");
  });

  it('keeps the word it began with when it turns round', () => {
    expect(words(extendByWord(model, at('claims'), 'backward'))).toBe('Russia claims');
    const back = extendByWord(model, extendByWord(model, at('claims'), 'backward'), 'forward');
    expect(words(back)).toBe('claims');
    expect(words(extendByWord(model, back, 'forward'))).toBe('claims” it');
  });

  it('extends by whole grapheme clusters', () => {
    const before = model.text.indexOf('👩');
    const cursor = extendByCharacter(model, { anchor: before, focus: before }, 'forward');
    expect(words(cursor)).toBe('👩‍👩‍👧');
    expect(extendByCharacter(model, cursor, 'backward').focus).toBe(before);
  });

  it('knows words of scripts without spaces and of any alphabet', () => {
    const inside = wordAround(model, model.text.indexOf('будет') + 2);
    expect(inside && words(cursorOn(inside))).toBe('будет');
    expect(words(moveByWord(model, at("don't"), 'forward')).length).toBeLessThan(4);
  });

  it('snaps a moved end outwards to its word', () => {
    const start = model.text.indexOf('claims');
    const forces = model.text.indexOf('forces');
    expect(words(snapFocusToWord(model, { anchor: start, focus: forces + 2 }))).toMatch(
      /^claims[\s\S]*forces$/,
    );
  });

  it('always makes progress or stays, and never leaves the text', () => {
    const any = fc.nat(model.text.length);
    fc.assert(
      fc.property(
        any,
        any,
        fc.constantFrom('forward' as const, 'backward' as const),
        (anchor, focus, direction) => {
          const next = extendByWord(model, { anchor, focus }, direction);
          expect(next.focus).toBeGreaterThanOrEqual(0);
          expect(next.focus).toBeLessThanOrEqual(model.text.length);
          const after = wordFrom(model, focus);
          const before = wordBefore(model, focus);
          if (after) expect(after.start).toBeGreaterThanOrEqual(focus);
          if (before) expect(before.end).toBeLessThanOrEqual(focus);
        },
      ),
    );
  });
});
