import { createHeadlessEditor } from '@lexical/headless';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../shared/document/blocks';
import { anyContent } from '../../../shared/document/content-arbitrary';
import { normaliseBlocks } from '../../../shared/document/normalise-blocks';
import { plainText } from '../../../shared/document/plain-text';
import type { CodePointOffset } from '../../../shared/text/offset-types';
import { editorNodes } from '../nodes/editor-nodes';
import { $loadContent, type KeyedRange } from './content-to-editor';
import { $readContent, type EditedContent } from './editor-to-content';

function throughEditor(blocks: readonly Block[], ranges: readonly KeyedRange[] = []): EditedContent {
  const editor = createHeadlessEditor({
    nodes: editorNodes,
    onError: (error) => {
      throw error;
    },
  });
  editor.update(() => $loadContent(blocks, ranges), { discrete: true });
  return editor.getEditorState().read($readContent);
}

const nonEmpty = anyContent.map(normaliseBlocks).filter((blocks) => blocks.length > 0);

describe('the editor and the stored content', () => {
  it('hold the same text', () => {
    fc.assert(
      fc.property(nonEmpty, (blocks) => {
        expect(plainText(throughEditor(blocks).blocks)).toBe(plainText(blocks));
      }),
    );
  });

  it('hold the same blocks', () => {
    fc.assert(
      fc.property(nonEmpty, (blocks) => {
        expect(throughEditor(blocks).blocks).toEqual(blocks);
      }),
    );
  });

  it('keep every passage on its characters', () => {
    const uncited = nonEmpty.filter((blocks) => !JSON.stringify(blocks).includes('"citation"'));
    const withRanges = uncited.chain((blocks) => {
      const length = [...plainText(blocks)].length;
      const range = fc
        .tuple(fc.nat(length), fc.nat(length))
        .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
      return fc.tuple(fc.constant(blocks), fc.array(range, { maxLength: 6 }));
    });
    fc.assert(
      fc.property(withRanges, ([blocks, pairs]) => {
        const text = [...plainText(blocks)];
        const ranges = pairs.map(([start, end], part) => ({
          key: `a#${part}`,
          start: start as CodePointOffset,
          end: end as CodePointOffset,
        }));
        const { passages } = throughEditor(blocks, ranges);
        for (const { key, start, end } of ranges) {
          const found = passages.get(key);
          const words = text.slice(start, end).join('');
          // Separators and breaks at the very edges belong to no text node.
          if (found) expect(words).toContain(text.slice(found.start, found.end).join(''));
          else expect(words.replace(/[\n\t]/g, '')).not.toMatch(/^\p{L}+$/u);
        }
      }),
    );
  });
});
