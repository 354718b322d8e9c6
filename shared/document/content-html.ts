/**
 * Canonical HTML read back into content. It reads what `serialiseContent` writes and refuses everything else: making
 * articles out of the HTML of the world is the importer's work.
 */
import { Parser } from 'htmlparser2';
import type {
  Block,
  CitationTarget,
  Inline,
  LeafBlock,
  LinkInline,
  ListBlock,
  ListItem,
  TableBlock,
  TableCell,
  TextMark,
} from './blocks';
import { textMarks } from './blocks';
import { type ContentElement as Element, readCanonicalElements, voidElements } from './canonical-elements';
import { isEmbeddedImage, isLinkName, isSafeHref, normaliseBlocks } from './normalise-blocks';
import { leafElements } from './serialise-content';

export { serialiseContent } from './serialise-content';

const allowedAttributes: Readonly<Record<string, readonly string[]>> = {
  img: ['src', 'alt'],
  a: ['href'],
  cite: ['data-kind', 'data-id'],
};
const citationTargets: readonly CitationTarget[] = ['annotation', 'entity', 'event', 'article'];
const leafKinds = new Map(
  Object.entries(leafElements).map(([kind, name]) => [name, kind as LeafBlock['kind']]),
);
const marksByName = new Map<string, TextMark>(textMarks.map((mark) => [mark, mark]));

function refuse(what: string): never {
  throw new Error(`not canonical content: ${what}`);
}

/** The elements of content that is spelled another way than the program does; refuses what a parser would have to repair. */
function readElements(html: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const stack: Element[] = [root];
  const current = (): Element => stack.at(-1) ?? root;
  const parser = new Parser(
    {
      onopentag: (name, attributes, isImplied) => {
        if (isImplied) refuse(`</${name}> without a start`);
        const element: Element = { name, attributes, children: [] };
        current().children.push(element);
        stack.push(element);
      },
      onclosetag: (name, isImplied) => {
        if (isImplied && !voidElements.has(name)) refuse(`<${name}> without an end`);
        stack.pop();
      },
      ontext: (text) => {
        const { children } = current();
        const last = children.at(-1);
        if (typeof last === 'string') children[children.length - 1] = last + text;
        else children.push(text);
      },
      oncomment: () => refuse('a comment'),
      onprocessinginstruction: () => refuse('a declaration'),
    },
    { decodeEntities: true, lowerCaseTags: false, lowerCaseAttributeNames: false },
  );
  parser.end(html);
  return root;
}

/** Attributes that an element may also have. */
const furtherAttributes: Readonly<Record<string, readonly string[]>> = { a: ['id'] };

function checkAttributes(element: Element): void {
  const allowed = allowedAttributes[element.name] ?? [];
  const further = furtherAttributes[element.name] ?? [];
  const names = Object.keys(element.attributes).filter((name) => !further.includes(name));
  if (names.length !== allowed.length || names.some((name) => !allowed.includes(name))) {
    refuse(`attributes of <${element.name}>`);
  }
}

function childElements(element: Element, names: readonly string[]): Element[] {
  checkAttributes(element);
  return element.children.map((child) => {
    if (typeof child === 'string' || !names.includes(child.name))
      return refuse(`content of <${element.name}>`);
    return child;
  });
}

function onlyText(element: Element): string {
  const text = element.children.map((child) =>
    typeof child === 'string' ? child : refuse(`content of <${element.name}>`),
  );
  return text.join('');
}

function readImage(element: Element): Inline {
  const { src = '', alt = '' } = element.attributes;
  if (!isEmbeddedImage(src)) refuse('a picture that is not embedded');
  return { kind: 'image', src, alt };
}

function readCitation(element: Element): Inline {
  const target = citationTargets.find((kind) => kind === element.attributes['data-kind']);
  if (!target) return refuse('the kind of a citation');
  return {
    kind: 'citation',
    target,
    targetId: element.attributes['data-id'] ?? '',
    label: onlyText(element),
  };
}

