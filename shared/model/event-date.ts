/** When something happened, as surely as it is known. */
export interface EventDate {
  /** EDTF (ISO 8601-2), levels 0 to 2. */
  readonly edtf: string;
  /** The words it came from, or ''. */
  readonly words: string;
  /** First and last possible day, `YYYY-MM-DD` (or `-Infinity`/`+Infinity` as null), derived from `edtf` for sorting only. */
  readonly earliest: string | null;
  readonly latest: string | null;
}
