/**
 * The words of a paragraph of an OpenDocument text: spans and how they are set, links, notes, comments, pictures and text boxes.
 * White space counts as the format says: a blank is one blank however often it is written, and none starts a paragraph.
 */
import {
  attribute,
  childElements,
  childNamed,
  hasAttribute,
  textOf,
  type XmlElement,
} from '../../archive/xml-node';
import { oneBlankEach } from '../../text/white-space';
import { commentEnd, commentStart } from '../content/comments';
import { addNote } from '../content/notes';
import type { OfficeBlock } from '../content/office-block';
import { pageStart } from '../content/pages';
import { count } from '../content/remarks';
import type { OdtParagraph, OdtReading, OdtSetting } from './odt-reading';

/** What the words of a paragraph may hold that are blocks again; handed in, so that nothing is circular. */
export interface BlockReading {
  readonly readBlocks: (reading: OdtReading, parent: XmlElement) => OfficeBlock[];
}

interface WordFlow extends BlockReading {
  readonly reading: OdtReading;
  readonly paragraph: OdtParagraph;
}

export function readWords(
  reading: OdtReading,
  element: XmlElement,
  { readBlocks }: BlockReading,
  setting: OdtSetting,
  paragraph: OdtParagraph,
): void {
  readChildren({ reading, readBlocks, paragraph }, element, setting);
}

type WordReader = (flow: WordFlow, element: XmlElement, setting: OdtSetting) => void;

const readers: ReadonlyMap<string, WordReader> = new Map<string, WordReader>([
  ['span', readSpan],
  ['a', readLink],
  ['s', readBlanks],
  ['tab', (flow, _, setting) => addLiteral(flow, '\t', setting)],
  ['line-break', ({ paragraph }) => addBreak(paragraph)],
  ['note', readNote],
  ['ruby', readRuby],
  ['frame', readShape],
  ['g', readShape],
  ['rect', readShape],
  ['custom-shape', readShape],
  ['annotation', (flow, element) => readPlaces(flow.reading, element, flow.paragraph)],
  ['annotation-end', (flow, element) => readPlaces(flow.reading, element, flow.paragraph)],
  ['soft-page-break', (flow, element) => readPlaces(flow.reading, element, flow.paragraph)],
  ['hidden-text', ({ reading }) => count(reading.remarks, 'hidden')],
  ['hidden-paragraph', () => undefined],
  ['script', () => undefined],
  ['event-listeners', () => undefined],
  ['control', () => undefined],
]);

/** Fields and what else has words is read for its words. */
function readChildren(flow: WordFlow, parent: XmlElement, setting: OdtSetting): void {
  for (const child of parent.children) {
    if (child.kind === 'text') addText(flow, child.text, setting);
    else (readers.get(child.name) ?? readChildren)(flow, child, setting);
  }
}

function addText(flow: WordFlow, text: string, setting: OdtSetting): void {
  const collapsed = oneBlankEach(text);
  const words = flow.paragraph.atSpace ? collapsed.replace(/^ /, '') : collapsed;
  if (words === '') return;
  addLiteral(flow, words, setting);
  flow.paragraph.atSpace = words.endsWith(' ');
}

function addLiteral({ paragraph }: WordFlow, text: string, { marks, href }: OdtSetting): void {
  // Words that lead somewhere are underlined by being a link.
  const set = href === null ? marks : marks.filter((mark) => mark !== 'u');
  paragraph.pieces.push({ kind: 'text', text, marks: set, href });
  paragraph.atSpace = false;
}

function addBreak(paragraph: OdtParagraph): void {
  paragraph.pieces.push({ kind: 'break' });
  paragraph.atSpace = true;
}

function readSpan(flow: WordFlow, span: XmlElement, setting: OdtSetting): void {
  const { marks, hidden } = flow.reading.styles.words(attribute(span, 'style-name'));
  if (hidden) count(flow.reading.remarks, 'hidden');
  else readChildren(flow, span, { ...setting, marks: [...new Set([...setting.marks, ...marks])] });
}

/** Places within the document have no name in the article: such a link keeps its words alone. */
function readLink(flow: WordFlow, link: XmlElement, setting: OdtSetting): void {
  const href = attribute(link, 'href');
  readChildren(flow, link, { ...setting, href: href.startsWith('#') ? null : href });
}

