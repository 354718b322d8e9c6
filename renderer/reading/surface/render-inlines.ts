/**
 * Inline content as plain DOM, with marks on the words that passages are on. Nothing in it can be run, followed or
 * fetched: links carry no address that the browser knows, pictures are embedded ones.
 */
import type { Inline, TextInline } from '../../../shared/document/blocks';
import type { PaintedPassage, Segment } from '../model/sweep-segments';
import { markInnerLink } from './inner-links';

/** Segments of one leaf, counted from the leaf's start. */
export type LeafSegments = readonly Segment[];

/** Passages upon each other that a wash can still tell apart. */
const layersShown = 3;

/**
 * One wash and one line however many passages lie here: those of the innermost that has one. The rest of what lies here
 * is told beside the text.
 */
function createMark(words: Node, passages: readonly PaintedPassage[]): HTMLElement {
  const mark = document.createElement('mark');
  mark.dataset['annotations'] = passages.map(({ id }) => id).join(' ');
  if (passages.length > 1) mark.dataset['layers'] = String(Math.min(passages.length, layersShown));
  if (passages.some(({ changed }) => changed)) mark.dataset['changed'] = '';
  const colour = passages.findLast((one) => one.colour !== null)?.colour;
  if (colour) mark.style.setProperty('--wash', `var(--mark-${colour})`);
  const [line] = passages.findLast((one) => one.underlines.length > 0)?.underlines ?? [];
  if (line) mark.dataset['line'] = line;
  mark.append(words);
  return mark;
}

function painted(text: string, segment: Segment | undefined): Node {
  const words = document.createTextNode(text);
  if (!segment) return words;
  const marked = segment.passages.length > 0 ? createMark(words, segment.passages) : words;
  if (!segment.exclusion) return marked;
  const grey = document.createElement('span');
  grey.className = 'greyed';
  grey.append(marked);
  return grey;
}

/** Walks through a leaf's words, knowing where it is among the segments. */
class InlineWriter {
  private at = 0;
  private next = 0;

  constructor(private readonly segments: LeafSegments) {}

  write(inlines: readonly Inline[], into: Node): void {
    for (const inline of inlines) into.appendChild(this.nodeOf(inline));
  }

  private nodeOf(inline: Inline): Node {
    switch (inline.kind) {
      case 'text':
        return this.textOf(inline);
      case 'break':
        this.at++;
        return document.createElement('br');
      case 'image':
        return Object.assign(document.createElement('img'), { src: inline.src, alt: inline.alt });
      case 'link': {
        const link = document.createElement('a');
        link.title = inline.href.startsWith('#') ? '' : inline.href;
        markInnerLink(link, inline);
        this.write(inline.children, link);
        return link;
      }
      case 'citation': {
        const citation = document.createElement('cite');
        citation.dataset['kind'] = inline.target;
        citation.dataset['id'] = inline.targetId;
        this.cut(inline.label, citation);
        return citation;
      }
    }
  }

  private textOf({ text, marks }: TextInline): Node {
    const outer = document.createDocumentFragment();
    let inner: Node = outer;
    for (const mark of marks) inner = inner.appendChild(document.createElement(mark));
    this.cut(text, inner);
    return outer;
  }

  /** Appends words, cut where segments begin and end. */
  private cut(text: string, into: Node): void {
    const from = this.at;
    const end = from + text.length;
    while (this.at < end) {
      while ((this.segments[this.next]?.end ?? end) <= this.at && this.segments[this.next]) this.next++;
      const segment = this.segments[this.next];
      const inside = segment && segment.start <= this.at ? segment : undefined;
      const until = Math.min(end, inside ? inside.end : (segment?.start ?? end));
      into.appendChild(painted(text.slice(this.at - from, until - from), inside));
      this.at = until;
    }
  }
}

/** Puts a leaf's words into its element, in place of what was there. */
export function renderInlines(
  element: HTMLElement,
  inlines: readonly Inline[],
  segments: LeafSegments,
): void {
  const words = document.createDocumentFragment();
  new InlineWriter(segments).write(inlines, words);
  // An empty line keeps its height; a <wbr> has no words.
  if (!words.hasChildNodes()) words.append(document.createElement('wbr'));
  element.replaceChildren(words);
}
