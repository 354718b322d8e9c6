/**
 * The files of a book as parts of one page: ids and links are made unique over the book, so that a note in another file is found,
 * and where chapters and printed pages begin a mark is put before the next word. What comes out is read like any other page.
 */
import { resolveEntryName } from '../../archive/entry-name';
import { voidElements } from '../../html/page-policy';
import { walkMarkup } from '../../html/shallow-parser';
import { greatestDepth } from '../../limits';
import { decoded } from './book-package';
import { markText } from './place-marks';

/** A file of the book. */
export interface ChapterFile {
  /** In the archive. */
  readonly name: string;
  readonly markup: string;
}

/** The files of the book by name, in reading order; what is marked in them. */
export interface BookMarkup {
  readonly numbers: ReadonlyMap<string, number>;
  /** The marks that the contents ask for, by file and fragment ('' is the start). */
  readonly marksAt: (name: string, fragment: string) => readonly number[];
  /** The mark of a new printed page. */
  readonly markPage: (label: string) => number;
}

export interface ChapterMarkup {
  readonly markup: string;
  readonly elementCount: number;
  readonly hasWords: boolean;
  /** Names of the pictures in the archive. */
  readonly pictures: readonly string[];
  readonly isCover: boolean;
}

interface Writing {
  readonly file: ChapterFile;
  readonly number: number;
  readonly book: BookMarkup;
  readonly parts: string[];
  readonly pictures: string[];
  /** Marks that wait for the next word. */
  waiting: number[];
  elementCount: number;
  hasWords: boolean;
  isCover: boolean;
  /** How many elements are open from one on whose words are none of the book's. */
  droppedDepth: number;
}

const dropped: ReadonlySet<string> = new Set(['head', 'script', 'style', 'title', 'svg', 'nav']);
const frames: ReadonlySet<string> = new Set(['html', 'body']);

export function chapterMarkup(file: ChapterFile, book: BookMarkup): ChapterMarkup {
  const number = book.numbers.get(file.name) ?? 0;
  const writing: Writing = {
    file,
    number,
    book,
    parts: [`<section id="${idOf(number, '')}">`],
    pictures: [],
    waiting: [...book.marksAt(file.name, '')],
    elementCount: 1,
    hasWords: false,
    isCover: false,
    droppedDepth: 0,
  };
  const events = {
    openElement: (name: string, attributes: Attributes) => openElement(writing, name, attributes),
    closeElement: (name: string) => closeElement(writing, name),
    text: (text: string) => addText(writing, text),
    comment: () => undefined,
  };
  walkMarkup(file.markup, events, { greatestDepth, xhtml: true });
  const { parts, elementCount, hasWords, pictures, isCover } = writing;
  return { markup: `${parts.join('')}</section>`, elementCount, hasWords, pictures, isCover };
}

type Attributes = Readonly<Record<string, string>>;

function openElement(writing: Writing, name: string, attributes: Attributes): void {
  writing.elementCount += 1;
  if (/\bcover\b/.test(attributes['epub:type'] ?? '')) writing.isCover = true;
  if (name === 'image')
    return writePicture(writing, attributes, attributes['xlink:href'] ?? attributes['href'] ?? '');
  if (isDropped(name, attributes) || writing.droppedDepth > 0) {
    writing.droppedDepth += 1;
    return;
  }
  notePlaces(writing, attributes);
  if (frames.has(name)) return;
  if (name === 'img') return writePicture(writing, attributes, attributes['src'] ?? '');
  writing.parts.push(`<${name}${attributesOf(writing, attributes)}>`);
}

/** What only leads through the book, or stands at the foot of each of its files, is none of its words. */
function isDropped(name: string, { role = '' }: Attributes): boolean {
  return dropped.has(name) || /^(?:navigation|contentinfo|doc-toc)$/.test(role.trim());
}

function closeElement(writing: Writing, name: string): void {
  if (name === 'image') return;
  if (writing.droppedDepth > 0) writing.droppedDepth -= 1;
  else if (!frames.has(name) && !voidElements.has(name)) writing.parts.push(`</${name}>`);
}

/** Where the contents lead, and where a page of the printed book begins. */
function notePlaces({ file, book, waiting }: Writing, attributes: Attributes): void {
  const { id = '', title = '' } = attributes;
  if (id !== '') waiting.push(...book.marksAt(file.name, id));
  if (!/\bpagebreak\b/.test(`${attributes['epub:type'] ?? ''} ${attributes['role'] ?? ''}`)) return;
  const label = title || (attributes['aria-label'] ?? '');
  if (label.trim() !== '') waiting.push(book.markPage(label.trim()));
}

function addText(writing: Writing, text: string): void {
  if (writing.droppedDepth > 0) return;
  const words = text.trimStart();
  if (words === '') {
    writing.parts.push(escaped(text));
    return;
  }
  writing.hasWords = true;
  const marks = writing.waiting.map(markText).join('');
  writing.waiting = [];
  writing.parts.push(escaped(text.slice(0, text.length - words.length)), marks, escaped(words));
}

function writePicture(writing: Writing, { alt = '' }: Attributes, address: string): void {
  const inside = resolveEntryName(writing.file.name, decoded(address));
  if (inside !== null) writing.pictures.push(inside);
  writing.parts.push(`<img alt="${escaped(alt)}" src="${escaped(inside ?? address)}">`);
}

/** Attributes of other vocabularies (`epub:type`) have done their work. */
function attributesOf(writing: Writing, attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => [name, rewritten(writing, name, value)] as const)
    .filter(([name, value]) => value !== null && /^[a-z][a-z-]*$/.test(name))
    .map(([name, value]) => ` ${name}="${escaped(value ?? '')}"`)
    .join('');
}

function rewritten({ file, number, book }: Writing, name: string, value: string): string | null {
  if (name === 'id') return idOf(number, value);
  if (name !== 'href' || /^[a-z][a-z0-9+.-]*:/i.test(value)) return value;
  const [path = '', fragment = ''] = value.split('#');
  const target = path === '' ? file.name : resolveEntryName(file.name, decoded(path));
  const there = target === null ? undefined : book.numbers.get(target);
  return there === undefined ? null : `#${idOf(there, decoded(fragment))}`;
}

/** What a place of the book is called in the article; letters beyond ASCII have no place in such a name. */
function idOf(number: number, fragment: string): string {
  const safe = fragment.replace(/[^\w.:-]/g, (letter) => `_${letter.codePointAt(0)?.toString(16) ?? ''}`);
  return safe === '' ? `part-${number}` : `part-${number}-${safe.slice(0, 150)}`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
