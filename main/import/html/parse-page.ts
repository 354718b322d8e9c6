/**
 * A page's bytes, already text, as a small inert document: only the elements and attributes of `page-policy.ts`, at most
 * so deep, pictures replaced by numbers. Nothing in it can run or be fetched, and parsing is linear in the page's length.
 */
import { EventTarget as ListenedTo, parseHTML } from 'linkedom/worker';
import { CasebookError } from '../../../shared/model/result';
import { greatestDepth, greatestElementCount } from '../limits';
import { savedPageOfComment, savedPageOfStatements } from '../metadata/saved-page';
import type { PageDocument, PageElement } from './page-node';
import { droppedElements, formulaOf, isLeftOut, keptAttributes, voidElements } from './page-policy';
import { type PageEvents, walkMarkup } from './shallow-parser';

/** A `meta` element: what it is about (lower case) and what it says. */
export interface PageStatement {
  readonly name: string;
  readonly content: string;
}

export interface ParsedPage {
  readonly document: PageDocument;
  /** The `data:` URLs of embedded pictures; `img` elements refer to them by `pictureAddress(index)`. */
  readonly pictures: readonly string[];
  readonly title: string;
  readonly statements: readonly PageStatement[];
  /** The `link` elements that carry one: `canonical` and the like, by relation. */
  readonly links: ReadonlyMap<string, string>;
  /** JSON-LD, as written. */
  readonly structuredData: readonly string[];
  readonly baseHref: string;
  /** The address that the program that saved the page wrote into it, or ''. */
  readonly savedFrom: string;
  /** When it was saved: ISO 8601 UTC, or ''. */
  readonly savedAt: string;
  /** Elements kept. */
  readonly elementCount: number;
  /** Whether the page has parts that run or ask: such a page is from a site, with its chrome. */
  readonly hasMachinery: boolean;
  readonly textLength: number;
}

interface Building {
  readonly document: PageDocument;
  readonly pictureBeside: (address: string) => string | null;
  readonly pictures: string[];
  readonly statements: PageStatement[];
  readonly links: Map<string, string>;
  readonly structuredData: string[];
  /** Open elements, the body first. */
  readonly open: PageElement[];
  /** The name of the dropped element we are in, and how many of the same name are open inside it. */
  dropped: { name: string; depth: number; text: string | null } | null;
  pendingText: string;
  title: string;
  baseHref: string;
  savedFrom: string;
  savedAt: string;
  elementCount: number;
  hasMachinery: boolean;
  textLength: number;
}

/** The address that stands for an embedded picture inside of the document; `.invalid` is never resolved (RFC 2606). */
export const pictureAddress = (index: number): string => `https://picture.invalid/${index}.png`;
const remotePictureAddress = 'https://picture.invalid/remote.png';

/** The index of an embedded picture by its stand-in address; null for a picture that is not in the file. */
export function pictureIndex(address: string): number | null {
  const found = /^https:\/\/picture\.invalid\/(\d+)\.png$/.exec(address)?.[1];
  return found === undefined ? null : Number(found);
}

export interface ParseOptions {
  /** `<p/>` closes itself. */
  readonly xhtml?: boolean;
  /** A picture that is not in the file, as a `data:` URL, by the address that the page gives it. */
  readonly pictureBeside?: ((address: string) => string | null) | undefined;
}

/** Throws `import-refused` for a page with more elements than the limit. */
export function parsePage(html: string, options: ParseOptions = {}): ParsedPage {
  const building = startBuilding(options.pictureBeside ?? (() => null));
  const events: PageEvents = {
    openElement: (name, attributes) => openElement(building, name, attributes),
    closeElement: (name) => closeElement(building, name),
    text: (text) => addText(building, text),
    comment: (text) => readComment(building, text),
  };
  walkMarkup(html, events, { greatestDepth, xhtml: options.xhtml ?? false });
  flushText(building);
  const { open: _open, dropped: _dropped, pendingText: _text, pictureBeside: _beside, ...page } = building;
  const said = savedPageOfStatements(page.statements);
  return { ...page, savedFrom: page.savedFrom || said.address, savedAt: page.savedAt || said.time };
}

