/**
 * What a script may hold, and how each step is done in the editor and in the model. Places are shares of the text's length,
 * which is another after each step. For tests.
 */
import { $toggleLink } from '@lexical/link';
import {
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
} from '@lexical/list';
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $findTableNode,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  INSERT_TABLE_COMMAND,
} from '@lexical/table';
import {
  $create,
  $createParagraphNode,
  $getSelection,
  $isRangeSelection,
  type ElementNode,
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalCommand,
  OUTDENT_CONTENT_COMMAND,
} from 'lexical';
import type { Block } from '../../../shared/document/blocks';
import { type FindQuery, findInText } from '../../../shared/find/find-in-text';
import { $readEditorText } from '../find/editor-text';
import { $replaceMatches } from '../find/replace-matches';
import { PreformattedNode } from '../nodes/leaf-nodes';
import type { CharacterModel, Clip } from './character-model';
import type { ScriptEditor } from './script-editor';

/** An editor with its model, and where the step is. */
export interface Stage {
  readonly editor: ScriptEditor;
  readonly model: CharacterModel;
  /** The text before the step, with the ends of lines. */
  readonly text: string;
  /** After each of several edits of one step. */
  readonly settle: () => void;
  /** What all editors share. */
  readonly clipboard: { clip: Clip | null; nodes: Parameters<ScriptEditor['paste']>[0] };
}

export interface Step {
  readonly kind: StepKind | 'undo' | 'redo' | 'switch';
  /** Share of the text before the place. */
  readonly at: number;
  /** Characters that are selected from there on. */
  readonly length: number;
  readonly words: string;
  /** Which of several ways. */
  readonly way: number;
}

