import type { TextRange } from '../text/offset-types';
import type { EntityKind } from './entity';
import type { Colour, TagRef } from './tag';

/** The words of a passage with the words around them (W3C TextQuoteSelector). */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * How a stored quote stands in the current revision. `exact`: same words, same or carried place; `moved`: same words
 * elsewhere, without doubt; `changed`: similar words, for the researcher to confirm; `orphan`: words gone.
 */
export type AnchorState = 'exact' | 'moved' | 'changed' | 'orphan';

/** Why a quote was replaced: changed words confirmed, new ends given, or an orphan attached again. */
export type ReplacementReason = 'confirmed' | 'new-ends' | 're-attached';

/** A quote that the researcher has replaced, with the place it stood at (code points of that revision's text). */
export interface FormerQuote extends TextRange {
  readonly quote: Quote;
  /** The last revision it was known to stand in. */
  readonly revisionId: string;
  readonly reason: ReplacementReason;
  /** ISO 8601 UTC. */
  readonly replacedAt: string;
}

/** One stretch of words that an annotation points at. */
export interface Part extends TextRange {
  /** The quote of the revision's time. */
  readonly quote: Quote;
  readonly state: AnchorState;
  /** The quotes it had before that, oldest first. */
  readonly formerQuotes: readonly FormerQuote[];
}

/** An entity linked to a passage. */
export interface EntityLink {
  readonly entityId: string;
  readonly kind: EntityKind;
  readonly name: string;
}

/** An event that a passage is evidence for. */
export interface EventLink {
  readonly eventId: string;
  readonly title: string;
}

/** Passage(s) and what the researcher says about them. */
export interface Annotation {
  readonly id: string;
  readonly articleId: string;
  /** The revision whose text the positions count in. */
  readonly revisionId: string;
  /** At least one, in reading order; orphaned parts keep the last position they had. */
  readonly parts: readonly Part[];
  readonly colour: Colour | null;
  readonly comment: string;
  readonly tags: readonly TagRef[];
  readonly entities: readonly EntityLink[];
  readonly events: readonly EventLink[];
  /** The name of who made it; '' where that is not known. */
  readonly coder: string;
  readonly createdAt: string;
  readonly modifiedAt: string;
}

/** One part of a passage as it is met outside its article. */
export interface PartRef {
  readonly quote: Quote;
  readonly state: AnchorState;
}

/**
 * An annotation met outside its article: in a dossier, a list of citations, a search. `quote` has the words of all parts,
 * joined by “ … ”, in the words before the first and after the last; `state` is the worst that one of them is in.
 */
export interface PassageRef {
  readonly annotationId: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly publisher: string;
  readonly published: string | null;
  readonly quote: Quote;
  readonly state: AnchorState;
  readonly parts: readonly PartRef[];
  readonly start: number;
  readonly end: number;
  /** The page and the chapter of the source that it begins on, by their labels; '' where that is not known. */
  readonly page: string;
  readonly chapter: string;
  readonly comment: string;
  /** The name of who made it; '' where that is not known. */
  readonly coder: string;
}
