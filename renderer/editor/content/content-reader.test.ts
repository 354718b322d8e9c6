import { createHeadlessEditor } from '@lexical/headless';
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import fc from 'fast-check';
import { $getRoot, $isElementNode, HISTORY_PUSH_TAG, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import { describe, expect, it } from 'vitest';
import { anyContent } from '../../../shared/document/content-arbitrary';
import { normaliseBlocks } from '../../../shared/document/normalise-blocks';
import { plainText } from '../../../shared/document/plain-text';
import { serialiseContent } from '../../../shared/document/serialise-content';
import { codePoints } from '../../../shared/text/offsets';
import { editorNodes } from '../nodes/editor-nodes';
import { ContentReader } from './content-reader';
import { $loadContent } from './content-to-editor';
import { $readContent } from './editor-to-content';

const share = fc.double({ min: 0, max: 0.999, noNaN: true });
const steps = fc.array(
  fc.tuple(fc.constantFrom('type', 'bold', 'remove', 'move', 'split', 'undo', 'undo', 'redo'), share, share),
  { minLength: 1, maxLength: 20 },
);

const pick = <Item>(items: readonly Item[], at: number): Item | undefined =>
  items[Math.floor(at * items.length)];

const $deeds: Readonly<Record<string, (at: number, to: number) => void>> = {
  type: (at) => {
    const text = pick($getRoot().getAllTextNodes(), at);
    text?.setTextContent(`${text.getTextContent()}x\u{1f600}`);
  },
  bold: (at) => void pick($getRoot().getAllTextNodes(), at)?.toggleFormat('bold'),
  remove: (at) => {
    if ($getRoot().getChildrenSize() > 1) pick($getRoot().getChildren(), at)?.remove();
  },
  move: (at, to) => {
    const [block, beside] = [pick($getRoot().getChildren(), at), pick($getRoot().getChildren(), to)];
    if (block && beside && !block.is(beside)) beside.insertAfter(block);
  },
  split: (at, to) => {
    const text = pick($getRoot().getAllTextNodes(), at);
    const parent = text?.getParent();
    if (text && $isElementNode(parent)) text.splitText(Math.ceil(to * text.getTextContentSize()));
  },
};

describe('reading only what was edited', () => {
  it('gives what reading everything gives, through any edits', () => {
    const content = anyContent.map(normaliseBlocks).filter((blocks) => blocks.length > 0);
    fc.assert(
      fc.property(content, content, steps, (first, second, script) => {
        const blocks = normaliseBlocks([...first, ...second]);
        const { length } = [...plainText(blocks)];
        const ranges = [0, 0.3, 0.6].map((from, part) => ({
          key: `a#${part}`,
          start: codePoints(Math.floor(from * length)),
          end: codePoints(Math.floor((from + 0.35) * length)),
        }));
        const editor = createHeadlessEditor({
          nodes: editorNodes,
          onError: (error) => {
            throw error;
          },
        });
        registerHistory(editor, createEmptyHistoryState(), 0);
        editor.update(() => $loadContent(blocks, ranges), { discrete: true });
        const reader = new ContentReader(editor);
        for (const [kind, at, to] of script) {
          if (kind === 'undo') editor.dispatchCommand(UNDO_COMMAND, undefined);
          else if (kind === 'redo') editor.dispatchCommand(REDO_COMMAND, undefined);
          else editor.update(() => $deeds[kind]?.(at, to), { discrete: true, tag: HISTORY_PUSH_TAG });
          const whole = editor.getEditorState().read($readContent);
          expect(reader.read()).toEqual({
            html: serialiseContent(whole.blocks),
            passages: whole.passages,
          });
        }
      }),
      { numRuns: 60 },
    );
  });
});