function emptyDocument(): PageDocument {
  const empty = '<!doctype html><html><head></head><body></body></html>';
  const { document } = parseHTML(empty) as unknown as { readonly document: PageDocument };
  return document;
}

/** What something inherits, nearest first. */
function* inheritedBy(thing: object): Iterable<object> {
  for (let next: unknown = thing; typeof next === 'object' || typeof next === 'function'; ) {
    if (next === null) return;
    yield next;
    next = Object.getPrototypeOf(next);
  }
}

/** Makes nothing. */
function Unlistened(): void {}

/**
 * Nobody listens to an inert document, yet linkedom keeps a map of listeners for each node, in a weak map: collecting that
 * took more time than all else in a page. Nodes are made without it from now on.
 */
function makeNodesUnlistened(): void {
  for (const maker of inheritedBy(emptyDocument().body.constructor))
    if (Object.getPrototypeOf(maker) === ListenedTo) return void Object.setPrototypeOf(maker, Unlistened);
}

/** What elements answer for a property from now on; `read` is what they answered before. */
function answerInstead(
  property: string,
  answer: (element: PageElement, read: (element: PageElement) => unknown) => unknown,
): void {
  for (const prototype of inheritedBy(emptyDocument().body)) {
    const read = Object.getOwnPropertyDescriptor(prototype, property)?.get;
    if (!read) continue;
    const get = function (this: PageElement): unknown {
      return answer(this, (element) => read.call(element));
    };
    return void Object.defineProperty(prototype, property, { get, configurable: true });
  }
}

/** Readability asks each element for its style; without the attribute there is none to be read. */
function makeStylesAbsent(): void {
  answerInstead('style', (element, read) => (element.hasAttribute('style') ? read(element) : undefined));
}

/** Names are asked for in capitals, many times of each element: those of HTML are capitalised once. */
function makeNamesKnown(): void {
  const capitals = new Map<string, string>();
  answerInstead('tagName', ({ localName }) => {
    let name = capitals.get(localName);
    if (name === undefined) {
      name = localName.toUpperCase();
      if (capitals.size < 1000) capitals.set(localName, name);
    }
    return name;
  });
}

makeNodesUnlistened();
makeStylesAbsent();
makeNamesKnown();

function startBuilding(pictureBeside: Building['pictureBeside']): Building {
  const document = emptyDocument();
  return {
    document,
    pictureBeside,
    pictures: [],
    statements: [],
    links: new Map(),
    structuredData: [],
    open: [document.body],
    dropped: null,
    pendingText: '',
    title: '',
    baseHref: '',
    savedFrom: '',
    savedAt: '',
    elementCount: 0,
    hasMachinery: false,
    textLength: 0,
  };
}

type Attributes = Readonly<Record<string, string>>;

function openElement(building: Building, name: string, attributes: Attributes): void {
  if (building.dropped !== null) {
    if (building.dropped.name === name && !voidElements.has(name)) building.dropped.depth += 1;
    return;
  }
  if (droppedElements.has(name)) return dropElement(building, name, attributes);
  if (isLeftOut(name, attributes)) {
    flushText(building);
    building.dropped = { name, depth: 1, text: null };
    return;
  }
  flushText(building);
  if (name === 'html' || name === 'body' || name === 'head') {
    copyAttributes(name === 'html' ? building.document.documentElement : building.document.body, attributes);
  } else appendElement(building, name, attributes);
}

/** The head's elements are read as they pass; of the others nothing is kept. */
function dropElement(building: Building, name: string, attributes: Attributes): void {
  readers[name]?.(building, attributes);
  if (voidElements.has(name)) return;
  flushText(building);
  const isData = name === 'script' && /^application\/ld\+json\b/i.test(attributes['type']?.trim() ?? '');
  if (!isData && name !== 'title' && name !== 'style') building.hasMachinery = true;
  building.dropped = { name, depth: 1, text: isData || name === 'title' ? '' : null };
}

