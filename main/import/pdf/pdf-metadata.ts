/**
 * What a PDF says about itself. Its dates are those of the file, not of publication, and are left out unless the file names
 * the day of publication; a title or an author that only names a file or an account is none.
 */
import type { ArticleMetadata } from '../../../shared/model/article';
import { authorNames } from '../metadata/author-names';
import { publishedDate } from '../metadata/published-date';

/** Its two places for facts: the old list, and XMP by names such as `dc:title`. */
export interface PdfFacts {
  readonly info: Readonly<Record<string, unknown>>;
  readonly xmp: Readonly<Record<string, unknown>>;
}

const longest = 500;

const textOf = (value: unknown): string =>
  // Some makers end strings as the language C does.
  typeof value === 'string' ? value.replaceAll('\0', '').replace(/\s+/g, ' ').trim().slice(0, longest) : '';

const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).map(textOf).filter((text) => text !== '');

const fileName = /\.(?:docx?|odt|rtf|wpd|pages|tex|dvi|indd|qxd|pptx?|xlsx?|pdf|ps|txt|html?|pmd|fm)$/i;
const noTitle = /^(?:untitled|document\d*|slide \d+|untitled document|title|layout \d+|print|no title|\W*)$/i;

const comparable = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A title is looked for in so much of the text. */
const openingLength = 600;

/** A file is often called by the title of what is in it: then the page says so too. */
function isOnPage(name: string, opening: string): boolean {
  const words = comparable(name);
  return /\p{L}.* /u.test(words) && comparable(opening.slice(0, openingLength)).includes(words);
}

/** Without the name of the program before it; '' for what only names a file. */
function titleOf({ info, xmp }: PdfFacts, opening: string): string {
  const [said = ''] = [...textsOf(xmp['dc:title']), ...textsOf(info['Title'])].map((text) =>
    text.replace(/^Microsoft (?:Word|PowerPoint|Excel) - /i, ''),
  );
  if (noTitle.test(said) || /^https?:|^[A-Z]:\\/i.test(said)) return '';
  if (!fileName.test(said)) return said;
  const name = said.replace(fileName, '').replace(/_\d{1,2}$/, '');
  return isOnPage(name, opening) ? name.replaceAll('_', ' ') : '';
}

/** A name has two words, or is in a script that does not part them; what people log in with has one. */
const isPerson = (name: string): boolean =>
  (/\s/.test(name) || /[\p{sc=Han}\p{sc=Hangul}]{2}/u.test(name)) &&
  !/^(?:microsoft|windows|hp|dell|lenovo|apple|acer|asus|user|admin|authorized|unknown)\b/i.test(name);

function authorsOf({ info, xmp }: PdfFacts): string[] {
  const creators = textsOf(xmp['dc:creator']);
  return authorNames(creators.length > 0 ? creators : textsOf(info['Author'])).filter(isPerson);
}

const first = (xmp: PdfFacts['xmp'], names: readonly string[]): string =>
  names.flatMap((name) => textsOf(xmp[name]))[0] ?? '';

/** What the pages show: their title, or '', and the words that they begin with. */
export interface ShownOnPages {
  readonly title: string;
  readonly opening: string;
}

/** `shown`: for a file that says no title, or only the name of a file. */
export function pdfMetadata(facts: PdfFacts, shown: ShownOnPages): ArticleMetadata {
  const { info, xmp } = facts;
  const published = first(xmp, [
    'prism:publicationdate',
    'prism:coverdate',
    'prism:publicationDate',
    'prism:coverDate',
  ]);
  const doi = first(xmp, ['prism:doi', 'pdfx:doi', 'crossmark:doi', 'pdfx:WPS-ARTICLEDOI']);
  const url = first(xmp, ['prism:url']);
  return {
    title: titleOf(facts, shown.opening) || shown.title,
    authors: authorsOf(facts),
    publisher: first(xmp, ['dc:publisher', 'prism:publicationname', 'prism:publicationName']),
    url: /^https?:\/\//i.test(url) ? url : '',
    language: textOf(info['Language']) || first(xmp, ['dc:language']),
    published: publishedDate(published),
    fields: doi === '' ? {} : { DOI: doi.replace(/^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)/i, '') },
  };
}
