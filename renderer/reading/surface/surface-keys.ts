/**
 * The keyboard on the reading surface. The cursor is a selected word: arrow keys go from word to word and line to line,
 * with Shift they extend the selection, with Shift and Control (or Alt) by one letter. It changes the selection alone.
 */
import { utf16Units } from '../../../shared/text/offsets';
import {
  type Cursor,
  cursorOn,
  type Direction,
  extendByCharacter,
  extendByWord,
  moveByWord,
  snapFocusToWord,
  wordAround,
  wordBefore,
  wordFrom,
} from '../model/word-movement';
import { offsetAtPixel, rangeOfStretch, readSelection, type ShownText, writeSelection } from './dom-points';

export interface KeyTarget {
  readonly shown: ShownText;
  /** Where to begin when nothing is selected. */
  readonly startOffset: () => number;
  readonly onMoved: (cursor: Cursor) => void;
}

const horizontal: Readonly<Record<string, 'left' | 'right'>> = { ArrowLeft: 'left', ArrowRight: 'right' };
const vertical: Readonly<Record<string, Direction>> = { ArrowUp: 'backward', ArrowDown: 'forward' };
const lineEdges: Readonly<Record<string, Direction>> = { Home: 'backward', End: 'forward' };

/** The direction in the text of an arrow key: in right-to-left words, left is forward. */
export function readingDirection(shown: ShownText, offset: number, side: 'left' | 'right'): Direction {
  const leaf = shown.model.leaves.findLast(({ start }) => start <= offset);
  const element = leaf && shown.leafElements[leaf.index];
  const isRightToLeft = element !== undefined && getComputedStyle(element).direction === 'rtl';
  return (side === 'right') === isRightToLeft ? 'backward' : 'forward';
}

export class SurfaceKeys {
  /** The column that Up and Down keep to, in CSS pixels. */
  private goalX: number | null = null;

  constructor(private readonly target: KeyTarget) {}

  /** True when the key was one of its own. */
  handle(event: KeyboardEvent): boolean {
    const cursor = this.cursor();
    const next = this.after(event, cursor);
    if (!next) return false;
    if (!(event.key in vertical)) this.goalX = null;
    writeSelection(this.target.shown, next.anchor, next.focus);
    this.target.onMoved(next);
    return true;
  }

  private cursor(): Cursor {
    const selection = readSelection(this.target.shown);
    if (selection) return selection;
    const offset = this.target.startOffset();
    return { anchor: offset, focus: offset };
  }

  private after(event: KeyboardEvent, cursor: Cursor): Cursor | null {
    const { key, shiftKey } = event;
    const withControl = event.ctrlKey || event.metaKey;
    const side = horizontal[key];
    if (side && (!event.altKey || shiftKey)) return this.sideways(cursor, side, event);
    if (event.altKey) return null;
    if (withControl && key.toLowerCase() === 'a')
      return { anchor: 0, focus: this.target.shown.model.text.length };
    const edge = lineEdges[key];
    if (edge)
      return withControl ? this.toTextEdge(cursor, edge, shiftKey) : this.toLineEdge(cursor, edge, shiftKey);
    const line = vertical[key];
    return line && !withControl ? this.byLine(cursor, line, shiftKey) : null;
  }

  private sideways(cursor: Cursor, side: 'left' | 'right', event: KeyboardEvent): Cursor {
    const { model } = this.target.shown;
    const direction = readingDirection(this.target.shown, cursor.focus, side);
    if (!event.shiftKey) return moveByWord(model, cursor, direction);
    const byLetter = event.ctrlKey || event.altKey || event.metaKey;
    return byLetter ? extendByCharacter(model, cursor, direction) : extendByWord(model, cursor, direction);
  }

  private toTextEdge({ anchor }: Cursor, direction: Direction, extend: boolean): Cursor {
    const { model } = this.target.shown;
    const word = direction === 'backward' ? wordFrom(model, 0) : wordBefore(model, model.text.length);
    if (!extend) return word ? cursorOn(word) : { anchor: 0, focus: 0 };
    return { anchor, focus: direction === 'backward' ? 0 : model.text.length };
  }

  private toLineEdge(cursor: Cursor, direction: Direction, extend: boolean): Cursor {
    const focus = this.modified(cursor.focus, direction, 'lineboundary');
    if (extend) return { anchor: cursor.anchor, focus };
    return this.wordAt(direction === 'forward' ? Math.max(0, focus - 1) : focus, cursor);
  }

  private byLine(cursor: Cursor, direction: Direction, extend: boolean): Cursor {
    const { shown } = this.target;
    const from = extend ? cursor.focus : Math.min(cursor.anchor, cursor.focus);
    const before = this.caretRect(from);
    const line = this.modified(from, direction, 'line');
    this.goalX ??= before ? before.left + 1 : null;
    const rect = this.caretRect(line);
    const onGoal =
      rect && this.goalX !== null ? offsetAtPixel(shown, this.goalX, rect.top + rect.height / 2) : null;
    const offset = onGoal ?? line;
    if (extend) return snapFocusToWord(shown.model, { anchor: cursor.anchor, focus: offset });
    return this.wordAt(offset, cursor);
  }

  private wordAt(offset: number, otherwise: Cursor): Cursor {
    const word = wordAround(this.target.shown.model, offset);
    return word ? cursorOn(word) : otherwise;
  }

  /** Where the browser's own movement leads from an offset. */
  private modified(from: number, direction: Direction, granularity: 'line' | 'lineboundary'): number {
    const { shown } = this.target;
    writeSelection(shown, from, from);
    document.getSelection()?.modify('move', direction, granularity);
    return readSelection(shown)?.focus ?? from;
  }

  /** Of the letter at an offset; a caret where a line wraps would be measured at the end of the line before. */
  private caretRect(offset: number): DOMRect | undefined {
    const { shown } = this.target;
    const letter = rangeOfStretch(shown, {
      start: utf16Units(offset),
      end: utf16Units(offset + 1),
    })?.getClientRects()[0];
    if (letter) return letter;
    writeSelection(shown, offset, offset);
    return document.getSelection()?.getRangeAt(0).getClientRects()[0];
  }
}
