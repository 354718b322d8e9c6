/**
 * `My Clippings.txt` of a Kindle: highlights and notes of many books, one after another, in the language of the device.
 * A note belongs to the highlight that ends where it stands. Bookmarks have no words and are left out.
 */
import type { ImportedAnnotation } from '../../../../shared/model/imported/imported-annotation';
import type { ImportedItem } from '../../../../shared/model/imported/imported-item';
import { groupBy, highlightOf, metadataOf } from './highlight';

const separator = /^={10}\s*$/m;

/** Words of the line below the title, in the languages of the device. */
const noteWords = /\b(?:note|notiz|nota|notitie)\b|заметк|笔记|メモ|메모/i;
const bookmarkWords =
  /bookmark|lesezeichen|signet|marcador|segnalibro|bladwijzer|закладк|书签|ブックマーク|북마크/i;

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

/** The numbers of `page 12 | location 170-172`: the location's, which is finer, else the page's. */
function endOf(where: string): number | null {
  const parts = where.split('|').filter((part) => /\d/.test(part));
  const place = parts.length > 2 ? parts[1] : parts[0];
  const numbers = place?.match(/\d+/g) ?? [];
  return numbers.length === 0 ? null : Number(numbers.at(-1));
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

/** The items of what {@link isKindle} knows, a book each. `text`: with LF line ends. */
export function kindleItems(text: string): readonly ImportedItem[] {
  const clippings = text.split(separator).flatMap((block) => clippingOf(block) ?? []);
  return groupBy(clippings, ({ book }) => book).map(itemOf);
}
