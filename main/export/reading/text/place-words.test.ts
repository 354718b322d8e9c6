import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Block, Inline } from '../../../../shared/document/blocks';
import { anyContent } from '../../../../shared/document/content-arbitrary';
import { normaliseBlocks } from '../../../../shared/document/normalise-blocks';
import { leafSpans, plainText } from '../../../../shared/document/plain-text';
import { isPlaced, placeWords } from './place-words';

const textsOf = (inlines: readonly Inline[]): readonly Inline[] =>
  inlines.flatMap((inline) => (inline.kind === 'link' ? textsOf(inline.children) : inline));

const placedIn = (blocks: readonly Block[]) =>
  leafSpans(blocks)
    .flatMap(({ inlines }) => textsOf(inlines))
    .flatMap((inline) => (inline.kind === 'text' && isPlaced(inline) ? inline : []));

it('cuts words where it is told, keeps the text, and says where each piece stands', () => {
  fc.assert(
    fc.property(anyContent, fc.array(fc.nat(60), { maxLength: 8 }), (content, cuts) => {
      const blocks = normaliseBlocks(content);
      const text = plainText(blocks);
      const points = [...text];
      const placed = placeWords(blocks, cuts);
      expect(plainText(placed)).toBe(text);
      for (const { at, text: words } of placedIn(placed)) {
        const length = [...words].length;
        expect(points.slice(at, at + length).join('')).toBe(words);
        expect(cuts.some((cut) => cut > at && cut < at + length)).toBe(false);
      }
    }),
    { numRuns: 200 },
  );
});