const readers: Readonly<Record<string, (building: Building, attributes: Attributes) => void>> = {
  base: (building, { href = '' }) => {
    building.baseHref ||= href;
  },
  link: (building, { rel = '', href = '' }) => {
    const relation = rel.trim().toLowerCase();
    if (href !== '' && href.length < 8000 && !building.links.has(relation))
      building.links.set(relation, href);
  },
  meta: (building, attributes) => {
    const content = attributes['content'] ?? '';
    const names = `${attributes['name'] ?? ''} ${attributes['property'] ?? ''} ${attributes['itemprop'] ?? ''}`;
    if (content === '' || content.length > 20_000 || building.statements.length > 2000) return;
    for (const name of names.toLowerCase().split(/\s+/))
      if (name) building.statements.push({ name, content });
  },
};

function appendElement(building: Building, name: string, attributes: Attributes): void {
  const parent = building.open.at(-1) ?? building.document.body;
  const element = building.document.createElement(/^[a-z][a-z0-9-]{0,40}$/.test(name) ? name : 'span');
  copyAttributes(element, attributes);
  if (name === 'img') markPicture(building, element, attributes);
  const formula = element.getAttribute('src') === remotePictureAddress ? formulaOf(attributes) : '';
  parent.appendChild(formula === '' ? element : codeOf(building, formula));
  countElement(building);
  if (!voidElements.has(name)) building.open.push(element);
}

function codeOf({ document }: Building, words: string): PageElement {
  const code = document.createElement('code');
  code.appendChild(document.createTextNode(words));
  return code;
}

function countElement(building: Building): void {
  building.elementCount += 1;
  if (building.elementCount <= greatestElementCount) return;
  throw new CasebookError(
    'import-refused',
    `This page has more than ${greatestElementCount.toLocaleString('en')} elements, which is more than an article holds.`,
  );
}

function copyAttributes(element: PageElement, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    const limit = keptAttributes.get(name);
    if (limit !== undefined && value.length <= limit) element.setAttribute(name, value);
  }
}

const embeddedPicture = /^data:image\/(png|jpe?g|gif|webp|avif)(?:;[\w=-]+)*;base64,([a-z0-9+/=\s]+)$/i;

/** A picture that is in the file or beside it gets its number; any other, an address that is never asked for. */
function markPicture(building: Building, element: PageElement, { src = '' }: Attributes): void {
  const given = src.trim();
  const parts = embeddedPicture.exec(/^data:/i.test(given) ? given : (building.pictureBeside(given) ?? ''));
  if (parts === null) return element.setAttribute('src', remotePictureAddress);
  const [, format = '', data = ''] = parts;
  const type = format.toLowerCase().replace(/^jpg$/, 'jpeg');
  element.setAttribute('src', pictureAddress(building.pictures.length));
  building.pictures.push(`data:image/${type};base64,${data.replace(/\s+/g, '')}`);
}

function closeElement(building: Building, name: string): void {
  if (building.dropped !== null) return closeDropped(building, name);
  if (name === 'html' || name === 'body' || name === 'head' || voidElements.has(name)) return;
  flushText(building);
  if (building.open.length > 1) building.open.pop();
}

function closeDropped(building: Building, name: string): void {
  const { dropped } = building;
  if (dropped?.name !== name) return;
  dropped.depth -= 1;
  if (dropped.depth > 0) return;
  building.dropped = null;
  if (dropped.text === null) return;
  if (name === 'script') building.structuredData.push(dropped.text);
  else building.title ||= dropped.text;
}

function addText(building: Building, text: string): void {
  if (building.dropped === null) building.pendingText += text;
  else if (building.dropped.text !== null) building.dropped.text += text;
}

/** htmlparser2 gives a text in many pieces (one per entity): they become one node. */
function flushText(building: Building): void {
  if (building.pendingText === '') return;
  const parent = building.open.at(-1) ?? building.document.body;
  parent.appendChild(building.document.createTextNode(building.pendingText));
  building.textLength += building.pendingText.length;
  building.pendingText = '';
}

/** As browsers and other programs that save pages write them. */
function readComment(building: Building, text: string): void {
  const saved = savedPageOfComment(text);
  building.savedFrom ||= saved?.address ?? '';
  building.savedAt ||= saved?.time ?? '';
}
