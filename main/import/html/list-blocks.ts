/**
 * Lists of a page. An item of the content model holds words and lists; an item that holds more (a table, a heading,
 * a quotation) is given out as blocks of its own between two lists, so that nothing is lost or reordered.
 */
import type { Block, Inline, ListBlock, ListItem } from '../../../shared/document/blocks';
import {
  closeLeaf,
  type Flow,
  isHidden,
  nameNextWords,
  type PageContext,
  paragraphsOfBlocks,
  type Setting,
  startFlow,
} from './flow';
import { asElement, childrenOf, holds, type PageElement, type PageNode, textNode } from './page-node';
import { blockElements, elementNames } from './page-policy';

const listElements: ReadonlySet<string> = elementNames('ul ol menu dir');
const heavyElements: ReadonlySet<string> = elementNames(
  'table pre listing h1 h2 h3 h4 h5 h6 blockquote hr figcaption dl',
);

/** The list and, where items do not fit into one, the blocks between its parts. */
export function listBlocks(list: PageElement, page: PageContext, setting: Setting): Block[] {
  return blocksOfList(list, page, setting, isHeavy);
}

function isHeavy(entry: PageElement): boolean {
  return heavyElements.has(entry.localName) || holds(entry, heavyElements);
}

function blocksOfList(
  list: PageElement,
  page: PageContext,
  setting: Setting,
  mustLeave: (entry: PageElement) => boolean,
): Block[] {
  const ordered = list.localName === 'ol';
  const blocks: Block[] = [];
  let items: ListItem[] = [];
  const closeList = (): void => {
    if (items.length > 0) blocks.push({ kind: 'list', ordered, items });
    items = [];
  };
  for (const entry of childrenOf(list)) {
    const element = asElement(entry);
    if (element !== null && mustLeave(element)) {
      closeList();
      blocks.push(...blocksOf(element, page, setting));
    } else items.push(...readItems(entry, page, setting));
  }
  closeList();
  return blocks;
}

function blocksOf(element: PageElement, page: PageContext, setting: Setting): readonly Block[] {
  const flow = startFlow(page, setting.leaf);
  page.readNode(flow, element, setting);
  closeLeaf(flow);
  return flow.blocks;
}

interface ItemReading {
  readonly page: PageContext;
  readonly setting: Setting;
  readonly items: ListItem[];
  flow: Flow;
  lists: ListBlock[];
}

/** One item, more where words follow a nested list, none for what is blank or hidden. */
function readItems(entry: PageNode, page: PageContext, setting: Setting): ListItem[] {
  const element = asElement(entry);
  const reading: ItemReading = {
    page,
    setting: { ...setting, leaf: 'paragraph' },
    items: [],
    flow: startFlow(page),
    lists: [],
  };
  if (element === null || listElements.has(element.localName)) readItemPart(reading, entry);
  else if (!isHidden(element)) {
    nameNextWords(reading.flow, element);
    for (const child of childrenOf(element)) readItemPart(reading, child);
  }
  closeItem(reading);
  return reading.items;
}

function readItemPart(reading: ItemReading, node: PageNode): void {
  const element = asElement(node);
  if (element === null) return readWords(reading, node);
  if (isHidden(element)) return;
  if (listElements.has(element.localName)) {
    reading.lists.push(...nestedLists(element, reading));
  } else if (blockElements.has(element.localName) && holds(element, listElements)) {
    closeLeaf(reading.flow);
    for (const child of childrenOf(element)) readItemPart(reading, child);
    closeLeaf(reading.flow);
  } else readWords(reading, node);
}

function readWords(reading: ItemReading, node: PageNode): void {
  const isBlank = node.nodeType === textNode && (node.textContent ?? '').trim() === '';
  if (reading.lists.length > 0 && !isBlank) closeItem(reading);
  reading.page.readNode(reading.flow, node, reading.setting);
}

/** Two blocks inside of an item are parted by a break. */
function closeItem(reading: ItemReading): void {
  closeLeaf(reading.flow);
  const paragraphs = paragraphsOfBlocks(reading.flow.blocks);
  const inlines = paragraphs.flatMap((part, at): Inline[] =>
    at === 0 ? part : [{ kind: 'break' }, ...part],
  );
  const { lists } = reading;
  reading.flow = startFlow(reading.page);
  reading.lists = [];
  if (inlines.length > 0 || lists.length > 0) reading.items.push({ inlines, lists });
}

/** An item that holds nothing heavy has lists that hold nothing heavy: they need no second look and give lists alone. */
function nestedLists(list: PageElement, { page, setting }: ItemReading): ListBlock[] {
  const blocks = blocksOfList(list, page, setting, () => false);
  return blocks.filter((block): block is ListBlock => block.kind === 'list');
}
