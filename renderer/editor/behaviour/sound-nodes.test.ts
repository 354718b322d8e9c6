import { OUTDENT_CONTENT_COMMAND } from 'lexical';
import { expect, it } from 'vitest';
import type { Block } from '../../../shared/document/blocks';
import type { Step } from '../testing/edit-script';
import { ScriptEditor } from '../testing/script-editor';
import { runScript } from '../testing/script-run';

const words = (text: string) => [{ kind: 'text', text, marks: [] }] as const;
const nested: Block = { kind: 'list', ordered: false, items: [{ inlines: words('three four'), lists: [] }] };
const blocks: readonly Block[] = [
  {
    kind: 'list',
    ordered: false,
    items: [
      { inlines: words('one'), lists: [nested] },
      { inlines: words('five'), lists: [] },
    ],
  },
  { kind: 'quote', inlines: words('six seven') },
];

it('makes items of blocks that were pasted into one, which outdenting would lose', () => {
  const editor = new ScriptEditor(blocks, []);
  const { text } = editor.owned();
  editor.select(text.indexOf('four'), text.indexOf('seven'));
  editor.bring([
    { kind: 'paragraph', inlines: words('more ') },
    { kind: 'paragraph', inlines: words('words ') },
  ]);
  const now = editor.owned();
  expect(now.bare.text).toBe('onethree more words seven');
  editor
    .select(now.text.indexOf('three'), now.text.indexOf('seven'))
    .dispatch(OUTDENT_CONTENT_COMMAND, undefined);
  expect(editor.owned().bare.text).toBe('onethree more words seven');
});

// The shortest of the random scripts that lost words: they were dragged into a line beside a link.
it('drops a link without words, after which a list would lose the rest of the line', () => {
  const step = { kind: 'insert', at: 0, length: 0, words: '', way: 0 } as const;
  const steps: readonly Step[] = [
    { kind: 'insert', at: 0.96, length: 7, words: '\u200b', way: 4 },
    { ...step, kind: 'key', at: 0.286, way: 14 },
    { kind: 'insert', at: 0.264, length: 14, words: 'שלום', way: 16 },
    { kind: 'bring', at: 0.965, length: 3, words: 'ि', way: 19 },
    { ...step, kind: 'cut', at: 0.189, length: 9, way: 22 },
    { ...step, kind: 'drag', at: 0.4, length: 10, way: 15 },
    { ...step, kind: 'bullets', at: 0.668, length: 17, way: 3 },
  ];
  expect(() => runScript({ beginnings: [155, 102], steps })).not.toThrow();
});
