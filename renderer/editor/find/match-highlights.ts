/** Paints matches on an editor's words without changing them (CSS Custom Highlight API): those near the view. */
import type { LexicalEditor } from 'lexical';
import type { FoundStretch } from '../../../shared/find/find-in-text';
import { type EditorText, lineAt, piecesWithin, type TextPiece } from './editor-text';

const canHighlight = 'highlights' in CSS && typeof Highlight === 'function';

function textOf(editor: LexicalEditor, { key }: TextPiece): Text | null {
  const element = editor.getElementByKey(key);
  return element
    ? (document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text | null)
    : null;
}

/** The words of a match in the document; null while they are not in it. */
export function rangeOfMatch(editor: LexicalEditor, text: EditorText, match: FoundStretch): Range | null {
  const line = lineAt(text, match.start);
  const pieces = line ? piecesWithin(line, match).filter(({ kind }) => kind !== 'break') : [];
  const [first, last] = [pieces[0], pieces.at(-1)];
  const [from, to] = [first && textOf(editor, first), last && textOf(editor, last)];
  if (!first || !last || !from || !to) return null;
  const range = document.createRange();
  range.setStart(from, Math.min(from.length, Math.max(0, match.start - first.start)));
  range.setEnd(to, Math.min(to.length, match.end - last.start));
  return range;
}

export interface ShownMatches {
  readonly text: EditorText;
  readonly matches: readonly FoundStretch[];
  readonly current: number;
}

export class MatchHighlights {
  private shown: ShownMatches | null = null;
  private frame = 0;
  private readonly moved = () => {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.paint());
  };

  constructor(
    private readonly editor: LexicalEditor,
    private readonly scroller: HTMLElement,
  ) {
    scroller.addEventListener('scroll', this.moved, { passive: true });
  }

  show(shown: ShownMatches): void {
    this.shown = shown;
    this.paint();
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    this.scroller.removeEventListener('scroll', this.moved);
    this.shown = null;
    this.paint();
  }

  private paint(): void {
    if (!canHighlight) return;
    CSS.highlights.delete('find-matches');
    CSS.highlights.delete('find-match');
    if (!this.shown || this.shown.matches.length === 0) return;
    const { text, matches, current } = this.shown;
    CSS.highlights.set('find-matches', new Highlight(...this.nearRanges()));
    const match = matches[current];
    const range = match && rangeOfMatch(this.editor, text, match);
    if (!range) return;
    const highlight = new Highlight(range);
    highlight.priority = 1;
    CSS.highlights.set('find-match', highlight);
  }

  /** Matches in view, and as much above and below it. */
  private nearRanges(): Range[] {
    const { top, bottom, height } = this.scroller.getBoundingClientRect();
    const { text, matches } = this.shown ?? { text: null, matches: [] };
    const ranges: Range[] = [];
    for (let at = this.firstBelow(top - height); text && at < matches.length; at++) {
      const match = matches[at];
      const range = match && rangeOfMatch(this.editor, text, match);
      if (!range) continue;
      if (range.getBoundingClientRect().top > bottom + height) break;
      ranges.push(range);
    }
    return ranges;
  }

  /** The first match whose words end below a height of the window (CSS pixels). */
  private firstBelow(y: number): number {
    const { text, matches } = this.shown ?? { text: null, matches: [] };
    let low = 0;
    let high = matches.length;
    while (text && low < high) {
      const middle = (low + high) >>> 1;
      const match = matches[middle];
      const rect = match && rangeOfMatch(this.editor, text, match)?.getBoundingClientRect();
      if (rect && rect.bottom < y) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
