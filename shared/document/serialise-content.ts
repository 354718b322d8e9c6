/**
 * Content as canonical HTML: the form in which articles and notes are stored and hashed. White space is literal, there is
 * none between tags. Reading it back is `content-html.ts`.
 */
import type {
  Block,
  Inline,
  LeafBlock,
  LinkInline,
  ListBlock,
  ListItem,
  TableBlock,
  TableCell,
  TextInline,
} from './blocks';
import { isEmbeddedImage, isLinkName, isSafeHref } from './normalise-blocks';

/** The element of each kind of leaf block. */
export const leafElements: Readonly<Record<LeafBlock['kind'], string>> = {
  paragraph: 'p',
  heading1: 'h1',
  heading2: 'h2',
  heading3: 'h3',
  heading4: 'h4',
  quote: 'blockquote',
  preformatted: 'pre',
  caption: 'figcaption',
};

/** One sign after the other, where there is any: much quicker than by one pattern that asks what each stands for. */
const escapeText = (text: string): string =>
  /[&<>]/.test(text) ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;') : text;
const escapeValue = (value: string): string => escapeText(value).replace(/"/g, '&quot;');

const serialiseText = (inline: TextInline): string =>
  inline.marks.reduceRight((inner, mark) => `<${mark}>${inner}</${mark}>`, escapeText(inline.text));

function nameOf({ name }: LinkInline): string {
  if (name === undefined) return '';
  if (!isLinkName(name)) throw new Error('content: a link with a name that is none');
  return ` id="${name}"`;
}

function serialiseInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return serialiseText(inline);
    case 'break':
      return '<br>';
    case 'image':
      if (!isEmbeddedImage(inline.src)) throw new Error('content: a picture that is not embedded');
      return `<img src="${inline.src}" alt="${escapeValue(inline.alt)}">`;
    case 'link':
      if (!isSafeHref(inline.href)) throw new Error('content: a link that is not safe');
      return `<a href="${escapeValue(inline.href)}"${nameOf(inline)}>${serialiseInlines(inline.children)}</a>`;
    case 'citation': {
      const id = escapeValue(inline.targetId);
      return `<cite data-kind="${inline.target}" data-id="${id}">${escapeText(inline.label)}</cite>`;
    }
  }
}

/** Inline content as canonical HTML. */
function serialiseInlines(inlines: readonly Inline[]): string {
  return inlines.map(serialiseInline).join('');
}

function serialiseLeaf(block: LeafBlock): string {
  const element = leafElements[block.kind];
  const inner = serialiseInlines(block.inlines);
  // HTML drops a line end right after <pre>: one more keeps the text's own.
  const guard = block.kind === 'preformatted' && inner.startsWith('\n') ? '\n' : '';
  return `<${element}>${guard}${inner}</${element}>`;
}

const serialiseItem = (item: ListItem): string =>
  `<li>${serialiseInlines(item.inlines)}${item.lists.map(serialiseList).join('')}</li>`;

function serialiseList(list: ListBlock): string {
  const element = list.ordered ? 'ol' : 'ul';
  return `<${element}>${list.items.map(serialiseItem).join('')}</${element}>`;
}

function serialiseCell(cell: TableCell): string {
  const element = cell.header ? 'th' : 'td';
  const paragraphs = cell.paragraphs.map((inlines) => `<p>${serialiseInlines(inlines)}</p>`);
  return `<${element}>${paragraphs.join('')}</${element}>`;
}

function serialiseTable(table: TableBlock): string {
  const rows = table.rows.map((row) => `<tr>${row.cells.map(serialiseCell).join('')}</tr>`);
  return `<table>${rows.join('')}</table>`;
}

function serialiseBlock(block: Block): string {
  if (block.kind === 'rule') return '<hr>';
  if (block.kind === 'list') return serialiseList(block);
  return block.kind === 'table' ? serialiseTable(block) : serialiseLeaf(block);
}

/**
 * Content as canonical HTML. The content is taken as normal (see `normaliseBlocks`). Throws on a link or picture that
 * the content model does not allow.
 */
export function serialiseContent(blocks: readonly Block[]): string {
  return blocks.map(serialiseBlock).join('');
}
