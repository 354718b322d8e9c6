import type { AnchorState, Quote } from '../../../shared/model/annotation';
import type { EntityKind, Identifier } from '../../../shared/model/entity';

/** An article as exports speak of it. */
export interface ExportArticle {
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly publisher: string;
  readonly url: string;
  readonly language: string;
  /** EDTF; null: unknown. */
  readonly published: string | null;
  readonly capturedAt: string;
  /** The current revision, whose text passages count in, and the SHA-256 of that text as UTF-8. */
  readonly revisionId: string;
  readonly sha256: string;
  readonly tags: readonly string[];
}

/** One stretch of words of a passage, in code points of its article's current text. */
export interface ExportPart {
  readonly start: number;
  readonly end: number;
  readonly state: AnchorState;
  /** As it was kept when the passage was made. */
  readonly quote: Quote;
  /** The words at the position now; for an orphan the kept ones. */
  readonly words: string;
  /** The rest of the sentence around, '' where the words are gone. */
  readonly before: string;
  readonly after: string;
}

export interface ExportLink {
  readonly id: string;
  readonly name: string;
}

export interface ExportEntityLink extends ExportLink {
  readonly kind: EntityKind;
}

/** An annotation with everything it says. */
export interface ExportPassage {
  readonly id: string;
  readonly articleId: string;
  readonly parts: readonly ExportPart[];
  readonly colour: string | null;
  readonly comment: string;
  readonly tags: readonly string[];
  readonly entities: readonly ExportEntityLink[];
  readonly events: readonly ExportLink[];
  readonly createdAt: string;
  readonly modifiedAt: string;
}

export interface ExportEntity {
  readonly id: string;
  readonly kind: EntityKind;
  readonly actorKind: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description: string;
  readonly identifiers: readonly Identifier[];
}

export interface ExportEvent {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly description: string;
  /** EDTF; null: unknown. */
  readonly date: string | null;
  readonly dateWords: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly place: ExportLink | null;
  readonly participants: readonly (ExportLink & { readonly role: string })[];
  /** Ids of the passages that support it. */
  readonly evidence: readonly string[];
}

export interface ExportNote {
  readonly id: string;
  readonly title: string;
  /** Canonical HTML. */
  readonly content: string;
  readonly createdAt: string;
  readonly modifiedAt: string;
}

/** What an export is about. */
export type ExportSubject =
  | { readonly kind: 'everything' }
  | { readonly kind: 'article'; readonly article: ExportArticle }
  | { readonly kind: 'entity'; readonly entity: ExportEntity }
  | { readonly kind: 'note'; readonly note: ExportNote };

/** Everything an export says, read from the notebook at one moment; the formats are made from this alone. */
export interface ExportData {
  readonly notebook: { readonly id: string; readonly title: string };
  /** ISO 8601 UTC. */
  readonly madeAt: string;
  readonly subject: ExportSubject;
  /** By title; those that the passages are in or the subject is. */
  readonly articles: readonly ExportArticle[];
  /** By article, then in reading order, orphans last. */
  readonly passages: readonly ExportPassage[];
  readonly entities: readonly ExportEntity[];
  /** By date, undated last. */
  readonly events: readonly ExportEvent[];
  readonly notes: readonly ExportNote[];
  /** The text of a revision that a passage counts in. */
  readonly textOf: (revisionId: string) => string;
}

/** A file of an export: its name, and its text (to be written as UTF-8) or bytes. */
export interface ExportFile {
  readonly name: string;
  readonly data: string | Uint8Array;
}
