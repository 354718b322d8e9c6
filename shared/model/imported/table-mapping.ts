/** What a column of a table of articles can hold; `field`: a free field of the article, by the column's heading. */
export const columnRoles = [
  'text',
  'title',
  'authors',
  'publisher',
  'url',
  'language',
  'published',
  'tags',
  'field',
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** Which column of a table of articles is what, as the user chose. */
export interface TableMapping {
  /** Of a workbook; '' for a text file. */
  readonly sheet: string;
  /** Whether the first row names the columns. */
  readonly hasHeadings: boolean;
  /** By column, from the first; null: left out. */
  readonly columns: readonly (ColumnRole | null)[];
  /** What 01/02/2024 means; null: nobody said, and such dates are kept as words. */
  readonly dateOrder: DateOrder | null;
}

/** Which part of a date in figures comes first. */
export const dateOrders = ['day-first', 'month-first'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** What a row would become. */
export interface RowPreview {
  /** From 1, as a spreadsheet counts them. */
  readonly row: number;
  readonly title: string;
  readonly authors: readonly string[];
  /** EDTF, or ''. */
  readonly published: string;
  readonly wordCount: number;
  /** Why the row would not come in, or what of it is in doubt; '' for nothing. */
  readonly problem: string;
}

/** The beginning of a table, to choose the columns by. */
export interface TablePreview {
  /** Of a workbook; a text file has one, ''. */
  readonly sheets: readonly string[];
  /** The one that is shown. */
  readonly sheet: string;
  /** The first rows as they stand, headings and all; long cells cut. */
  readonly rows: readonly (readonly string[])[];
  /** Of the whole sheet, without headings. */
  readonly rowCount: number;
  /** As chosen, or a guess. */
  readonly mapping: TableMapping;
  /** The first rows of articles as this mapping would make them. */
  readonly articles: readonly RowPreview[];
  /** Of the whole sheet: rows that would not come in, since they have no text. */
  readonly rowsWithoutText: number;
  /** A date of the column of dates that can be read in two ways, while nothing says in which; '' for none. */
  readonly ambiguousDate: string;
}
