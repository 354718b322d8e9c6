import { createHeadlessEditor } from '@lexical/headless';
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import fc from 'fast-check';
import {
  $getNodeByKey,
  $isTextNode,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import { anyContent } from '../../../shared/document/content-arbitrary';
import { parseContent, serialiseContent } from '../../../shared/document/content-html';
import { normaliseBlocks } from '../../../shared/document/normalise-blocks';
import { leafSpans, plainText } from '../../../shared/document/plain-text';
import { type FindQuery, findInText, type Replacement } from '../../../shared/find/find-in-text';
import { keptEnds } from '../../../shared/find/kept-ends';
import { codePoints } from '../../../shared/text/offsets';
import { $loadContent } from '../content/content-to-editor';
import { $readContent } from '../content/editor-to-content';
import { editorNodes } from '../nodes/editor-nodes';
import { $getPassages } from '../passages/passages-state';
import { $readEditorText } from './editor-text';
import { $replaceMatches } from './replace-matches';

interface Range {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

function open(html: string, ranges: readonly Range[]): LexicalEditor {
  const editor = createHeadlessEditor({
    nodes: editorNodes,
    onError: (error) => {
      throw error;
    },
  });
  registerHistory(editor, createEmptyHistoryState(), 0);
  const keyed = ranges.map(({ key, start, end }) => ({
    key,
    start: codePoints(start),
    end: codePoints(end),
  }));
  editor.update(() => $loadContent(parseContent(html), keyed), { discrete: true });
  return editor;
}

interface Character {
  readonly text: string;
  readonly passages: string;
}

function charactersOf(editor: LexicalEditor): Character[] {
  return editor.getEditorState().read(() => {
    const { text, lines } = $readEditorText();
    const characters = [...text].map((one) => ({ text: one, passages: '' }));
    for (const { key, start, end } of lines.flatMap(({ pieces }) => pieces)) {
      const node = $getNodeByKey(key);
      const passages = $isTextNode(node) ? $getPassages(node).join(' ') : '';
      for (let at = start; at < end; at++) characters[at] = { text: text.charAt(at), passages };
    }
    return characters;
  });
}

/** The text with the ends of the one passage written into it. */
function shown(editor: LexicalEditor): string {
  const characters = charactersOf(editor);
  return characters
    .map(({ text, passages }, at) => {
      const opens = passages !== '' && !characters[at - 1]?.passages;
      const closes = passages !== '' && !characters[at + 1]?.passages;
      return `${opens ? '[' : ''}${text}${closes ? ']' : ''}`;
    })
    .join('');
}

function openMarked(marked: string): LexicalEditor {
  const start = marked.indexOf('[');
  const range = { key: 'a#0', start, end: marked.indexOf(']') - 1 };
  const lines = marked.replace(/[[\]]/g, '').split('\n');
  return open(lines.map((line) => `<p>${line}</p>`).join(''), [range]);
}

function replaceAll(editor: LexicalEditor, query: Partial<FindQuery>, template: string): number {
  const text = editor.getEditorState().read($readEditorText);
  const whole = { words: '', matchCase: false, wholeWord: false, isPattern: false, ...query };
  const result = findInText(text, whole, template);
  let count = 0;
  const matches = result.kind === 'found' ? result.matches : [];
  editor.update(
    () => {
      count = $replaceMatches(matches);
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
  return count;
}

function replaced(marked: string, words: string, template: string, isPattern = false): string {
  const editor = openMarked(marked);
  replaceAll(editor, { words, isPattern }, template);
  return shown(editor);
}

describe('replaced words', () => {
  it('stay in the passage they were all in', () => {
    expect(replaced('the [ferry Halcion] left', 'Halcion', 'Halcyon')).toBe('the [ferry Halcyon] left');
    expect(replaced('the [ferry] left', 'ferry', 'steamer')).toBe('the [steamer] left');
    expect(replaced('the [ferry] left', 'ferry', 'ferry boat')).toBe('the [ferry boat] left');
    expect(replaced('[the ferry left]', 'e', 'ee')).toBe('[thee feerry leeft]');
  });

  it('leave the passage where more than its words are replaced', () => {
    expect(replaced('the [ferry] left', 'the ferry', 'a tram')).toBe('a tram left');
    expect(replaced('the [ferry] left', 'rry le', 'x')).toBe('the [fe]xft');
    expect(replaced('the [ferry\nleft] us', 'ferry', 'tram')).toBe('the [tram]\n[left] us');
  });

  it('keep the words that stay, and their passages', () => {
    expect(replaced('the [ferry] left', 'the ferry', 'a ferry')).toBe('a [ferry] left');
    expect(replaced('the [ferry] left', '(the) (ferry) (left)', '$1 old $2 $3', true)).toBe(
      'the old [ferry] left',
    );
    expect(replaced('the [ferry] left', 'ferry left', 'ferry has left')).toBe('the [ferry] has left');
    expect(replaced('the [ferry left]', 'ferry left', 'ferry has left')).toBe('the [ferry has left]');
  });

  it('do not touch passages they adjoin', () => {
    expect(replaced('the [ferry] left', 'the ', '')).toBe('[ferry] left');
    expect(replaced('the [ferry] left', ' left', ' sank')).toBe('the [ferry] sank');
    expect(replaced('the [ferry] left', 'the', 'The old')).toBe('The old [ferry] left');
  });

  it('may be nothing: the passage goes with its words', () => {
    const editor = openMarked('the [ferry] left');
    replaceAll(editor, { words: 'ferry' }, '');
    expect(shown(editor)).toBe('the  left');
    expect(editor.getEditorState().read($readContent).passages.size).toBe(0);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
  });
});

describe('formatting', () => {
  const html = (editor: LexicalEditor) => serialiseContent(editor.getEditorState().read($readContent).blocks);

  it('is that of the first replaced character', () => {
    const editor = open('<p>the <strong>fer</strong>ry <em>left</em></p>', []);
    replaceAll(editor, { words: 'ferry' }, 'tram');
    expect(html(editor)).toBe('<p>the <strong>tram</strong> <em>left</em></p>');
  });

  it('stays around links, which go when nothing is left in them', () => {
    const link = '<p>the <a href="https://a.example/">far bank</a> fell</p>';
    const editor = open(link, []);
    replaceAll(editor, { words: 'bank fell' }, 'shore fell');
    expect(html(editor)).toBe('<p>the <a href="https://a.example/">far shore</a> fell</p>');
    replaceAll(editor, { words: 'far shore' }, '');
    expect(html(editor)).toBe('<p>the  fell</p>');
  });

  it('goes over breaks, and words of several lines are put in with theirs', () => {
    const editor = open('<p>one<br>two</p>', []);
    replaceAll(editor, { words: '(one)\\n(two)', isPattern: true }, '$2 $1');
    expect(html(editor)).toBe('<p>two one</p>');
  });
});

it('leaves citations as they are, and says so by its count', () => {
  const cited =
    '<p>the ferry, <cite data-kind="article" data-id="01890000-0000-7000-8000-000000000000">a ferry</cite></p>';
  const editor = open(cited, []);
  expect(replaceAll(editor, { words: 'ferry' }, 'tram')).toBe(1);
  expect(editor.getEditorState().read(() => $readEditorText().text)).toBe('the tram, a ferry');
});

it('reads the same text as is stored', () => {
  const anyBlocks = anyContent.map(normaliseBlocks).filter((blocks) => blocks.length > 0);
  fc.assert(
    fc.property(anyBlocks, (blocks) => {
      const editor = open(serialiseContent(blocks), []);
      const { text, lines } = editor.getEditorState().read($readEditorText);
      expect(text.replace(/[\n\t]/g, '|')).toBe(plainText(blocks).replace(/[\n\t]/g, '|'));
      expect(lines.length).toBe(leafSpans(blocks).length);
    }),
  );
});

/** The rule in words, on an array of characters. */
function modelReplace(characters: readonly Character[], { start, end, put }: Replacement): Character[] {
  const sharedBy = (some: readonly (Character | undefined)[]) => {
    const [first, ...others] = some.map((one) => (one?.passages ?? '').split(' '));
    return (first ?? []).filter((key) => key && others.every((keys) => keys.includes(key)));
  };
  const old = characters
    .slice(start, end)
    .map(({ text }) => text)
    .join('');
  const kept = keptEnds(old, put);
  const [from, to] = [start + kept.before, end - kept.after];
  const before = characters.slice(0, from).findLast(({ text }) => text !== '\n');
  const after = characters.slice(to).find(({ text }) => text !== '\n');
  const keys = [
    ...sharedBy(characters.slice(start, end)),
    ...sharedBy(characters.slice(from, to)),
    ...sharedBy([before, after]),
  ];
  const passages = [...new Set(keys)].sort().join(' ');
  const came = Array.from(put.slice(kept.before, put.length - kept.after), (text) => ({ text, passages }));
  return [...characters.slice(0, from), ...came, ...characters.slice(to)];
}

it('does with any passages what the rule says, undone and redone as one step', () => {
  const html = '<p>the ferry left <em>the fer</em>ry</p><p>ferry the</p><p>a <strong>the</strong></p>';
  const length = 'the ferry left the ferry\nferry the\na the'.length;
  const ranges = fc.array(fc.tuple(fc.nat(length - 1), fc.integer({ min: 1, max: 14 })), { maxLength: 5 });
  const queries = fc.constantFrom(
    'the',
    'ferry',
    'e',
    'r',
    ' ',
    'the ferry',
    'rry l',
    '(\\p{L}+) (\\p{L}+)',
    'f.rry?',
    '.+',
  );
  const templates = fc.constantFrom(
    '',
    'x',
    'the',
    'ferry',
    'the old ferry',
    '$&$&',
    '$2 $1',
    'e r',
    '$1 and $2',
    'a $&',
    '$& b',
  );
  fc.assert(
    fc.property(ranges, queries, templates, (pairs, words, template) => {
      const editor = open(
        html,
        pairs.map(([start, size], index) => ({
          key: `a${index}#0`,
          start,
          end: Math.min(length, start + size),
        })),
      );
      const before = charactersOf(editor);
      const text = editor.getEditorState().read($readEditorText);
      const query = { words, isPattern: true, matchCase: true, wholeWord: false };
      const result = findInText(text, query, template);
      const matches = result.kind === 'found' ? result.matches : [];
      const expected = matches.reduceRight<readonly Character[]>(modelReplace, before);
      editor.update(() => $replaceMatches(matches), { discrete: true, tag: HISTORY_PUSH_TAG });
      expect(charactersOf(editor)).toEqual(expected);
      editor.update(() => editor.dispatchCommand(UNDO_COMMAND, undefined), { discrete: true });
      expect(charactersOf(editor)).toEqual(before);
      editor.update(() => editor.dispatchCommand(REDO_COMMAND, undefined), { discrete: true });
      expect(charactersOf(editor)).toEqual(expected);
    }),
    { numRuns: 400 },
  );
});
