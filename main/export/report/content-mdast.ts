/** The content of a note as Markdown's tree. What Markdown lacks (underline, sub- and superscript) is its plain words. */
import type { BlockContent, ListItem, TableCell as MdastCell, PhrasingContent, RootContent } from 'mdast';
import type {
  Block,
  Inline,
  LeafBlock,
  ListBlock,
  TableBlock,
  TextInline,
} from '../../../shared/document/blocks';
import { inlineText } from '../../../shared/document/plain-text';

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

function inlineNodes(inline: Inline): PhrasingContent[] {
  switch (inline.kind) {
    case 'text':
      return textNodes(inline);
    case 'break':
      return [{ type: 'break' }];
    case 'image':
      return [{ type: 'image', url: inline.src, alt: inline.alt }];
    case 'link':
      return [{ type: 'link', url: inline.href, children: phrasing(inline.children) }];
    case 'citation':
      return [
        {
          type: 'link',
          url: `urn:uuid:${inline.targetId}`,
          children: [{ type: 'text', value: inline.label }],
        },
      ];
  }
}

function phrasing(inlines: readonly Inline[]): PhrasingContent[] {
  return inlines.flatMap(inlineNodes);
}

/** Headings of a note stand below those of the export. */
const headingDepths = { heading1: 3, heading2: 4, heading3: 5, heading4: 6 } as const;

function leafNode({ kind, inlines }: LeafBlock): BlockContent {
  if (kind === 'preformatted') return { type: 'code', value: inlineText(inlines) };
  const paragraph: BlockContent = { type: 'paragraph', children: phrasing(inlines) };
  if (kind === 'quote') return { type: 'blockquote', children: [paragraph] };
  if (kind === 'paragraph' || kind === 'caption') return paragraph;
  return { type: 'heading', depth: headingDepths[kind], children: phrasing(inlines) };
}

function listNode({ ordered, items }: ListBlock): BlockContent {
  const children = items.map(
    ({ inlines, lists }): ListItem => ({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children: phrasing(inlines) }, ...lists.map(listNode)],
    }),
  );
  return { type: 'list', ordered, spread: false, children };
}

/** A cell of Markdown is one line. */
function cellNode(paragraphs: readonly (readonly Inline[])[]): MdastCell {
  const inlines = paragraphs.flatMap((each, index) =>
    index === 0 ? each : [{ kind: 'text' as const, text: ' ', marks: [] }, ...each],
  );
  const children = phrasing(inlines).map(
    (node): PhrasingContent => (node.type === 'break' ? { type: 'text', value: ' ' } : node),
  );
  return { type: 'tableCell', children };
}

function tableNode({ rows }: TableBlock): BlockContent {
  return {
    type: 'table',
    children: rows.map(({ cells }) => ({
      type: 'tableRow',
      children: cells.map(({ paragraphs }) => cellNode(paragraphs)),
    })),
  };
}

/** Blocks of content as nodes of a Markdown document. */
export function blocksToMdast(blocks: readonly Block[]): RootContent[] {
  return blocks.map((block) => {
    if (block.kind === 'rule') return { type: 'thematicBreak' };
    if (block.kind === 'list') return listNode(block);
    return block.kind === 'table' ? tableNode(block) : leafNode(block);
  });
}
