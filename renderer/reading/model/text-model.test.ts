import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyContent } from '../../../shared/document/content-arbitrary';
import { normaliseBlocks } from '../../../shared/document/normalise-blocks';
import { inlineText } from '../../../shared/document/plain-text';
import { codePoints, snapToGraphemes } from '../../../shared/text/offsets';
import { selectedWords } from './selected-words';
import { createTextModel, leafAt, leavesWithin, toRange, toStretch } from './text-model';

const anyModel = anyContent.map((content) => createTextModel(normaliseBlocks(content)));

describe('the text model', () => {
  it('places every leaf on its own words', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        for (const leaf of model.leaves) {
          expect(model.text.slice(leaf.start, leaf.end)).toBe(inlineText(leaf.inlines));
        }
      }),
    );
  });

  it('finds the leaf of an offset and the leaves of a stretch', () => {
    fc.assert(
      fc.property(anyModel, fc.nat(400), fc.nat(400), (model, a, b) => {
        if (model.leaves.length === 0) return;
        const range = { start: codePoints(Math.min(a, b)), end: codePoints(Math.max(a, b)) };
        const stretch = toStretch(model, range);
        const leaf = leafAt(model, stretch.start);
        expect(leaf && leaf.start <= stretch.start).toBe(true);
        const within = leavesWithin(model, stretch);
        expect(within[0]).toBe(leaf);
        const missed = model.leaves.filter(({ start, end }) => start < stretch.end && end > stretch.start);
        for (const one of missed) expect(within).toContain(one);
      }),
    );
  });

  it('gives code points back as it got them', () => {
    fc.assert(
      fc.property(anyModel, fc.nat(400), fc.nat(400), (model, a, b) => {
        const limit = model.offsets.codePointLength;
        const range = {
          start: codePoints(Math.min(a, b, limit)),
          end: codePoints(Math.min(Math.max(a, b), limit)),
        };
        expect(toRange(model, toStretch(model, range))).toEqual(range);
      }),
    );
  });
});

describe('selectedWords', () => {
  it('drops the white space and line ends at the edges', () => {
    const text = 'one  \n two\tthree';
    const words = selectedWords(text, 3, 11);
    expect(words && text.slice(words.start, words.end)).toBe('two');
    expect(selectedWords(text, 3, 6)).toBeNull();
    expect(selectedWords(text, 4, 4)).toBeNull();
  });

  it('takes either direction and cuts no grapheme cluster', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), fc.nat(40), (text, a, b) => {
        const words = selectedWords(text, a, b);
        expect(selectedWords(text, b, a)).toEqual(words);
        if (!words) return;
        const units = Array.from(text.slice(0, words.start)).length;
        const length = Array.from(text.slice(words.start, words.end)).length;
        const snapped = snapToGraphemes(text, units, units + length);
        // Trimming may end inside of a cluster that begins with a space: nothing else may.
        if (!/\s\p{M}/u.test(text)) expect([snapped.start, snapped.end]).toEqual([units, units + length]);
      }),
    );
  });
});
