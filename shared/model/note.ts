export interface NoteSummary {
  readonly id: string;
  readonly title: string;
  /** The first words of the body. */
  readonly opening: string;
  readonly modifiedAt: string;
  readonly citationCount: number;
}

export interface NoteDetail {
  readonly id: string;
  readonly title: string;
  /** Canonical HTML: see `shared/document`. */
  readonly content: string;
  readonly createdAt: string;
  readonly modifiedAt: string;
}
