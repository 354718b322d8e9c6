/**
 * Moving through a text by keyboard. The cursor is a selected word, so that it can be seen and annotated at once: moving
 * goes from word to word across leaves, extending moves one end. Visual matters (lines, right-to-left) are the surface's.
 */
import { graphemeBounds, utf16Units } from '../../../shared/text/offsets';
import type { Stretch } from './stretch';
import { type Leaf, leafAt, type TextModel } from './text-model';

/** A selection with its direction: `focus` is the end that moves. */
export interface Cursor {
  readonly anchor: number;
  readonly focus: number;
}

export type Direction = 'forward' | 'backward';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
const wordsOfLeaf = new WeakMap<Leaf, readonly Stretch[]>();

function readWords(text: string, leaf: Leaf): Stretch[] {
  const words: Stretch[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text.slice(leaf.start, leaf.end))) {
    if (!isWordLike) continue;
    const start = leaf.start + index;
    words.push({ start: utf16Units(start), end: utf16Units(start + segment.length) });
  }
  return words;
}

/** The words of a leaf in order; kept for as long as the leaf is. */
function wordsOf(model: TextModel, leaf: Leaf): readonly Stretch[] {
  const known = wordsOfLeaf.get(leaf);
  if (known) return known;
  const words = readWords(model.text, leaf);
  wordsOfLeaf.set(leaf, words);
  return words;
}

/** The first word that begins at or after an offset. */
export function wordFrom(model: TextModel, offset: number): Stretch | undefined {
  for (let index = leafAt(model, offset)?.index ?? 0; index < model.leaves.length; index++) {
    const leaf = model.leaves[index];
    const word = leaf && wordsOf(model, leaf).find(({ start }) => start >= offset);
    if (word) return word;
  }
  return undefined;
}

/** The last word that ends at or before an offset. */
export function wordBefore(model: TextModel, offset: number): Stretch | undefined {
  for (let index = leafAt(model, offset)?.index ?? -1; index >= 0; index--) {
    const leaf = model.leaves[index];
    const word = leaf && wordsOf(model, leaf).findLast(({ end }) => end <= offset);
    if (word) return word;
  }
  return undefined;
}

/** The word that an offset is in or touches; else the nearest after it in the same leaf, else before it. */
export function wordAround(model: TextModel, offset: number): Stretch | undefined {
  const leaf = leafAt(model, offset);
  if (!leaf) return undefined;
  const words = wordsOf(model, leaf);
  const holding = words.find(({ start, end }) => start <= offset && offset < end);
  const touching = words.find(({ end }) => end === offset);
  return holding ?? touching ?? words.find(({ start }) => start >= offset) ?? wordBefore(model, offset);
}

/** The selection of a word, ready to be extended forward. */
export const cursorOn = ({ start, end }: Stretch): Cursor => ({ anchor: start, focus: end });

/** The next or previous word; from several selected words, the one beyond them. */
export function moveByWord(model: TextModel, cursor: Cursor, direction: Direction): Cursor {
  const low = Math.min(cursor.anchor, cursor.focus);
  const high = Math.max(cursor.anchor, cursor.focus);
  const word = direction === 'forward' ? wordFrom(model, high) : wordBefore(model, low);
  return word ? cursorOn(word) : cursor;
}

/** True where exactly one word is selected. */
function isOneWord(model: TextModel, { anchor, focus }: Cursor): boolean {
  const word = wordAround(model, Math.min(anchor, focus));
  return word?.start === Math.min(anchor, focus) && word.end === Math.max(anchor, focus);
}

/** The word that the selection began with stays in it: at one word, turning round moves the other end. */
function turned(model: TextModel, cursor: Cursor, direction: Direction): Cursor {
  const runsForward = cursor.focus >= cursor.anchor;
  if (runsForward === (direction === 'forward') || !isOneWord(model, cursor)) return cursor;
  return { anchor: cursor.focus, focus: cursor.anchor };
}

/** Where the moved end goes by a word: to the edge of a word that faces away from what stays selected. */
export function moveEdgeByWord(model: TextModel, { anchor, focus }: Cursor, direction: Direction): number {
  if (direction === 'forward') {
    if (focus < anchor) return wordFrom(model, focus + 1)?.start ?? focus;
    const here = wordAround(model, focus);
    if (here && here.start < focus && focus < here.end) return here.end;
    return wordFrom(model, focus)?.end ?? focus;
  }
  if (focus > anchor) return wordBefore(model, focus - 1)?.end ?? focus;
  const here = wordAround(model, focus);
  if (here && here.start < focus && focus < here.end) return here.start;
  return wordBefore(model, focus)?.start ?? focus;
}

/** Extends or shrinks the selection by a word. */
export function extendByWord(model: TextModel, cursor: Cursor, direction: Direction): Cursor {
  const from = turned(model, cursor, direction);
  return { anchor: from.anchor, focus: moveEdgeByWord(model, from, direction) };
}

/** Extends or shrinks the selection by one grapheme cluster. */
export function extendByCharacter(model: TextModel, { anchor, focus }: Cursor, direction: Direction): Cursor {
  const { text } = model;
  if (direction === 'forward') {
    return { anchor, focus: focus >= text.length ? focus : graphemeBounds(text, focus + 1).after };
  }
  return { anchor, focus: focus <= 0 ? focus : graphemeBounds(text, focus - 1).before };
}

/** Brings a moved end to the edge of the word it fell into, outwards. */
export function snapFocusToWord(model: TextModel, { anchor, focus }: Cursor): Cursor {
  const leaf = leafAt(model, focus);
  const word = leaf && wordsOf(model, leaf).find(({ start, end }) => start < focus && focus < end);
  if (!word) return { anchor, focus };
  return { anchor, focus: focus >= anchor ? word.end : word.start };
}