/** A stretch of the text: offsets with the ends of lines, and without. */
interface Selected {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

export type Deed = (stage: Stage, selected: Selected, step: Step) => void;

const select = ({ editor }: Stage, { from, to }: Selected, way: number) =>
  way % 3 === 0 ? editor.select(to, from) : editor.select(from, to, way % 2 === 1);

const isNone = ({ from, to }: Selected) => from === to;

/** Whether only white space is left of a line when the selected words are gone. */
function isBlank(text: string, { from, to }: Selected): boolean {
  const before = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
  const left = before + (text.slice(to).split('\n')[0] ?? '');
  return left !== '' && left.trim() === '';
}

/** Does something that changes no character. */
const shape =
  (run: (stage: Stage, way: number) => void): Deed =>
  (stage, selected, { way }) => {
    select(stage, selected, way);
    run(stage, way);
  };

const command =
  <Payload>(name: LexicalCommand<Payload>, payload: Payload): Deed =>
  (stage, selected, { way }) => {
    select(stage, selected, way);
    stage.editor.dispatch(name, payload);
  };

const blocks: readonly (() => ElementNode)[] = [
  () => $createHeadingNode('h2'),
  $createQuoteNode,
  $createParagraphNode,
  () => $create(PreformattedNode),
];

function $setBlocks(way: number): void {
  const selection = $getSelection();
  const create = blocks[way % blocks.length];
  if ($isRangeSelection(selection) && create) $setBlocksType(selection, create);
}

const paragraph = (text: string): Block => ({
  kind: 'paragraph',
  inlines: [{ kind: 'text', text, marks: [] }],
});

function brought(words: string, way: number): readonly Block[] {
  const inlines = [{ kind: 'text', text: words, marks: [] }] as const;
  if (way % 3 === 0) return [paragraph(words), { kind: 'heading2', inlines }];
  if (way % 3 === 1)
    return [
      {
        kind: 'list',
        ordered: false,
        items: [
          { inlines, lists: [] },
          { inlines, lists: [] },
        ],
      },
    ];
  return [paragraph(words)];
}

const pattern = (words: string): FindQuery => ({ words, matchCase: true, wholeWord: false, isPattern: true });

/** What is looked for, and what is put in its place: the selected words everywhere, or a pattern. */
function askedFor(selected: string, words: string, way: number): readonly [FindQuery, template: string] {
  const line = selected.split('\n')[0] ?? '';
  const put = way % 4 === 0 ? '' : way % 4 === 1 ? line + words : way % 4 === 2 ? words + line : words;
  const plain: FindQuery = {
    words: line,
    matchCase: way % 2 > 0,
    wholeWord: way % 5 === 0,
    isPattern: false,
  };
  const asked: readonly (readonly [FindQuery, string])[] = [
    [plain, put],
    [pattern('[a-eл-рÀ-Ä0-4]+'), put],
    [pattern('(\\S+) (\\S+)'), way % 4 < 2 ? '$2 $1' : `$1 ${words} $2`],
    [pattern('\\s'), words],
  ];
  return asked[line === '' ? 1 + (way % 3) : way < 14 ? 0 : way % 4] ?? [plain, put];
}

const deeds = {
  insert: (stage, { from, start }, { words, way }) => {
    stage.editor.select(from, from, way % 2 === 1).type(words);
    stage.model.type(start, start, words);
  },
  type: (stage, selected, { words, way }) => {
    select(stage, selected, way);
    stage.editor.type(words);
    stage.model.type(selected.start, selected.end, words);
  },
  retype: (stage, selected, { words, way }) => {
    if (isNone(selected)) return;
    select(stage, selected, way);
    stage.editor.delete();
    stage.model.deleteToRetype(selected.start, selected.end);
    stage.settle();
    let at = selected.start;
    for (const letter of words) {
      stage.editor.type(letter);
      stage.model.retype(at, letter);
      stage.settle();
      at += letter.length;
    }
  },
  delete: (stage, selected, { way }) => {
    if (isNone(selected)) return;
    select(stage, selected, way);
    stage.editor.delete();
    stage.model.delete(selected.start, selected.end);
  },
  key: (stage, { from, start }, { way }) => {
    const reach = stage.editor.select(from, from, way % 2 === 1).deleteBeside(way % 4 < 2, way % 8 < 5);
    if (way % 4 < 2) stage.model.delete(start - reach, start);
    else stage.model.delete(start, start + reach);
  },
  split: (stage, selected, { way }) => {
    // Lexical takes a list item of white space for an empty one, and drops it.
    if (isBlank(stage.text, selected)) return;
    select(stage, selected, way);
    stage.editor.dispatch(INSERT_PARAGRAPH_COMMAND, undefined);
    stage.model.delete(selected.start, selected.end);
  },
  break: (stage, selected, { way }) => {
    select(stage, selected, way);
    stage.editor.dispatch(INSERT_LINE_BREAK_COMMAND, false);
    stage.model.delete(selected.start, selected.end);
  },
  format: (stage, selected, { way }) => {
    if (isNone(selected)) return;
    select(stage, selected, way);
    stage.editor.dispatch(FORMAT_TEXT_COMMAND, way % 2 ? 'bold' : 'italic');
  },
  link: (stage, selected, { way }) => {
    if (isNone(selected)) return;
    // Lexical 0.52 throws, and does nothing, where a link is taken off words that only touch it.
    if (way % 3 === 0) stage.editor.select(selected.from);
    else select(stage, selected, way);
    stage.editor.step(() => $toggleLink(way % 3 === 0 ? null : 'https://example.org/'));
  },
  block: shape(({ editor }, way) => editor.step(() => $setBlocks(way))),
  bullets: command(INSERT_UNORDERED_LIST_COMMAND, undefined),
  numbers: command(INSERT_ORDERED_LIST_COMMAND, undefined),
  unlist: command(REMOVE_LIST_COMMAND, undefined),
  indent: command(INDENT_CONTENT_COMMAND, undefined),
  outdent: command(OUTDENT_CONTENT_COMMAND, undefined),
  table: (stage, { from }, { way }) => {
    stage.editor.select(from, from, way % 2 === 1);
    stage.editor.dispatch(INSERT_TABLE_COMMAND, { rows: '2', columns: '2', includeHeaders: false });
  },
  grow: (stage, { from }, { way }) => {
    if (!stage.editor.select(from).isInTable()) return;
    stage.editor.step(() =>
      way % 2 ? $insertTableRowAtSelection(way % 3 === 0) : $insertTableColumnAtSelection(way % 3 === 0),
    );
  },
  shrink: (stage, { from }, { way }) => {
    const gone = stage.editor
      .select(from)
      .tablePieces((['row', 'column', 'table'] as const)[way % 3] ?? 'table');
    if (!gone) return;
    stage.editor.step(() => {
      if (way % 3 === 0) $deleteTableRowAtSelection();
      else if (way % 3 === 1) $deleteTableColumnAtSelection();
      else {
        const node = $getSelection()?.getNodes()[0];
        if (node) $findTableNode(node)?.remove();
      }
    });
    for (const [start, end] of [...gone].reverse()) stage.model.delete(start, end);
  },
  copy: (stage, selected, { way }) => {
    if (isNone(selected)) return;
    select(stage, selected, way);
    stage.clipboard.nodes = stage.editor.copy();
    stage.clipboard.clip = stage.model.copy(selected.start, selected.end, false);
  },
  cut: (stage, selected, { way }) => {
    if (isNone(selected)) return;
    select(stage, selected, way);
    stage.clipboard.clip = stage.model.copy(selected.start, selected.end, true);
    stage.clipboard.nodes = stage.editor.cut();
    stage.model.delete(selected.start, selected.end);
  },
  paste: (stage, selected, { way }) => {
    const { clip, nodes } = stage.clipboard;
    if (!clip) return;
    select(stage, selected, way);
    stage.editor.paste(nodes);
    stage.model.paste(selected.start, selected.end, clip);
  },
  bring: (stage, selected, { words, way }) => {
    select(stage, selected, way);
    const content = brought(words, way);
    stage.editor.bring(content);
    stage.model.bring(selected.start, selected.end, way % 3 < 2 ? words + words : words);
  },
  drag: (stage, selected, { way }) => {
    const { editor, model, text } = stage;
    const into = editor.snap(text, Math.floor((((way * 7919) % 1000) / 1000) * text.length));
    if (isNone(selected) || (into >= selected.from && into <= selected.to)) return;
    select(stage, selected, way);
    const clip = model.copy(selected.start, selected.end, true);
    editor.drag(into);
    model.delete(selected.start, selected.end);
    const there = unended(text, into);
    const at = there < selected.end ? there : there - (selected.end - selected.start);
    model.paste(at, at, clip);
  },
  replace: ({ editor, model, text }, { from, to }, { words, way }) => {
    const there = editor.editor.read($readEditorText);
    const found = findInText(there, ...askedFor(text.slice(from, to), words, way));
    if (found.kind === 'invalid' || found.matches.length === 0) return;
    editor.step(() => $replaceMatches(found.matches));
    for (const { start, end, put } of found.matches.toReversed())
      model.substitute(unended(there.text, start), there.text.slice(start, end), put);
  },
} satisfies Record<string, Deed>;

type StepKind = keyof typeof deeds;

/** How many characters that are no ends of lines stand before an offset. */
function unended(text: string, offset: number): number {
  let ends = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) ends += 1;
  return offset - ends;
}

/** Does a step that edits, in the editor and in the model. */
export function perform(stage: Stage, step: Step): void {
  if (step.kind === 'undo' || step.kind === 'redo' || step.kind === 'switch') return;
  const { editor, text } = stage;
  const from = editor.snap(text, Math.floor(step.at * (text.length + 1)));
  const to = editor.within(text, from, editor.snap(text, Math.min(text.length, from + step.length)));
  const deed: Deed = deeds[step.kind];
  deed(stage, { from, to, start: unended(text, from), end: unended(text, to) }, step);
}
