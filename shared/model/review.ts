import type { TextRange } from '../text/offset-types';
import type { Annotation } from './annotation';

/** A passage that waits for the researcher, as the list of these has it. */
export interface ReviewRow {
  readonly annotationId: string;
  readonly articleId: string;
  readonly articleTitle: string;
  /** The graver of its parts' states. */
  readonly state: 'changed' | 'orphan';
  /** The words it was made on, parts joined by “ … ”. */
  readonly words: string;
}

/** Words with those around them, cut from one revision. */
export interface Excerpt {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** An excerpt and the revision that it is of. */
export interface DatedExcerpt extends Excerpt {
  readonly revisionId: string;
  readonly number: number;
  readonly createdAt: string;
}

/** Words that may be the lost ones: offered to be chosen, never taken. Code points of the current text. */
export interface Candidate extends TextRange {
  readonly excerpt: Excerpt;
  /** Share of the quote's characters that are there, 0 to 1. */
  readonly likeness: number;
}

/** One part of a passage under review. */
export interface ReviewPart {
  readonly part: number;
  readonly state: Annotation['parts'][number]['state'];
  /** Where its words last stood as they were meant; only the quote when no revision has them. */
  readonly once: DatedExcerpt | Excerpt;
  /** Where it stands in the current revision; null: nowhere. */
  readonly now: Excerpt | null;
  /** For a part that stands nowhere, likeliest first. */
  readonly candidates: readonly Candidate[];
}

/** All that a decision about a passage needs. */
export interface ReviewCase {
  readonly annotation: Annotation;
  readonly articleTitle: string;
  readonly parts: readonly ReviewPart[];
}
