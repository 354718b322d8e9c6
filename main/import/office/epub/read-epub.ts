/**
 * EPUB books as articles: the files in reading order, chapters and printed pages as places, notes as links there and back. The
 * cover and the table of contents are left out; a book that is locked is refused.
 */
import type { Block } from '../../../../shared/document/blocks';
import { inlineText } from '../../../../shared/document/plain-text';
import type { Locator } from '../../../../shared/model/article';
import { type Archive, openArchive } from '../../archive/open-archive';
import { type DecodedReading, declaredUtf8, type FormatInput } from '../../formats/format';
import { refuse } from '../../formats/refuse';
import { readHtml } from '../../html/read-html';
import { greatestByteLength, greatestElementCount } from '../../limits';
import { declaredEncoding } from '../../text/decode/declared-encoding';
import { decodeText } from '../../text/decode/decode-text';
import { headingKind } from '../content/office-block';
import { type Pictures, readPictures } from '../content/pictures';
import { type ContentsEntry, readContents } from './book-contents';
import { bookMetadata } from './book-metadata';
import { type BookItem, openBook } from './book-package';
import { type BookMarkup, type ChapterFile, type ChapterMarkup, chapterMarkup } from './chapter-markup';
import { contentsPageWords } from './contents-page';
import { type MarkedPlace, takeMarks, withoutMarkSigns } from './place-marks';

/** Throws `import-refused`. */
export async function readEpub({ bytes }: Pick<FormatInput, 'bytes'>): Promise<DecodedReading> {
  const archive = await openArchive(bytes);
  const book = await openBook(archive);
  const marks: Mark[] = (await readContents(archive, book)).map((entry) => ({ kind: 'chapter', ...entry }));
  const { files, warnings } = await chapterFiles(archive, book.chapters);
  const shared = bookMarkup(files, marks);
  const chapters = files.map((file) => chapterMarkup(file, shared)).filter(isRead);
  const pictures = await readPictures(
    archive,
    chapters.flatMap((chapter) => [...chapter.pictures]),
  );
  const read = readChapters(chapters, pictures);
  const { blocks, places } = takeMarks(read.blocks);
  return {
    blocks: withChapterHeadings(blocks, marks, places),
    metadata: bookMetadata(book.metadata),
    warnings: [...warnings, ...read.warnings],
    encoding: declaredUtf8,
    locators: locatorsOf(marks, places),
  };
}

/** What a mark in the text stands for: an entry of the contents, or a page of the printed book. */
type Mark =
  | ({ readonly kind: 'chapter' } & ContentsEntry)
  | {
      readonly kind: 'page';
      readonly label: string;
      readonly depth: 0;
      readonly name: '';
      readonly fragment: '';
    };

async function chapterFiles(
  archive: Archive,
  items: readonly BookItem[],
): Promise<{ readonly files: ChapterFile[]; readonly warnings: string[] }> {
  const files: ChapterFile[] = [];
  const missing: string[] = [];
  let length = 0;
  for (const { name, mediaType, isContents } of items) {
    if (!/xhtml|text\/html/.test(mediaType) || !archive.has(name)) {
      missing.push(name);
      continue;
    }
    const bytes = await archive.read(name);
    length += bytes.byteLength;
    if (length > greatestByteLength) throw refuse('The book is too long to be one article.');
    const whole = markupOf(bytes, name);
    const markup = isContents ? contentsPageWords(whole) : whole;
    if (markup !== null) files.push({ name, markup });
  }
  return { files, warnings: missing.length === 0 ? [] : [missingWarning(missing)] };
}

function missingWarning(names: readonly string[]): string {
  const parts = names.length === 1 ? 'One part of the book is' : `${names.length} parts of the book are`;
  return `${parts} not in the file or no text: ${names.slice(0, 5).join(', ')}.`;
}

