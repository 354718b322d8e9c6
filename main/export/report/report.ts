import type { Block } from '../../../shared/document/blocks';

/** A label and what is said under it. */
export interface ReportFact {
  readonly label: string;
  readonly value: string;
}

/** Words of a source, in their sentence, with what is said about them. */
export interface ReportPassage {
  /** The rest of the sentence before the first part and after the last. */
  readonly before: string;
  readonly after: string;
  /** The words of each part; one quotation, what is between them left out. */
  readonly parts: readonly string[];
  /** Which article says so: title, publisher, date. */
  readonly source: string;
  readonly url: string;
  readonly comment: string;
  readonly facts: readonly ReportFact[];
}

export type ReportItem =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly ReportFact[] }
  | { readonly kind: 'content'; readonly blocks: readonly Block[] }
  | { readonly kind: 'passage'; readonly passage: ReportPassage };

export interface ReportSection {
  readonly title: string;
  readonly items: readonly ReportItem[];
  readonly sections: readonly ReportSection[];
}

/** An export for people, before it is Markdown or HTML. */
export interface Report extends ReportSection {
  readonly language: string;
}
