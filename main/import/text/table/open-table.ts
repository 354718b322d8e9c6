/** A table of articles (CSV, TSV, XLSX): a row an article. What the user chose decides which column is what, else a guess. */
import type { ImportedItem } from '../../../../shared/model/imported/imported-item';
import type { RowPreview, TableMapping, TablePreview } from '../../../../shared/model/imported/table-mapping';
import { CasebookError } from '../../../../shared/model/result';
import { wordsOfError } from '../../../store/intake/fatal-errors';
import { isArchive } from '../../archive/open-archive';
import { documentOf } from '../../formats/document-of';
import type { FormatInput } from '../../formats/format';
import { refuse } from '../../formats/refuse';
import { guessMapping } from './guess-mapping';
import { readDelimited } from './read-delimited';
import { readWorkbook } from './read-workbook';
import { dataRows, headingsOf, rowArticle } from './row-article';
import { ambiguousDate } from './table-dates';
import type { TableRows, TableSource } from './table-source';

type Input = Pick<FormatInput, 'bytes' | 'source' | 'encoding' | 'capturedAt' | 'mapping'>;

/** Throws `import-refused` for a table that cannot be read, or in which no column is a text. */
export async function* openTable(input: Input): AsyncGenerator<ImportedItem, void, void> {
  const source = await sourceOf(input);
  const { rows, mapping } = await chosenRows(source, input.mapping ?? null);
  if (!mapping.columns.includes('text')) throw refuse('No column of this table is the text of the articles.');
  const headings = headingsOf(rows, mapping);
  for (const [at, row] of dataRows(rows, mapping).entries()) {
    const number = at + (mapping.hasHeadings ? 2 : 1);
    yield itemOf(row, `${input.source}#row=${number}`, { input, source, headings, mapping });
  }
}

function sourceOf({
  bytes,
  encoding,
}: Pick<Input, 'bytes' | 'encoding'>): Promise<TableSource> | TableSource {
  return isArchive(bytes) ? readWorkbook(bytes) : readDelimited(bytes, encoding);
}

interface ChosenRows {
  readonly rows: TableRows;
  readonly mapping: TableMapping;
}

/** The sheet that is meant; without a word, the first that has rows. Without columns they are guessed. */
async function chosenRows(source: TableSource, chosen: TableMapping | null): Promise<ChosenRows> {
  if (chosen !== null) {
    const rows = await source.rows(chosen.sheet);
    return { rows, mapping: chosen.columns.length > 0 ? chosen : guessMapping(rows, chosen.sheet) };
  }
  for (const sheet of source.sheets) {
    const rows = await source.rows(sheet);
    if (rows.length > 1) return { rows, mapping: guessMapping(rows, sheet) };
  }
  throw refuse('There are no rows in this table.');
}

interface Table {
  readonly input: Input;
  readonly source: TableSource;
  readonly headings: readonly string[];
  readonly mapping: TableMapping;
}

function itemOf(
  row: readonly string[],
  key: string,
  { input, source, headings, mapping }: Table,
): ImportedItem {
  try {
    const { text, mediaType, tags, ...reading } = rowArticle(row, headings, mapping);
    const bytes = new TextEncoder().encode(text);
    const title = reading.metadata.title || firstWords(text, mediaType);
    const read = { ...reading, metadata: { ...reading.metadata, title }, encoding: source.encoding };
    const document = documentOf(read, { bytes, source: key, mediaType, capturedAt: input.capturedAt });
    // The bytes that are kept are the words of the cell, written anew.
    const original = { ...document.original, encoding: 'utf-8', encodingOrigin: 'declared' as const };
    return { kind: 'article', key, document: { ...document, original }, bytes, tags };
  } catch (cause) {
    if (!(cause instanceof CasebookError)) throw cause;
    return { kind: 'refused', source: key, message: cause.message };
  }
}

/** For an article without a title: the start of its words. */
function firstWords(text: string, mediaType: string): string {
  const line =
    (mediaType === 'text/html' ? text.replace(/<[^<>]{0,2000}>/g, ' ') : text).trim().split('\n')[0] ?? '';
  const tidy = line.replace(/\s+/g, ' ').trim();
  return tidy.length <= 80 ? tidy : `${tidy.slice(0, Math.max(40, tidy.lastIndexOf(' ', 80)))}…`;
}

const shownRows = 12;
const shownArticles = 5;
const longestCell = 300;

/** What a table begins with, and what its first rows would become. `chosen`: null for a guess. Throws `import-refused`. */
export async function previewTable(
  input: Pick<Input, 'bytes' | 'encoding'>,
  chosen: TableMapping | null,
): Promise<TablePreview> {
  const source = await sourceOf(input);
  const { rows, mapping } = await chosenRows(source, chosen);
  const data = dataRows(rows, mapping);
  const at = mapping.columns.indexOf('published');
  const texts = mapping.columns.flatMap((role, column) => (role === 'text' ? [column] : []));
  return {
    sheets: source.sheets,
    sheet: mapping.sheet,
    rows: rows
      .slice(0, shownRows)
      .map((row) => row.map((cell) => (cell.length > longestCell ? `${cell.slice(0, longestCell)}…` : cell))),
    rowCount: data.length,
    mapping,
    articles: data
      .slice(0, shownArticles)
      .map((row, index) => rowPreview(row, index, headingsOf(rows, mapping), mapping)),
    rowsWithoutText: data.filter((row) => texts.every((column) => (row[column] ?? '') === '')).length,
    ambiguousDate: mapping.dateOrder === null ? ambiguousDate(data.map((row) => row[at] ?? '')) : '',
  };
}

function rowPreview(
  row: readonly string[],
  index: number,
  headings: readonly string[],
  mapping: TableMapping,
): RowPreview {
  const number = index + (mapping.hasHeadings ? 2 : 1);
  try {
    const { metadata, text, mediaType, warnings } = rowArticle(row, headings, mapping);
    return {
      row: number,
      title: metadata.title || firstWords(text, mediaType),
      authors: metadata.authors,
      published: metadata.published?.edtf ?? '',
      wordCount: text
        .replace(/<[^<>]{0,2000}>/g, ' ')
        .split(/\s+/)
        .filter((word) => word !== '').length,
      problem: warnings[0] ?? '',
    };
  } catch (cause) {
    const problem = wordsOfError(cause);
    return { row: number, title: '', authors: [], published: '', wordCount: 0, problem };
  }
}
