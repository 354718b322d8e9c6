import { FORMAT_TEXT_COMMAND, INSERT_LINE_BREAK_COMMAND } from 'lexical';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../shared/document/blocks';
import { codePoints } from '../../../shared/text/offsets';
import { ScriptEditor } from '../testing/script-editor';

const paragraph = (text: string): Block => ({
  kind: 'paragraph',
  inlines: [{ kind: 'text', text, marks: [] }],
});

/** The words of each passage are between its brackets: `the [ferry] left`; nested ones in braces. */
function open(marked: string): ScriptEditor {
  const plain = marked.replace(/[[\]{}]/g, '');
  const at = (sign: string) => marked.slice(0, marked.indexOf(sign)).replace(/[[\]{}]/g, '').length;
  const range = (key: string, from: string, to: string) =>
    marked.includes(from) ? [{ key, start: codePoints(at(from)), end: codePoints(at(to)) }] : [];
  return new ScriptEditor(plain.split('\n').map(paragraph), [
    ...range('outer#0', '[', ']'),
    ...range('inner#0', '{', '}'),
  ]);
}

/** The text with the passages' ends written into it. */
function shown(editor: ScriptEditor): string {
  const characters = editor.characters();
  const edges = (key: string, from: string, to: string) =>
    characters.map(({ passages }, index) => {
      const isIn = passages.includes(key);
      const before = characters[index - 1]?.passages.includes(key) ?? false;
      const after = characters[index + 1]?.passages.includes(key) ?? false;
      return [isIn && !before ? from : '', isIn && !after ? to : ''] as const;
    });
  const outer = edges('outer#0', '[', ']');
  const inner = edges('inner#0', '{', '}');
  return characters
    .map(({ text }, at) => `${outer[at]?.[0]}${inner[at]?.[0]}${text}${inner[at]?.[1]}${outer[at]?.[1]}`)
    .join('');
}

describe('words that are typed', () => {
  it('stay outside of a passage they adjoin', () => {
    const editor = open('the [ferry] left');
    editor.select(9).type(' Halcyon');
    expect(shown(editor)).toBe('the [ferry] Halcyon left');
    editor.select(4).type('old ');
    expect(shown(editor)).toBe('the old [ferry] Halcyon left');
  });

  it('belong to the passage they are typed in', () => {
    const editor = open('the [ferry] left');
    editor.select(6).type('XX');
    expect(shown(editor)).toBe('the [feXXrry] left');
  });

  it('belong to the outer of two passages at the end of the inner one', () => {
    const editor = open('[the {ferry} left]');
    editor.select(9).type(' Halcyon');
    expect(shown(editor)).toBe('[the {ferry} Halcyon left]');
    editor.select(4).type('old ');
    expect(shown(editor)).toBe('[the old {ferry} Halcyon left]');
  });

  it('stay between two passages that touch', () => {
    const editor = open('[the ]{ferry}');
    editor.select(4).type('old ');
    expect(shown(editor)).toBe('[the ]old {ferry}');
  });

  it('are the passage, where they replace words of it', () => {
    const editor = open('at least [twenty injured] on board');
    editor.select(9, 15).type('thirty');
    expect(shown(editor)).toBe('at least [thirty injured] on board');
    const whole = open('the [ferry] left');
    whole.select(4, 9).type('f');
    whole.type('erries');
    expect(shown(whole)).toBe('the [ferries] left');
  });

  it('leave the passage, where they replace words beyond it too', () => {
    const editor = open('the [ferry] left');
    editor.select(6, 12).type('ll');
    expect(shown(editor)).toBe('the [fe]llft');
  });

  it('are in a passage that goes on in the next block', () => {
    const editor = open('the [ferry\nleft] us');
    editor.select(9).type(' Halcyon');
    expect(shown(editor)).toBe('the [ferry Halcyon]\n[left] us');
  });
});

describe('a word typed again', () => {
  it('stays in the passage whose last letters were deleted', () => {
    const editor = open('the ferry [Halcion] left');
    editor.select(14, 17).delete();
    expect(shown(editor)).toBe('the ferry [Halc] left');
    for (const letter of 'yon') editor.type(letter);
    expect(shown(editor)).toBe('the ferry [Halcyon] left');
  });

  it('ends with the word', () => {
    const editor = open('the ferry [Halcion] left');
    editor.select(14, 17).delete();
    for (const letter of 'yon in') editor.type(letter);
    expect(shown(editor)).toBe('the ferry [Halcyon] in left');
  });

  it('does not begin where only blocks were joined', () => {
    const editor = open('the [ferry]\nleft us');
    editor.select(10).deleteBeside(true, false);
    editor.type('X');
    expect(shown(editor)).toBe('the [ferry]Xleft us');
  });

  it('is as long as what was deleted, up to the end of a line within a block', () => {
    const editor = open('the ferry [Halcion]');
    editor.select(17).dispatch(INSERT_LINE_BREAK_COMMAND, false);
    editor.type('left');
    editor.select(11, 17, true).delete();
    for (const letter of 'a on') editor.type(letter);
    expect(shown(editor)).toBe('the ferry [Ha on]\nleft');
  });

  it('ends where the caret goes elsewhere', () => {
    const editor = open('the ferry [Halcion] left');
    editor.select(14, 17).delete();
    editor.select(0);
    editor.select(14).type('X');
    expect(shown(editor)).toBe('the ferry [Halc]X left');
  });
});

describe('formatting', () => {
  it('moves no passage, put on or taken off', () => {
    const editor = open('the [ferry Halcyon] left');
    editor.select(6, 12).dispatch(FORMAT_TEXT_COMMAND, 'bold');
    expect(shown(editor)).toBe('the [ferry Halcyon] left');
    editor.dispatch(FORMAT_TEXT_COMMAND, 'bold');
    expect(shown(editor)).toBe('the [ferry Halcyon] left');
  });
});