const mostBlanks = 1000;

function readBlanks(flow: WordFlow, element: XmlElement, setting: OdtSetting): void {
  const said = Number.parseInt(attribute(element, 'c'), 10) || 1;
  addLiteral(flow, ' '.repeat(Math.min(Math.max(said, 1), mostBlanks)), setting);
}

function readNote(flow: WordFlow, note: XmlElement): void {
  const { reading, paragraph } = flow;
  const body = childNamed(note, 'note-body');
  if (body === null || reading.isInNote) return;
  reading.isInNote = true;
  const blocks = flow.readBlocks(reading, body);
  reading.isInNote = false;
  const kind = attribute(note, 'note-class') === 'endnote' ? 'endnote' : 'footnote';
  paragraph.pieces.push(addNote(reading.notes, kind, textOf(childNamed(note, 'note-citation')), blocks));
  paragraph.atSpace = false;
}

/** Words with their reading above them: the words, then the reading in brackets. */
function readRuby(flow: WordFlow, ruby: XmlElement, setting: OdtSetting): void {
  const base = childNamed(ruby, 'ruby-base');
  if (base !== null) readChildren(flow, base, setting);
  const above = textOf(childNamed(ruby, 'ruby-text')).trim();
  if (above !== '') addLiteral(flow, `(${above})`, setting);
}

/** Where comments and pages begin and end. */
export function readPlaces(reading: OdtReading, element: XmlElement, { pieces }: OdtParagraph): void {
  const add = (key: string): number => pieces.push({ kind: 'place', key });
  const name = attribute(element, 'name');
  if (element.name === 'annotation-end') add(commentEnd(name));
  else if (element.name === 'annotation') {
    const id = name || `without a name ${reading.comments.length + 1}`;
    reading.comments.push({ id, element });
    add(commentStart(id));
  } else if (!reading.isInNote) {
    reading.pageCount += 1;
    add(pageStart(reading.pageCount));
  }
}

function readShape(flow: WordFlow, shape: XmlElement, setting: OdtSetting): void {
  readFrame(flow.reading, shape, flow, setting, flow.paragraph);
}

const shapes: ReadonlySet<string> = new Set(['frame', 'g', 'rect', 'custom-shape']);

/** The picture of a frame or a shape, and the words in it. */
export function readFrame(
  reading: OdtReading,
  shape: XmlElement,
  { readBlocks }: BlockReading,
  { href }: OdtSetting,
  paragraph: OdtParagraph,
): void {
  if (shape.name === 'g') {
    for (const inner of childElements(shape))
      if (shapes.has(inner.name)) readFrame(reading, inner, { readBlocks }, { marks: [], href }, paragraph);
    return;
  }
  const boxes = childElements(shape, 'text-box');
  const words = [...boxes, shape].flatMap((box) => readBlocks(reading, box));
  paragraph.boxes.push(...words);
  const images = childElements(shape, 'image');
  if (images.length > 0) readImage(reading, images, describedAs(shape), href, paragraph);
  else if (words.length === 0)
    count(reading.remarks, childNamed(shape, 'object') === null ? 'drawing' : 'object');
}

const describedAs = (shape: XmlElement): string =>
  (textOf(childNamed(shape, 'desc')) || textOf(childNamed(shape, 'title'))).trim();

/** One picture, told in several kinds: the first that can be shown. */
function readImage(
  { pictures, remarks }: OdtReading,
  images: readonly XmlElement[],
  alt: string,
  href: string | null,
  { pieces }: OdtParagraph,
): void {
  const addresses = images
    .filter((image) => hasAttribute(image, 'href'))
    .map((image) => attribute(image, 'href'));
  const src = addresses.map((address) => pictures.get(address)).find((found) => found !== undefined);
  const linked = addresses.find((address) => /^(?:[a-z][\w+.-]+:|\.\.|\/)/i.test(address));
  if (src !== undefined) pieces.push({ kind: 'image', src, alt, href });
  else if (linked !== undefined) remarks.linkedPictures.push(linked);
  else remarks.missingPictures.push(alt);
}
