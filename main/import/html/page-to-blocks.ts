/**
 * A page's elements as content blocks. Only what the content model knows is built, node by node, so nothing else can get
 * through; words are kept in order, whatever element they stand in. Finding the article in the page is
 * `find-article.ts`.
 */
import { type Block, type LeafBlock, type TextMark, textMarks } from '../../../shared/document/blocks';
import {
  closeLeaf,
  type Flow,
  isHidden,
  nameNextWords,
  type PageContext,
  plainSetting,
  readChildren,
  type Setting,
  startFlow,
} from './flow';
import { addBreak, addImage, addText } from './inline-run';
import { listBlocks } from './list-blocks';
import { fragmentOf, isPermalink, linkedNames, safeTarget } from './page-links';
import { asElement, childrenOf, collapse, type PageElement, type PageNode, textNode } from './page-node';
import { blockElements } from './page-policy';
import { pictureIndex } from './parse-page';
import { isDataTable, tableBlocks } from './table-blocks';

/** Content as it was read, not normalised. */
export interface PageContent {
  readonly blocks: readonly Block[];
  /** Descriptions of pictures that are not in the file, in order; '' where a picture has none. */
  readonly missingPictures: readonly string[];
}

/** The content of an element. `pictures`: the `data:` URLs of the page; `base`: what relative links start from. */
export function pageToBlocks(
  root: PageElement,
  { base, pictures }: Pick<PageContext, 'base' | 'pictures'>,
): PageContent {
  const missingPictures: string[] = [];
  const names = linkedNames(root, base);
  const flow = startFlow({ base, pictures, names, missingPictures, readNode });
  readNode(flow, root, plainSetting);
  closeLeaf(flow);
  return { blocks: flow.blocks, missingPictures };
}

function readNode(flow: Flow, node: PageNode, setting: Setting): void {
  if (node.nodeType === textNode) return addText(flow.run, node.textContent ?? '', setting);
  const element = asElement(node);
  if (element === null || isHidden(element)) return;
  nameNextWords(flow, element);
  const special = specialElements.get(element.localName);
  if (special !== undefined) return special(flow, element, setting);
  if (blockElements.has(element.localName)) return readBlock(flow, element, setting);
  readChildren(flow, element, styled(element, setting));
}

const leafKinds: ReadonlyMap<string, LeafBlock['kind']> = new Map([
  ['h1', 'heading1'],
  ['h2', 'heading2'],
  ['h3', 'heading3'],
  ['h4', 'heading4'],
  ['h5', 'heading4'],
  ['h6', 'heading4'],
  ['blockquote', 'quote'],
  ['pre', 'preformatted'],
  ['listing', 'preformatted'],
  ['xmp', 'preformatted'],
  ['figcaption', 'caption'],
  ['caption', 'caption'],
]);

function readBlock(flow: Flow, element: PageElement, setting: Setting): void {
  if (setting.leaf === 'preformatted') return readLineOfPre(flow, element, setting);
  const leaf = leafKinds.get(element.localName) ?? setting.leaf;
  closeLeaf(flow);
  flow.leaf = leaf;
  readChildren(flow, element, { ...styled(element, setting), leaf });
  closeLeaf(flow);
  flow.leaf = setting.leaf;
}

/** Blocks inside of a preformatted one are its lines. */
function readLineOfPre(flow: Flow, element: PageElement, setting: Setting): void {
  const last = flow.run.pieces.at(-1);
  const atStart =
    last === undefined || last.kind === 'break' || (last.kind === 'text' && last.text.endsWith('\n'));
  if (!atStart) addBreak(flow.run);
  readChildren(flow, element, setting);
}

