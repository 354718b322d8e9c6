/** A row of a table as an article: its text (or markup) cleaned as any other, and the other columns as what is known of it. */
import { normaliseBlocks } from '../../../../shared/document/normalise-blocks';
import { textToBlocks } from '../../../../shared/document/text-to-blocks';
import type { ArticleMetadata } from '../../../../shared/model/article';
import type { ColumnRole, TableMapping } from '../../../../shared/model/imported/table-mapping';
import type { FormatReading } from '../../formats/format';
import { refuse } from '../../formats/refuse';
import { webAddress } from '../../html/page-links';
import { readHtml } from '../../html/read-html';
import { authorNames } from '../../metadata/author-names';
import { ambiguousDate, tableDate } from './table-dates';
import type { TableRows } from './table-source';

export interface RowArticle extends FormatReading {
  readonly tags: readonly string[];
  /** The cell that the text came from. */
  readonly text: string;
  readonly mediaType: 'text/plain' | 'text/html';
}

const longestField = 4000;
const markup =
  /<\/?(?:p|div|br|a|span|strong|em|b|i|h[1-6]|ul|ol|li|table|article|html|body)\b[^<>]{0,500}>/i;

/** The columns' names, or their letters where the table does not name them. */
export function headingsOf(rows: TableRows, { hasHeadings, columns }: TableMapping): string[] {
  const first = hasHeadings ? (rows[0] ?? []) : [];
  return columns.map((_, at) => first[at] || `Column ${columnLetters(at)}`);
}

export const dataRows = (rows: TableRows, { hasHeadings }: TableMapping): TableRows =>
  rows.slice(hasHeadings ? 1 : 0);

function columnLetters(at: number): string {
  return at < 26
    ? String.fromCharCode(65 + at)
    : columnLetters(Math.floor(at / 26) - 1) + columnLetters(at % 26);
}

/** Throws `import-refused` for a row without a text. */
export function rowArticle(
  row: readonly string[],
  headings: readonly string[],
  mapping: TableMapping,
): RowArticle {
  const cells = (role: ColumnRole): string[] =>
    mapping.columns.flatMap((one, at) => (one === role && (row[at] ?? '') !== '' ? [row[at] ?? ''] : []));
  const text = cells('text').join('\n\n');
  if (text === '') throw refuse('This row has no text.');
  const isPage = markup.test(text);
  const { blocks, warnings } = isPage
    ? readHtml(text, { source: 'clipboard:table', isPaste: true })
    : { blocks: normaliseBlocks(textToBlocks(text)), warnings: [] };
  const said = cells('published')[0] ?? '';
  const published = tableDate(said, mapping.dateOrder);
  return {
    blocks,
    metadata: {
      ...metadataOf(cells),
      published,
      fields: fieldsOf(row, headings, mapping, published === null ? said : ''),
    },
    warnings: [...warnings, ...dateWarnings(said, published)],
    tags: [
      ...new Set(
        cells('tags')
          .flatMap((cell) => cell.split(/[;,|\n]/))
          .map((tag) => tag.trim().replace(/^#/, '')),
      ),
    ].filter((tag) => tag !== ''),
    text,
    mediaType: isPage ? 'text/html' : 'text/plain',
  };
}

function metadataOf(cells: (role: ColumnRole) => string[]): Omit<ArticleMetadata, 'published' | 'fields'> {
  const line = (role: ColumnRole): string => (cells(role)[0] ?? '').replace(/\s+/g, ' ');
  return {
    title: line('title'),
    authors: authorNames(cells('authors')),
    publisher: line('publisher'),
    url: webAddress(line('url'), null)?.href ?? '',
    language:
      /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.exec(line('language'))?.[0]?.replaceAll('_', '-').toLowerCase() ??
      '',
  };
}

/** A date that is not understood stays as it is written. */
function fieldsOf(
  row: readonly string[],
  headings: readonly string[],
  mapping: TableMapping,
  date: string,
): Record<string, string> {
  const fields: Record<string, string> =
    date === '' ? {} : { 'Date as written': date.slice(0, longestField) };
  for (const [at, role] of mapping.columns.entries()) {
    const value = row[at] ?? '';
    if (role === 'field' && value !== '')
      fields[(headings[at] ?? '').slice(0, 200)] = value.slice(0, longestField);
  }
  return fields;
}

function dateWarnings(said: string, published: ArticleMetadata['published']): string[] {
  if (said === '' || published !== null) return [];
  const isAmbiguous = ambiguousDate([said]) !== '';
  const why = isAmbiguous ? 'can be read in two ways' : 'is not a date that is understood';
  return [`“${said.slice(0, 60)}” ${why}: it is kept as it is written.`];
}
