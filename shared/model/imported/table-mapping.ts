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
  /** A guess. */
  readonly mapping: TableMapping;
}
