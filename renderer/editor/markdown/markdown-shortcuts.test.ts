import { createHeadlessEditor } from '@lexical/headless';
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerList } from '@lexical/list';
import { registerRichText } from '@lexical/rich-text';
import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  type LexicalEditor,
  PASTE_TAG,
  UNDO_COMMAND,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import { parseContent, serialiseContent } from '../../../shared/document/content-html';
import { plainText } from '../../../shared/document/plain-text';
import { codePoints } from '../../../shared/text/offsets';
import { $loadContent } from '../content/content-to-editor';
import { $readContent } from '../content/editor-to-content';
import { $readEditorText, lineAt } from '../find/editor-text';
import { $selectMatch } from '../find/select-match';
import { editorNodes } from '../nodes/editor-nodes';
import { registerPassageTyping } from '../passages/passage-typing';
import { registerMarkdownShortcuts } from './markdown-shortcuts';

/** An editor of some content; the words between the brackets are a passage. */
function open(marked: string): LexicalEditor {
  const editor = createHeadlessEditor({
    nodes: editorNodes,
    onError: (error) => {
      throw error;
    },
  });
  const text = plainText(parseContent(marked));
  const [start, end] = [text.indexOf('['), text.indexOf(']') - 1];
  const passages = start < 0 ? [] : [{ key: 'a#0', start: codePoints(start), end: codePoints(end) }];
  const blocks = parseContent(marked.replace(/[[\]]/g, ''));
  registerRichText(editor);
  registerList(editor);
  registerPassageTyping(editor);
  editor.update(() => $loadContent(blocks, passages), { discrete: true, tag: 'history-merge' });
  registerHistory(editor, createEmptyHistoryState(), 0);
  registerMarkdownShortcuts(editor);
  return editor;
}

/** Types letter by letter, from a place in the text. */
async function type(editor: LexicalEditor, at: number, text: string): Promise<void> {
  const $caret = () => {
    const text = $readEditorText();
    const pieces = lineAt(text, at)?.pieces ?? [];
    const piece = pieces.find(({ end }) => end >= at);
    const node = piece && $getNodeByKey(piece.key);
    if (piece && $isTextNode(node)) node.select(at - piece.start, at - piece.start);
  };
  editor.update($caret, { discrete: true });
  for (const letter of text) {
    editor.update(() => void editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, letter), {
      discrete: true,
      tag: 'history-push',
    });
    // What a shortcut does comes after what was typed.
    await Promise.resolve();
  }
}

const content = (editor: LexicalEditor) =>
  serialiseContent(editor.getEditorState().read($readContent).blocks);

function passageWords(editor: LexicalEditor): string {
  const { blocks, passages } = editor.getEditorState().read($readContent);
  const range = passages.get('a#0');
  return range ? plainText(blocks).slice(range.start, range.end) : '';
}

async function typed(html: string, at: number, text: string): Promise<string> {
  const editor = open(html);
  await type(editor, at, text);
  return content(editor);
}

describe('signs at the beginning of a paragraph', () => {
  it('say what it is', async () => {
    expect(await typed('<p>ferry</p>', 0, '# ')).toBe('<h1>ferry</h1>');
    expect(await typed('<p>ferry</p>', 0, '### ')).toBe('<h3>ferry</h3>');
    expect(await typed('<p>ferry</p>', 0, '> ')).toBe('<blockquote>ferry</blockquote>');
    expect(await typed('<p>ferry</p>', 0, '- ')).toBe('<ul><li>ferry</li></ul>');
    expect(await typed('<p>ferry</p>', 0, '1. ')).toBe('<ol><li>ferry</li></ol>');
  });

  it('mean themselves elsewhere', async () => {
    expect(await typed('<p>ferry</p>', 5, ' # x')).toBe('<p>ferry # x</p>');
    expect(await typed('<p>ferry</p>', 0, '##### ')).toBe('<p>##### ferry</p>');
    expect(await typed('<pre>ferry</pre>', 0, '# ')).toBe('<pre># ferry</pre>');
    expect(await typed('<ul><li>ferry</li></ul>', 0, '# ')).toBe('<ul><li># ferry</li></ul>');
    const table = (words: string) => `<table><tr><td><p>${words}</p></td></tr></table>`;
    expect(await typed(table('ferry'), 0, '- ')).toBe(table('- ferry'));
    expect(await typed('<p>ferry</p>', 0, '---')).toBe('<p>---ferry</p>');
  });

  it('come back with one undo', async () => {
    const editor = open('<p>ferry</p>');
    await type(editor, 0, '# ');
    editor.update(() => void editor.dispatchCommand(UNDO_COMMAND, undefined), { discrete: true });
    expect(content(editor)).toBe('<p># ferry</p>');
  });

  it('leave passages on their words', async () => {
    const editor = open('<p>[ferry Halcyon] left</p>');
    await type(editor, 0, '# ');
    expect(content(editor)).toBe('<h1>ferry Halcyon left</h1>');
    expect(passageWords(editor)).toBe('ferry Halcyon');
  });

  it('that are words of a passage stay', async () => {
    const editor = open('<p>[-five degrees] and falling</p>');
    await type(editor, 1, ' ');
    expect(content(editor)).toBe('<p>- five degrees and falling</p>');
    expect(passageWords(editor)).toBe('- five degrees');
  });
});

describe('signs around words', () => {
  it('say how they are set, and what follows is set as before', async () => {
    expect(await typed('<p>the </p>', 4, '**ferry** left')).toBe('<p>the <strong>ferry</strong> left</p>');
    expect(await typed('<p>the </p>', 4, '*ferry* left')).toBe('<p>the <em>ferry</em> left</p>');
    expect(await typed('<p>the </p>', 4, '_ferry_, ~~left~~')).toBe('<p>the <em>ferry</em>, <s>left</s></p>');
    expect(await typed('<p>the </p>', 4, '`ferry` left')).toBe('<p>the <code>ferry</code> left</p>');
  });

  it('mean themselves inside of words and numbers', async () => {
    expect(await typed('<p>is </p>', 3, '2*3*4 snake_case_name * x * y')).toBe(
      '<p>is 2*3*4 snake_case_name * x * y</p>',
    );
  });

  it('come back with one undo', async () => {
    const editor = open('<p>the </p>');
    await type(editor, 4, '**ferry**');
    editor.update(() => void editor.dispatchCommand(UNDO_COMMAND, undefined), { discrete: true });
    expect(content(editor)).toBe('<p>the **ferry**</p>');
  });

  it('leave passages on their words, across their edges', async () => {
    const editor = open('<p>the [ferry Halcyon] left</p>');
    await type(editor, 4, '**');
    await type(editor, 11, '**');
    expect(content(editor)).toBe('<p>the <strong>ferry</strong> Halcyon left</p>');
    expect(passageWords(editor)).toBe('ferry Halcyon');
  });

  it('are not made of what is pasted', () => {
    const editor = open('<p>the **ferry*</p>');
    const $append = () => {
      $selectMatch({ start: 11, end: 12 });
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertText('**');
    };
    editor.update($append, { discrete: true, tag: PASTE_TAG });
    expect(content(editor)).toBe('<p>the **ferry**</p>');
  });
});

it('draws a line of three signs', async () => {
  const editor = open('<p>a</p><p></p>');
  await type(editor, 1, '');
  editor.update(
    () => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertParagraph();
    },
    { discrete: true },
  );
  for (const letter of '---') {
    editor.update(() => void editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, letter), {
      discrete: true,
    });
    await Promise.resolve();
  }
  expect(content(editor)).toContain('<p>a</p><hr>');
  expect(content(editor)).not.toContain('-');
});
