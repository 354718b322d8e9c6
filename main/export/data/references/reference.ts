/** An article as a reference: what the three formats of references have in common. Names of authors are never taken apart. */
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import type { ExportArticle } from '../../gather/export-data';
import { type SureDate, sureDate, sureSpan } from '../days';

/** Fields of the researcher that reference formats know, by the names that people give them. */
const knownFields: Readonly<Record<string, string>> = {
  doi: 'doi',
  isbn: 'isbn',
  issn: 'issn',
  volume: 'volume',
  issue: 'issue',
  number: 'issue',
  page: 'pages',
  pages: 'pages',
  place: 'place',
  edition: 'edition',
};

export interface Reference {
  readonly article: ExportArticle;
  /** Of {@link knownFields}. */
  readonly known: Readonly<Record<string, string>>;
  /** Every other field, as `name: value`. */
  readonly other: readonly string[];
  /** The day the article was captured. */
  readonly accessed: SureDate | null;
}

export function referenceOf(article: ExportArticle): Reference {
  const known: Record<string, string> = {};
  const other: string[] = [];
  for (const [name, value] of Object.entries(article.fields)) {
    const key = knownFields[name.trim().toLowerCase()];
    if (key !== undefined && !(key in known)) known[key] = value;
    else other.push(`${name}: ${value}`);
  }
  return { article, known, other, accessed: sureDate(article.capturedAt.slice(0, 10)) };
}

/** A date of publication that is not sure to the day, or of which the source has words of its own: in words; else ''. */
export function publishedWords({ published, publishedWords: words }: ExportArticle): string {
  const said =
    published !== null && !sureDate(published) && !sureSpan(published) ? describeEdtf(published) : '';
  return [said, words === published ? '' : words].filter((part) => part !== '').join(', ');
}

/** What has no field of its own, in lines. */
export function noteLines({ article, other }: Reference): string[] {
  const words = publishedWords(article);
  return [...(words === '' ? [] : [`Published: ${words}`]), ...other];
}
