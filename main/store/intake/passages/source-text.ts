/** A text that the file says its positions count in. */
export interface SourceText {
  readonly iri: string;
  /** Of the text as UTF-8, lower-case hex. */
  readonly sha256: string;
}
