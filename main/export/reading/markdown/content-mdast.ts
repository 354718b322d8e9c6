/**
 * Content as Markdown's tree, citations and marked words as the caller draws them. What Markdown lacks (underline, sub- and
 * superscript) is its plain words.
 */
import type { BlockContent, ListItem, TableCell as MdastCell, PhrasingContent, RootContent } from 'mdast';
import type {
  Block,
  CitationInline,
  ImageInline,
  Inline,
  LeafBlock,
  ListBlock,
  TableBlock,
  TextInline,
} from '../../../../shared/document/blocks';
import { inlineText } from '../../../../shared/document/plain-text';

/** What differs between the kinds of Markdown. */
export interface MdastDrawing {
  readonly cite: (citation: CitationInline) => PhrasingContent;
  readonly picture: (image: ImageInline) => PhrasingContent;
  /** The words, as drawn, with what begins or ends before them. */
  readonly mark: (nodes: readonly PhrasingContent[], words: TextInline) => readonly PhrasingContent[];
  /** Ends what is open at the end of a leaf. */
  readonly endLeaf: () => readonly PhrasingContent[];
  /** What is to stand after a block: in its last line, or (of a table, a quotation, code) apart from it. */
  readonly endBlock: (place: 'in line' | 'apart') => readonly PhrasingContent[];
}

function wrap(inner: PhrasingContent, mark: TextInline['marks'][number]): PhrasingContent {
  if (mark === 'strong') return { type: 'strong', children: [inner] };
  if (mark === 'em') return { type: 'emphasis', children: [inner] };
  return mark === 's' ? { type: 'delete', children: [inner] } : inner;
}

/** White space at the ends of marked words is put outside of the mark, where Markdown wants it. */
function textNodes({ text, marks }: TextInline): PhrasingContent[] {
  const [, lead = '', core = '', trail = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  if (marks.length === 0 || core === '') return [{ type: 'text', value: text }];
  const inner: PhrasingContent = marks.includes('code')
    ? { type: 'inlineCode', value: core }
    : { type: 'text', value: core };
  const spaces = (value: string): PhrasingContent[] => (value === '' ? [] : [{ type: 'text', value }]);
  return [...spaces(lead), marks.reduceRight<PhrasingContent>(wrap, inner), ...spaces(trail)];
}

function inlineNodes(inline: Inline, drawing: MdastDrawing): PhrasingContent[] {
  switch (inline.kind) {
    case 'text':
      return [...drawing.mark(textNodes(inline), inline)];
    case 'break':
      return [{ type: 'break' }];
    case 'image':
      return [drawing.picture(inline)];
    case 'link':
      return [{ type: 'link', url: inline.href, children: inlinesOf(inline.children, drawing) }];
    case 'citation':
      return [drawing.cite(inline)];
  }
}

function inlinesOf(inlines: readonly Inline[], drawing: MdastDrawing): PhrasingContent[] {
  return inlines.flatMap((inline) => inlineNodes(inline, drawing));
}

/** The words of a leaf, and the end of what is marked in it. */
function phrasing(inlines: readonly Inline[], drawing: MdastDrawing): PhrasingContent[] {
  const drawn = inlinesOf(inlines, drawing);
  return [...drawn, ...drawing.endLeaf()];
}

/** A leaf with what is to stand at its end. */
function ended(inlines: readonly Inline[], drawing: MdastDrawing): PhrasingContent[] {
  const drawn = phrasing(inlines, drawing);
  return [...drawn, ...drawing.endBlock('in line')];
}

function apart(block: BlockContent, drawing: MdastDrawing): BlockContent[] {
  const children = [...drawing.endBlock('apart')];
  return children.length > 0 ? [block, { type: 'paragraph', children }] : [block];
}

/** Headings of a note stand below those of the export. */
const headingDepths = { heading1: 3, heading2: 4, heading3: 5, heading4: 6 } as const;

function leafNodes({ kind, inlines }: LeafBlock, drawing: MdastDrawing): BlockContent[] {
  if (kind === 'preformatted') {
    phrasing(inlines, drawing);
    return apart({ type: 'code', value: inlineText(inlines) }, drawing);
  }
  if (kind === 'quote') {
    const children = phrasing(inlines, drawing);
    return apart({ type: 'blockquote', children: [{ type: 'paragraph', children }] }, drawing);
  }
  const children = ended(inlines, drawing);
  if (kind === 'paragraph' || kind === 'caption') return [{ type: 'paragraph', children }];
  return [{ type: 'heading', depth: headingDepths[kind], children }];
}

function listNode({ ordered, items }: ListBlock, drawing: MdastDrawing): BlockContent {
  const children = items.map(({ inlines, lists }): ListItem => {
    const words: BlockContent = { type: 'paragraph', children: ended(inlines, drawing) };
    return {
      type: 'listItem',
      spread: false,
      children: [words, ...lists.map((list) => listNode(list, drawing))],
    };
  });
  return { type: 'list', ordered, spread: false, children };
}

/** A cell of Markdown is one line. */
function cellNode(paragraphs: readonly (readonly Inline[])[], drawing: MdastDrawing): MdastCell {
  const nodes = paragraphs.flatMap((inlines, index): PhrasingContent[] => {
    const drawn = phrasing(inlines, drawing);
    return index === 0 ? drawn : [{ type: 'text', value: ' ' }, ...drawn];
  });
  const children = nodes.map(
    (node): PhrasingContent => (node.type === 'break' ? { type: 'text', value: ' ' } : node),
  );
  return { type: 'tableCell', children };
}

function tableNode({ rows }: TableBlock, drawing: MdastDrawing): BlockContent {
  return {
    type: 'table',
    children: rows.map(({ cells }) => ({
      type: 'tableRow',
      children: cells.map(({ paragraphs }) => cellNode(paragraphs, drawing)),
    })),
  };
}

/** Blocks of content as nodes of a Markdown document. */
export function blocksToMdast(blocks: readonly Block[], drawing: MdastDrawing): RootContent[] {
  return blocks.flatMap((block): RootContent[] => {
    if (block.kind === 'rule') return [{ type: 'thematicBreak' }];
    if (block.kind === 'list') return [listNode(block, drawing)];
    return block.kind === 'table' ? apart(tableNode(block, drawing), drawing) : leafNodes(block, drawing);
  });
}
