/** A table of articles as rows of words, whatever its file is. What a formula would do is not done: it is words. */

/** The rows of one sheet; cells are words, without blanks at their ends, '' where empty. */
export type TableRows = readonly (readonly string[])[];

export interface TableSource {
  /** Names; a text file has one, ''. */
  readonly sheets: readonly string[];
  /** Throws `import-refused` for a sheet that is not there, or is damaged. */
  readonly rows: (sheet: string) => Promise<TableRows>;
  readonly encoding: {
    readonly encoding: string;
    readonly encodingOrigin: 'declared' | 'guessed' | 'chosen';
  };
}