const marksOfElements: ReadonlyMap<string, TextMark> = new Map([
  ['strong', 'strong'],
  ['b', 'strong'],
  ['dt', 'strong'],
  ['em', 'em'],
  ['i', 'em'],
  ['cite', 'em'],
  ['var', 'em'],
  ['dfn', 'em'],
  ['u', 'u'],
  ['ins', 'u'],
  ['s', 's'],
  ['del', 's'],
  ['strike', 's'],
  ['code', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['tt', 'code'],
  ['sub', 'sub'],
  ['sup', 'sup'],
]);

function styled(element: PageElement, setting: Setting): Setting {
  const mark = marksOfElements.get(element.localName);
  if (mark === undefined || setting.marks.includes(mark) || isUnset(element)) return setting;
  return { ...setting, marks: withMark(setting, mark) };
}

const withMark = ({ marks }: Setting, mark: TextMark): readonly TextMark[] =>
  textMarks.filter((known) => known === mark || marks.includes(known));

/** Google Docs wraps all that is copied in a `b` whose own style says that it is not bold. Word says so of other scripts. */
function isUnset(element: PageElement): boolean {
  const style = element.localName === 'b' ? (element.getAttribute('style') ?? '') : '';
  return /(?:^|[;\s])font-weight\s*:\s*(?:normal|400)\b/i.test(style);
}

type Reader = (flow: Flow, element: PageElement, setting: Setting) => void;

const specialElements: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['a', readLink],
  ['br', (flow) => addBreak(flow.run)],
  ['hr', readRule],
  ['img', readPicture],
  ['q', readQuotation],
  ['ul', readList],
  ['ol', readList],
  ['menu', readList],
  ['dir', readList],
  ['table', readTable],
  ['msup', readScripts],
  ['msub', readScripts],
  ['msubsup', readScripts],
  ['mfrac', readFraction],
]);

/** MathML tells by the order of elements what is lowered and raised. */
function readScripts(flow: Flow, element: PageElement, setting: Setting): void {
  const marks: readonly TextMark[] = element.localName === 'msup' ? ['sup'] : ['sub', 'sup'];
  elementsOf(element).forEach((part, at) => {
    const mark = marks[at - 1];
    flow.page.readNode(flow, part, mark ? { ...setting, marks: withMark(setting, mark) } : setting);
  });
}

function readFraction(flow: Flow, element: PageElement, setting: Setting): void {
  elementsOf(element).forEach((part, at) => {
    if (at > 0) addText(flow.run, '/', setting);
    flow.page.readNode(flow, part, setting);
  });
}

const elementsOf = (element: PageElement): PageElement[] =>
  Array.from(childrenOf(element)).flatMap((child) => asElement(child) ?? []);

function readLink(flow: Flow, element: PageElement, setting: Setting): void {
  if (isPermalink(element)) return readPictures(flow, element, setting);
  const { base, names } = flow.page;
  const href = element.getAttribute('href') ?? '';
  const name = names.get(fragmentOf(href, base) ?? '');
  const target = name === undefined ? safeTarget(href, base) : `#${name}`;
  readChildren(flow, element, { ...setting, href: target ?? setting.href });
}

function readRule(flow: Flow): void {
  closeLeaf(flow);
  flow.blocks.push({ kind: 'rule' });
}

/** A browser shows the marks of a `q` without their being in the text; lost, the words would be nobody's. */
function readQuotation(flow: Flow, element: PageElement, setting: Setting): void {
  addText(flow.run, '“', setting);
  readChildren(flow, element, setting);
  addText(flow.run, '”', setting);
}

/** Of a permalink that is no sign but a picture, the picture: it may be one of the text. */
function readPictures(flow: Flow, element: PageElement, setting: Setting): void {
  for (const picture of element.querySelectorAll('img')) readPicture(flow, picture, setting);
}

function readPicture(flow: Flow, element: PageElement, setting: Setting): void {
  const alt = collapse(element.getAttribute('alt') ?? '');
  const index = pictureIndex(element.getAttribute('src') ?? '');
  const src = index === null ? undefined : flow.page.pictures[index];
  if (src === undefined) flow.page.missingPictures.push(alt);
  else addImage(flow.run, { kind: 'image', src, alt }, setting);
}

function readList(flow: Flow, element: PageElement, setting: Setting): void {
  if (setting.leaf === 'preformatted') return readLineOfPre(flow, element, setting);
  closeLeaf(flow);
  flow.blocks.push(...listBlocks(element, flow.page, setting));
}

function readTable(flow: Flow, element: PageElement, setting: Setting): void {
  if (setting.leaf === 'preformatted' || !isDataTable(element)) return readBlock(flow, element, setting);
  closeLeaf(flow);
  flow.blocks.push(...tableBlocks(element, flow.page));
}
