/**
 * Finds the article in a page: Mozilla's Readability on an inert document. A page that is nothing but its article (an
 * exported document, a paste) is taken whole, because Readability would drop its lists and tables; so is a page too
 * large to search.
 */
import { Readability } from '@mozilla/readability';
import type { Block } from '../../../shared/document/blocks';
import { inlineText } from '../../../shared/document/plain-text';
import { greatestSearchedElementCount, greatestSearchedTextLength } from '../limits';
import { collapse, type PageDocument, type PageElement, tidyText } from './page-node';
import type { PageContent } from './page-to-blocks';
import type { ParsedPage } from './parse-page';

/** What Readability reads off a page; '' where there is nothing. */
export interface ArticleLabels {
  readonly title: string;
  readonly byline: string;
  readonly siteName: string;
}

export interface FoundArticle extends PageContent {
  readonly labels: ArticleLabels;
}

interface Reading {
  readonly title: string | null | undefined;
  readonly byline: string | null | undefined;
  readonly siteName: string | null | undefined;
  readonly content: PageElement | null | undefined;
}

interface Reader {
  parse(): Reading | null;
}

/** Readability's types name the browser's DOM; it needs only what linkedom gives. */
const ReadabilityReader = Readability as unknown as new (
  document: PageDocument,
  options: { readonly serializer: (content: PageElement) => PageElement },
) => Reader;

/** Parts of Readability as this version has them. */
interface ReaderParts {
  readonly REGEXPS: { readonly byline: RegExp };
  _isValidByline(element: PageElement, names: string): boolean;
  _getAllNodesWithTag(root: PageElement, names: readonly string[]): readonly PageElement[];
}

/** It measured the words of each element before it looked whether its names say that they are a byline. */
function askNamesBeforeWords(parts: ReaderParts): void {
  const isByline = parts._isValidByline;
  parts._isValidByline = function (this: ReaderParts, element, names): boolean {
    const isNamedSo =
      element.getAttribute('rel') === 'author' ||
      element.getAttribute('itemprop')?.includes('author') === true ||
      this.REGEXPS.byline.test(names);
    return isNamedSo && isByline.call(this, element, names);
  };
}

/** It had a selector read and matched for elements of one name. */
function listByName(parts: ReaderParts): void {
  const list = parts._getAllNodesWithTag;
  parts._getAllNodesWithTag = function (this: ReaderParts, root, names): readonly PageElement[] {
    const [name = ''] = names;
    return names.length === 1 ? Array.from(root.getElementsByTagName(name)) : list.call(this, root, names);
  };
}

const readerParts = Readability.prototype as unknown as ReaderParts;
askNamesBeforeWords(readerParts);
listByName(readerParts);

const noLabels: ArticleLabels = { title: '', byline: '', siteName: '' };

/** The content of an element of the page. */
type ReadElement = (root: PageElement) => PageContent;

/** Everything in the page's body. The document is left as it is. */
export function takeWholePage(page: ParsedPage, read: ReadElement): FoundArticle {
  return { ...read(page.document.body), labels: noLabels };
}

/** The page's article, or null where nothing stands out. Takes the document apart while looking. */
export function findArticle(page: ParsedPage, read: ReadElement): FoundArticle | null {
  if (isTooLarge(page)) return takeWholePage(page, read);
  if (isOnlyArticle(page)) return { ...takeWholePage(page, read), labels: labelsOf(readArticle(page)) };
  const headings = headingsOf(page.document, read);
  const reading = readArticle(page);
  if (!reading?.content) return null;
  const { blocks, missingPictures } = read(reading.content);
  if (!hasWords(blocks)) return null;
  const labels = labelsOf(reading);
  return { blocks: withHeadline(blocks, headings, labels.title), missingPictures, labels };
}

function labelsOf(reading: Reading | null): ArticleLabels {
  return {
    title: collapse(reading?.title ?? ''),
    byline: collapse(reading?.byline ?? ''),
    siteName: collapse(reading?.siteName ?? ''),
  };
}

function isTooLarge(page: ParsedPage): boolean {
  return page.elementCount > greatestSearchedElementCount || page.textLength > greatestSearchedTextLength;
}

const siteMarkup = 'nav, aside, footer, form, header, div[id], div[class], section[class], ul[class], ul[id]';

/** No scripts, no navigation, no side matter, hardly any links: a document, not a page of a site. */
function isOnlyArticle({ document, hasMachinery, textLength }: ParsedPage): boolean {
  if (hasMachinery || document.querySelector(siteMarkup) !== null) return false;
  const links = Array.from(document.querySelectorAll('a'));
  const linked = links.reduce((total, link) => total + (link.textContent ?? '').length, 0);
  return linked < 0.15 * textLength;
}

/** Reads the article and takes the document apart while doing so. */
function readArticle(page: ParsedPage): Reading | null {
  addHead(page);
  try {
    return new ReadabilityReader(page.document, { serializer: (content) => content }).parse();
  } catch {
    // Readability assumes markup that a real page need not have; the whole page is then the article.
    return null;
  }
}

/** Readability looks for the title and the `meta` elements where a browser has them. */
function addHead({ document, title, statements, structuredData }: ParsedPage): void {
  const add = (name: string, attributes: Readonly<Record<string, string>>, text: string): void => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    if (text !== '') element.appendChild(document.createTextNode(text));
    document.head.appendChild(element);
  };
  add('title', {}, title);
  for (const { name, content } of statements) add('meta', { property: name, name, content }, '');
  for (const data of structuredData) add('script', { type: 'application/ld+json' }, data);
}

interface Heading {
  readonly text: string;
  readonly block: Block;
}

function headingsOf(document: PageDocument, read: ReadElement): Heading[] {
  return Array.from(document.querySelectorAll('h1')).flatMap((element) => {
    const [block] = read(element).blocks;
    return block === undefined ? [] : [{ text: tidyText(element), block }];
  });
}

/**
 * Readability takes the headline off, because it is the title too. It is the article's own words, so it is put back; a
 * site's name in a heading is not what the title says and stays off.
 */
function withHeadline(
  blocks: readonly Block[],
  headings: readonly Heading[],
  title: string,
): readonly Block[] {
  const wanted = comparable(title);
  const headline = headings.find(({ text }) => {
    const said = comparable(text);
    return said.length >= 8 && (wanted === said || wanted.startsWith(said) || said.startsWith(wanted));
  });
  if (headline === undefined || wanted === '') return blocks;
  const isThere = blocks.slice(0, 5).some((block) => isLeafWith(block, comparable(headline.text)));
  return isThere ? blocks : [headline.block, ...blocks];
}

function isLeafWith(block: Block, words: string): boolean {
  return 'inlines' in block && comparable(inlineText(block.inlines)) === words;
}

function comparable(text: string): string {
  return collapse(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function hasWords(blocks: readonly Block[]): boolean {
  return blocks.some((block) => {
    if (block.kind === 'list' || block.kind === 'table') return true;
    return block.kind !== 'rule' && inlineText(block.inlines).trim() !== '';
  });
}