function readLink(element: Element): LinkInline {
  const { href = '', id: name } = element.attributes;
  if (!isSafeHref(href)) refuse('a link that is not safe');
  if (name !== undefined && !isLinkName(name)) refuse('the name of a link');
  const children = readInlines(element.children, []).map((child) =>
    child.kind === 'link' || child.kind === 'citation' ? refuse('content of a link') : child,
  );
  return { kind: 'link', href, ...(name === undefined ? {} : { name }), children };
}

function readInlineElement(element: Element, marks: readonly TextMark[]): Inline[] {
  checkAttributes(element);
  const mark = marksByName.get(element.name);
  if (mark) return readMarked(element, [...marks, mark]);
  if (marks.length > 0) refuse(`<${element.name}> inside of a mark`);
  if (element.name === 'br') return [{ kind: 'break' }];
  if (element.name === 'img') return [readImage(element)];
  if (element.name === 'a') return [readLink(element)];
  if (element.name === 'cite') return [readCitation(element)];
  return refuse(`<${element.name}>`);
}

function readMarked(element: Element, marks: readonly TextMark[]): Inline[] {
  if (new Set(marks).size !== marks.length) refuse('a mark inside of itself');
  return readInlines(element.children, marks);
}

function readInlines(children: readonly (Element | string)[], marks: readonly TextMark[]): Inline[] {
  return children.flatMap((child): Inline[] =>
    typeof child === 'string' ? [{ kind: 'text', text: child, marks }] : readInlineElement(child, marks),
  );
}

function readLeaf(element: Element, kind: LeafBlock['kind']): LeafBlock {
  checkAttributes(element);
  const [first, ...rest] = element.children;
  const guarded = kind === 'preformatted' && typeof first === 'string' && first.startsWith('\n');
  return { kind, inlines: readInlines(guarded ? [first.slice(1), ...rest] : element.children, []) };
}

const isList = (child: Element | string): boolean =>
  typeof child !== 'string' && (child.name === 'ul' || child.name === 'ol');

function readItem(element: Element): ListItem {
  checkAttributes(element);
  const firstList = element.children.findIndex(isList);
  const split = firstList < 0 ? element.children.length : firstList;
  const lists = element.children
    .slice(split)
    .map((child) =>
      typeof child !== 'string' && isList(child) ? readList(child) : refuse('words after a list'),
    );
  return { inlines: readInlines(element.children.slice(0, split), []), lists };
}

function readList(element: Element): ListBlock {
  const items = childElements(element, ['li']).map(readItem);
  if (items.length === 0) refuse('an empty list');
  return { kind: 'list', ordered: element.name === 'ol', items };
}

function readCell(element: Element): TableCell {
  const paragraphs = childElements(element, ['p']).map((child) => readLeaf(child, 'paragraph').inlines);
  if (paragraphs.length === 0) refuse('a cell without a paragraph');
  return { header: element.name === 'th', paragraphs };
}

function readRow(element: Element): { readonly cells: TableCell[] } {
  const cells = childElements(element, ['th', 'td']).map(readCell);
  return cells.length === 0 ? refuse('an empty row') : { cells };
}

function readTable(element: Element): TableBlock {
  const rows = childElements(element, ['tr']).map(readRow);
  return rows.length === 0 ? refuse('an empty table') : { kind: 'table', rows };
}

function readBlock(child: Element | string): Block {
  if (typeof child === 'string') return refuse('words outside of a block');
  const leaf = leafKinds.get(child.name);
  if (leaf) return readLeaf(child, leaf);
  if (isList(child)) return readList(child);
  if (child.name === 'table') return readTable(child);
  checkAttributes(child);
  return child.name === 'hr' ? { kind: 'rule' } : refuse(`<${child.name}>`);
}

/** Reads canonical HTML into normal content. Throws an Error that names what is outside of the canonical subset. */
export function parseContent(html: string): Block[] {
  const root = readCanonicalElements(html) ?? readElements(html);
  return normaliseBlocks(root.children.map(readBlock));
}
