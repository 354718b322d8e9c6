import { createHeadlessEditor } from '@lexical/headless';
import { $getRoot, HISTORY_PUSH_TAG, type LexicalEditor } from 'lexical';
import { describe, expect, it } from 'vitest';
import { parseContent, serialiseContent } from '../../../shared/document/content-html';
import { plainText } from '../../../shared/document/plain-text';
import { codePoints } from '../../../shared/text/offsets';
import { $loadContent } from '../content/content-to-editor';
import { $readContent } from '../content/editor-to-content';
import { $selectMatch } from '../find/select-match';
import { editorNodes } from '../nodes/editor-nodes';
import { $putLink, addressOf } from './put-link';

/** `ferry Halcyon` is a passage. */
function open(html: string): LexicalEditor {
  const editor = createHeadlessEditor({
    nodes: editorNodes,
    onError: (error) => {
      throw error;
    },
  });
  const blocks = parseContent(html);
  const start = plainText(blocks).indexOf('ferry Halcyon');
  const passage = { key: 'a#0', start: codePoints(start), end: codePoints(start + 13) };
  editor.update(() => $loadContent(blocks, [passage]), { discrete: true });
  return editor;
}

function link(editor: LexicalEditor, start: number, end: number, address: string | null): string {
  const $link = () => {
    $selectMatch({ start, end });
    $putLink(address);
  };
  editor.update($link, { discrete: true, tag: HISTORY_PUSH_TAG });
  const { blocks, passages } = editor.getEditorState().read($readContent);
  const range = passages.get('a#0');
  expect(range && plainText(blocks).slice(range.start, range.end)).toBe('ferry Halcyon');
  return serialiseContent(blocks);
}

describe('a link', () => {
  it('is put on words across the edge of a passage, changed and taken off', () => {
    const editor = open('<p>the ferry Halcyon left</p>');
    const linked = (href: string) => `<p><a href="${href}">the ferry</a> Halcyon left</p>`;
    expect(link(editor, 0, 9, 'https://a.example/')).toBe(linked('https://a.example/'));
    expect(link(editor, 0, 9, 'https://b.example/')).toBe(linked('https://b.example/'));
    expect(link(editor, 0, 9, null)).toBe('<p>the ferry Halcyon left</p>');
  });

  it('becomes words where none are selected', () => {
    const editor = open('<p>the ferry Halcyon left</p>');
    editor.update(() => void $getRoot().selectEnd(), { discrete: true });
    editor.update(() => $putLink('https://a.example/'), { discrete: true });
    const { blocks } = editor.getEditorState().read($readContent);
    expect(serialiseContent(blocks)).toBe(
      '<p>the ferry Halcyon left<a href="https://a.example/">https://a.example/</a></p>',
    );
  });
});

describe('an address', () => {
  it('may be typed without what stands before it', () => {
    expect(addressOf(' ostrel.example/guard?a=1 ')).toBe('https://ostrel.example/guard?a=1');
    expect(addressOf('mayor@ostrel.example')).toBe('mailto:mayor@ostrel.example');
    expect(addressOf('http://ostrel.example')).toBe('http://ostrel.example');
  });

  it('is one that a link may have', () => {
    const not = [
      '',
      'https://',
      'mailto:',
      'ostrel',
      'javascript:alert(1)',
      'javascript:a.b',
      'file:///etc/hosts',
      'a b.example',
    ];
    expect(not.map(addressOf)).toEqual(not.map(() => null));
  });
});
