import type { TextRange } from '../text/offset-types';
import type { EventDate } from './event-date';
import type { TagRef } from './tag';

/** `captured`: brought in from outside, its text is evidence. `own`: written by the researcher, edited freely. */
export type ArticleKind = 'captured' | 'own';

/** What is known about an article besides its words. Empty string: unknown. */
export interface ArticleMetadata {
  readonly title: string;
  readonly authors: readonly string[];
  readonly publisher: string;
  readonly url: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** Null: unknown, and the reader asks for it. */
  readonly published: EventDate | null;
  /** Free fields of the researcher. */
  readonly fields: Readonly<Record<string, string>>;
}

/** A row of the library. */
export interface ArticleSummary extends Omit<ArticleMetadata, 'fields'> {
  readonly id: string;
  readonly kind: ArticleKind;
  /** ISO 8601 UTC. */
  readonly capturedAt: string;
  readonly readAt: string | null;
  readonly wordCount: number;
  readonly passageCount: number;
  /** Passages with words that are gone. */
  readonly orphanCount: number;
  /** Passages with words that changed and are not confirmed. */
  readonly changedCount: number;
  readonly tags: readonly TagRef[];
}

/** Where a page or a chapter of the source begins in a text (code points), by the number or name that the source gives it. */
export interface Locator {
  readonly kind: 'page' | 'chapter';
  readonly label: string;
  readonly start: number;
}

/** Where an article's bytes came from, and what they were. */
export interface OriginalInfo {
  readonly id: string;
  /** Path, URL or `clipboard:`. */
  readonly source: string;
  readonly mediaType: string;
  /** WHATWG encoding label used to decode the bytes. */
  readonly encoding: string;
  /** How sure the guess was: `declared` by mark or header, `guessed` from the bytes, `chosen` by the user. */
  readonly encodingOrigin: 'declared' | 'guessed' | 'chosen';
  readonly sha256: string;
  readonly byteLength: number;
  readonly capturedAt: string;
}

/**
 * How a revision came to be. `captured`: with the article, from outside; `written`: with an article of one's own;
 * `corrected`: its words edited; `details`: its metadata corrected, the words the same; `recaptured`: from a newer capture;
 * `reread`: from the same bytes in another encoding.
 */
export const revisionKinds = ['captured', 'written', 'corrected', 'details', 'recaptured', 'reread'] as const;
export type RevisionKind = (typeof revisionKinds)[number];

export interface RevisionInfo {
  readonly id: string;
  /** From 1, by article. */
  readonly number: number;
  readonly kind: RevisionKind;
  /** The capture it was made from; null for a correction. */
  readonly originalId: string | null;
  readonly reason: string;
  readonly createdAt: string;
  /** SHA-256 of the plain text as UTF-8, lower-case hex. */
  readonly sha256: string;
  readonly wordCount: number;
}

/**
 * A stretch of an article that is page chrome, not evidence (a comment box, a photo credit). `suggested`: found by the
 * importer and greyed until the user decides; `excluded`: greyed by the user; `kept`: brought back by the user.
 */
export interface Exclusion extends TextRange {
  readonly id: string;
  readonly state: 'suggested' | 'excluded' | 'kept';
  /** Why it was suggested, in a few words. */
  readonly reason: string;
}

export interface ArticleDetail extends ArticleMetadata {
  readonly id: string;
  readonly kind: ArticleKind;
  readonly capturedAt: string;
  readonly readAt: string | null;
  readonly tags: readonly TagRef[];
  readonly original: OriginalInfo | null;
  readonly revisions: readonly RevisionInfo[];
  readonly currentRevisionId: string;
  readonly exclusions: readonly Exclusion[];
}

/** One revision with its words. */
export interface RevisionText extends RevisionInfo {
  readonly articleId: string;
  /** What was known about the article at the time of the revision. */
  readonly metadata: ArticleMetadata;
  /** Canonical HTML: see `shared/document`. */
  readonly content: string;
  readonly text: string;
  /** Where the pages and chapters of its source begin in `text`, of each kind in the order of the source. */
  readonly locators: readonly Locator[];
}
