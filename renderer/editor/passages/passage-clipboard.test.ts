import { describe, expect, it } from 'vitest';
import { codePoints } from '../../../shared/text/offsets';
import { ScriptEditor } from '../testing/script-editor';

/** `seven were killed` is a passage. */
function open(): ScriptEditor {
  return new ScriptEditor(
    [
      {
        kind: 'paragraph',
        inlines: [
          {
            kind: 'text',
            text: 'Police say seven were killed. Nobody saw who had fired at them.',
            marks: [],
          },
        ],
      },
    ],
    [{ key: 'a#0', start: codePoints(11), end: codePoints(28) }],
  );
}

/** The words of the passage, pieces parted by a bar. */
function words(editor: ScriptEditor): string {
  const text = editor.characters().map((one) => (one.passages.includes('a#0') ? one.text : '|'));
  return text
    .join('')
    .replace(/^\|+|\|+$/g, '')
    .replace(/\|+/g, '|');
}

describe('cut and paste', () => {
  it('moves a passage with its words', () => {
    const editor = open();
    editor.select(0, 29).cut();
    expect(words(editor)).toBe('');
    expect(editor.content().passages.size).toBe(0);
    editor.select(editor.characters().length);
    editor.paste();
    expect(words(editor)).toBe('seven were killed');
  });

  it('puts back half of a passage that was cut out', () => {
    const editor = open();
    editor.select(16, 29).cut();
    editor.paste();
    expect(words(editor)).toBe('seven were killed');
  });

  it('does not double a passage pasted twice', () => {
    const editor = open();
    editor.select(11, 28).cut();
    editor.paste();
    editor.select(0);
    editor.paste();
    expect(words(editor)).toBe('seven were killed');
    expect(editor.content().passages.get('a#0')).toEqual({ start: 28, end: 45 });
  });

  it('does not double a passage when the cut was undone', () => {
    const editor = open();
    editor.select(11, 28).cut();
    editor.undo();
    editor.select(0);
    editor.paste();
    expect(words(editor)).toBe('seven were killed');
  });

  it('moves it again when the paste was undone', () => {
    const editor = open();
    editor.select(11, 28).cut();
    editor.select(0);
    editor.paste();
    editor.undo();
    editor.select(0);
    editor.paste();
    expect(words(editor)).toBe('seven were killed');
  });
});

describe('copy and paste', () => {
  it('leaves the passage where it is', () => {
    const editor = open();
    editor.select(0, 29).copy();
    editor.select(editor.characters().length);
    editor.paste();
    expect(words(editor)).toBe('seven were killed');
    expect(editor.content().passages.get('a#0')).toEqual({ start: 11, end: 28 });
  });

  it('moves the passage where the words were deleted in between', () => {
    const editor = open();
    editor.select(11, 28).copy();
    editor.delete();
    editor.select(0);
    editor.paste();
    expect(words(editor)).toBe('seven were killed');
  });
});

describe('a passage whose words lie far apart', () => {
  it('stands where most of them are', () => {
    const editor = open();
    editor.select(11, 17).cut();
    editor.select(editor.characters().length);
    editor.paste();
    expect(words(editor)).toBe('were killed|seven ');
    expect(editor.content().passages.get('a#0')).toEqual({ start: 11, end: 22 });
  });
});
