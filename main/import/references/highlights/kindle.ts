/**
 * `My Clippings.txt` of a Kindle: highlights and notes of many books, one after another, in the language of the device.
 * A note belongs to the highlight that ends where it stands. Bookmarks have no words and are left out; so are highlights
 * beyond what a book allows to be copied, of which the device keeps a message only: that is said.
 */
import type { ImportedAnnotation } from '../../../../shared/model/imported/imported-annotation';
import type { ImportedItem } from '../../../../shared/model/imported/imported-item';
import { groupBy, highlightOf, metadataOf } from './highlight';

const separator = /^={10}\s*$/m;

/** Words of the line below the title, in the languages of the device. */
const noteWords = /\b(?:note|notiz|nota|notitie)\b|заметк|笔记|筆記|註記|メモ|메모/i;
const bookmarkWords =
  /bookmark|lesezeichen|signet|marcador|segnalibro|bladwijzer|закладк|书签|書籤|ブックマーク|북마크/i;
/** What stands in place of words: `<You have reached the clipping limit for this item>`, in any language. */
const limitWords = /^<[^<>]+>$/;

interface Clipping {
  readonly book: string;
  readonly kind: 'highlight' | 'note';
  /** As written: page, location, when. */
  readonly where: string;
  /** The last number of its location, or of its page; null: it says none. */
  readonly end: number | null;
  readonly words: string;
}

/** Whether a text is a list of clippings. */
export function isKindle(text: string): boolean {
  const [first = '', ...others] = text.slice(0, 100_000).split(separator);
  return others.length > 0 && /^\ufeff?[^\n]+\n\s*-\s[^\n]*\d[^\n]*\n/.test(first);
}

/** `307-10` is short for 307 to 310. */
const inFull = (first: string, last: string): number =>
  Number(last.length < first.length ? first.slice(0, -last.length) + last : last);

/** Of `page 12 | location 170-172 | when`: the end of the location, which is finer than the page. */
function endOf(where: string): number | null {
  const parts = where.split('|');
  const place = (parts.length > 1 ? parts.slice(0, -1) : parts).findLast((part) => /\d/.test(part));
  const [, first = '', last = first] = /(\d+)(?:\s*[-–]\s*#?(\d+))?\D*$/.exec(place ?? '') ?? [];
  return first === '' ? null : inFull(first, last);
}

function clippingOf(block: string): Clipping | null {
  const [, book = '', where = '', words = ''] =
    /^[\s\ufeff]*([^\n]+)\n\s*-\s*([^\n]+)\n?([^]*)$/.exec(block) ?? [];
  const said = words.trim();
  const [kindWords = ''] = where.split('|');
  if (book === '' || said === '' || bookmarkWords.test(kindWords)) return null;
  const kind = noteWords.test(kindWords) ? 'note' : 'highlight';
  return { book: book.trim(), kind, where: where.trim(), end: endOf(where), words: said };
}

/** Without what kind of clipping it is, which differs by language: from the page or location on. */
const placeWords = ({ where }: Clipping): string =>
  where
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' · ');

function annotationsOf(clippings: readonly Clipping[]): ImportedAnnotation[] {
  const notes = clippings.filter(({ kind }) => kind === 'note');
  const highlights = clippings.filter(({ kind }) => kind === 'highlight');
  const ends = new Set(highlights.map(({ end }) => end));
  const withNotes = highlights.map((clipping) => {
    const own = clipping.end === null ? [] : notes.filter(({ end }) => end === clipping.end);
    return highlightOf({
      exact: clipping.words,
      comments: [...own.map(({ words }) => words), placeWords(clipping)],
    });
  });
  const alone = notes.filter(({ end }) => end === null || !ends.has(end));
  return [
    ...withNotes,
    ...alone.map((note) => highlightOf({ exact: note.words, comments: [placeWords(note)] })),
  ];
}

/** `Title (Family, Given; Other)`: the last parentheses hold the authors. */
function itemOf(clippings: readonly Clipping[]): ImportedItem {
  const book = clippings[0]?.book ?? '';
  const [, title = book, names = ''] = /^(.*\S)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)$/.exec(book) ?? [];
  const authors = names
    .split(';')
    .map((name) => name.trim().replace(/^([^,]+),\s*(.+)$/, '$2 $1'))
    .filter((name) => name !== '');
  return {
    kind: 'highlights',
    highlights: { metadata: metadataOf({ title, authors }), annotations: annotationsOf(clippings) },
  };
}

/** How many highlights of each book are only told of. */
function* limitsOf(clippings: readonly Clipping[]): Generator<ImportedItem> {
  const missing = clippings.filter(({ words }) => limitWords.test(words));
  for (const { length, 0: first } of groupBy(missing, ({ book }) => book)) {
    const what = length === 1 ? 'One highlight has' : `${length} highlights have`;
    const message = `${what} no words in the file: the book does not allow more of it to be copied.`;
    yield { kind: 'refused', source: first?.book ?? '', message };
  }
}

/** The items of what {@link isKindle} knows, a book each. `text`: with LF line ends. */
export function kindleItems(text: string): readonly ImportedItem[] {
  const clippings = text.split(separator).flatMap((block) => clippingOf(block) ?? []);
  const worded = clippings.filter(({ words }) => !limitWords.test(words));
  return [...groupBy(worded, ({ book }) => book).map(itemOf), ...limitsOf(clippings)];
}