/** Entities can make a small file huge and name files of this machine; a chapter that declares some is not read. */
function markupOf(bytes: Uint8Array, name: string): string {
  const { text } = decodeText(bytes, { declared: declaredEncoding(bytes) ?? 'utf-8' });
  if (/<!ENTITY/i.test(text.slice(0, 10_000)))
    throw refuse(`“${name}” in the file declares entities of its own, which are not read.`);
  return withoutMarkSigns(text);
}

function bookMarkup(files: readonly ChapterFile[], marks: Mark[]): BookMarkup {
  const key = (name: string, fragment: string): string => `${name}#${fragment}`;
  const known = new Map<string, number[]>();
  for (const [at, { name, fragment }] of marks.entries()) {
    const place = key(fileMeant(files, name), fragment);
    known.set(place, [...(known.get(place) ?? []), at]);
  }
  return {
    numbers: new Map(files.map(({ name }, at) => [name, at + 1])),
    marksAt: (name, fragment) => known.get(key(name, fragment)) ?? [],
    markPage: (label) => marks.push({ kind: 'page', label, depth: 0, name: '', fragment: '' }) - 1,
  };
}

/** Contents that were moved to another folder lead nowhere: the only file of that name is meant. */
function fileMeant(files: readonly ChapterFile[], name: string): string {
  if (files.some((file) => file.name === name)) return name;
  const base = name.replace(/^.*\//, '');
  const [first, ...others] = files.filter((file) => file.name.endsWith(`/${base}`));
  return first !== undefined && others.length === 0 ? first.name : name;
}

/** A page with nothing but a picture at the front of the book is its cover. */
function isRead({ isCover, hasWords }: ChapterMarkup, at: number): boolean {
  return !isCover && (hasWords || at > 0);
}

/** As few pages as the limit on one page's elements allows; links lead only within one. */
function readChapters(
  chapters: readonly ChapterMarkup[],
  pictures: Pictures,
): { readonly blocks: Block[]; readonly warnings: string[] } {
  const pages: ChapterMarkup[][] = [];
  let count = 0;
  for (const chapter of chapters) {
    count += chapter.elementCount;
    const last = pages.at(-1);
    if (last !== undefined && count < greatestElementCount) last.push(chapter);
    else {
      pages.push([chapter]);
      count = chapter.elementCount;
    }
  }
  const readings = pages.map((page) =>
    readHtml(page.map(({ markup }) => markup).join('\n'), {
      source: '',
      isPaste: true,
      pictureBeside: (address) => pictures.get(address) ?? null,
    }),
  );
  return {
    blocks: readings.flatMap(({ blocks }) => [...blocks]),
    warnings: readings.flatMap(({ warnings }) => [...warnings]),
  };
}

/** A paragraph that says what the contents call the chapter is its heading. */
function withChapterHeadings(
  blocks: readonly Block[],
  marks: readonly Mark[],
  places: ReadonlyMap<number, MarkedPlace>,
): Block[] {
  const entries = new Map<number, Mark[]>();
  for (const [at, place] of places) {
    const mark = marks[at];
    if (!place.isFirst || mark?.kind !== 'chapter') continue;
    entries.set(place.block, [...(entries.get(place.block) ?? []), mark]);
  }
  return blocks.map((block, at) => {
    if (block.kind !== 'paragraph') return block;
    const words = inlineText(block.inlines).replace(/\s+/g, ' ').trim();
    const said = entries.get(at)?.find(({ label }) => label === words);
    return said === undefined ? block : { ...block, kind: headingKind(said.depth) };
  });
}

/** Where two entries of the contents lead to the same place, both name it. */
function locatorsOf(marks: readonly Mark[], places: ReadonlyMap<number, MarkedPlace>): Locator[] {
  const found = new Map<string, Locator>();
  for (const [at, { kind, label }] of marks.entries()) {
    const start = places.get(at)?.start;
    if (start === undefined) continue;
    const known = found.get(`${kind} ${start}`);
    const both = known === undefined || known.label === label ? label : `${known.label} · ${label}`;
    found.set(`${kind} ${start}`, { kind, label: both, start });
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}
