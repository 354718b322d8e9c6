/**
 * What an export says, as data: everything that belongs to it, read from the notebook at one moment. The formats are made
 * from this alone. Offsets are code points of the current text of an article; dates are EDTF; times ISO 8601 UTC.
 */
import type { Account, Happened } from '../../../shared/model/account';
import type { AnchorState, Quote } from '../../../shared/model/annotation';
import type { ArticleKind, Locator, OriginalInfo } from '../../../shared/model/article';
import type { EntityKind, GeoPoint, Identifier, NameKind, Precision } from '../../../shared/model/entity';
import type { EventDate } from '../../../shared/model/event-date';
import type { EventRelationType } from '../../../shared/model/relation';
import type { NotebookJsonOptions } from '../../store/notebook/records/json/notebook-json';

/** An article as exports speak of it. */
export interface ExportArticle {
  readonly id: string;
  readonly kind: ArticleKind;
  readonly title: string;
  readonly authors: readonly string[];
  readonly publisher: string;
  readonly url: string;
  readonly language: string;
  /** EDTF; null: unknown. */
  readonly published: string | null;
  readonly publishedWords: string;
  /** First and last possible day, or null. */
  readonly publishedEarliest: string | null;
  readonly publishedLatest: string | null;
  /** Free fields of the researcher. */
  readonly fields: Readonly<Record<string, string>>;
  readonly capturedAt: string;
  /** The current revision, whose text passages count in, and the SHA-256 of that text as UTF-8. */
  readonly revisionId: string;
  readonly sha256: string;
  readonly wordCount: number;
  /** Revisions before the current one. */
  readonly earlierRevisions: number;
  /** Names. */
  readonly tags: readonly string[];
  /** The captures it came as, oldest first; `source`: an address, or the name of a file without its folder. */
  readonly originals: readonly OriginalInfo[];
  /** Where the pages or chapters of the source begin in the current text. */
  readonly locators: readonly Locator[];
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
  /** The page or chapter of the source that it begins in ("p. 12"); '' where the source has none. */
  readonly locator: string;
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
  /** Who made it; '' is not said. */
  readonly coder: string;
  /** Names. */
  readonly tags: readonly string[];
  readonly entities: readonly ExportEntityLink[];
  readonly events: readonly ExportLink[];
  readonly createdAt: string;
  readonly modifiedAt: string;
}

export interface ExportName {
  readonly name: string;
  readonly kind: NameKind;
}

/** A place's `precision`, `point` and what it lies in; what an actor belongs to is its `parent` too. */
export interface ExportEntity {
  readonly id: string;
  readonly kind: EntityKind;
  readonly actorKind: string;
  readonly name: string;
  /** Its further names. */
  readonly aliases: readonly string[];
  /** The same with what sort of name each is. */
  readonly names: readonly ExportName[];
  readonly description: string;
  readonly identifiers: readonly Identifier[];
  readonly parent: ExportLink | null;
  readonly precision: Precision;
  readonly point: GeoPoint | null;
  /** Entities that were merged into it; their names are among its own. */
  readonly merged: readonly (ExportLink & { readonly description: string })[];
  readonly createdAt: string;
  readonly modifiedAt: string;
}

/** What one entity is to another. */
export interface ExportEntityRelation {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly from: ExportEntityLink;
  readonly to: ExportEntityLink;
  readonly date: EventDate | null;
  readonly comment: string;
  /** Ids of passages. */
  readonly evidence: readonly string[];
}

/** An account; its evidence and cue words are ids of passages. */
export interface ExportAccount extends Omit<Account, 'evidence' | 'cues'> {
  readonly evidence: readonly string[];
  readonly cues: readonly string[];
  readonly createdAt: string;
  readonly modifiedAt: string;
}

export interface ExportEvent {
  readonly id: string;
  readonly title: string;
  /** Its type's name, or ''. */
  readonly type: string;
  readonly typeId: string | null;
  readonly description: string;
  /** EDTF; null: unknown. */
  readonly date: string | null;
  readonly dateWords: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly place: ExportLink | null;
  readonly happened: Happened;
  /** Facts whose accounts conflict undecided. */
  readonly conflictCount: number;
  readonly participants: readonly (ExportLink & { readonly role: string })[];
  /** Ids of the passages that support it. */
  readonly evidence: readonly string[];
  /** Every account of it, in the order they were made. */
  readonly accounts: readonly ExportAccount[];
  readonly createdAt: string;
  readonly modifiedAt: string;
}

/** How an event stands to another. */
export interface ExportEventRelation {
  readonly id: string;
  readonly type: EventRelationType;
  readonly from: ExportLink;
  readonly to: ExportLink;
  readonly comment: string;
  readonly evidence: readonly string[];
}

/** What a note points at. */
export interface ExportCitation {
  readonly kind: 'annotation' | 'entity' | 'event' | 'article';
  readonly id: string;
}

export interface ExportNote {
  readonly id: string;
  readonly title: string;
  /** Canonical HTML. */
  readonly content: string;
  readonly citations: readonly ExportCitation[];
  readonly createdAt: string;
  readonly modifiedAt: string;
}

/** A code of the codebook; the whole hierarchy is exported, also what nothing bears. */
export interface ExportTag {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly colour: string | null;
  readonly description: string;
}

export interface ExportEventType {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly description: string;
}

export interface ExportRole {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

/** What an export is about. */
export type ExportSubject =
  | { readonly kind: 'everything' }
  | { readonly kind: 'article'; readonly article: ExportArticle }
  | { readonly kind: 'entity'; readonly entity: ExportEntity }
  | { readonly kind: 'event'; readonly event: ExportEvent }
  | { readonly kind: 'note'; readonly note: ExportNote }
  | { readonly kind: 'passages'; readonly ids: readonly string[] }
  | { readonly kind: 'search'; readonly query: string };

/** What is not part of an export, but referred to by what is: a participant, a place around a place, a passage in evidence. */
export interface ExportAround {
  readonly articles: readonly ExportArticle[];
  readonly passages: readonly ExportPassage[];
  readonly entities: readonly ExportEntity[];
}

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
  /** Those with at least one end in the export. */
  readonly entityRelations: readonly ExportEntityRelation[];
  /** Those with both ends in the export. */
  readonly eventRelations: readonly ExportEventRelation[];
  /** The codebook: tags (a parent before its children), types of events, roles. */
  readonly tags: readonly ExportTag[];
  readonly eventTypes: readonly ExportEventType[];
  readonly roles: readonly ExportRole[];
  readonly around: ExportAround;
  /** The text of a revision that a passage counts in; read when it is asked for. */
  readonly textOf: (revisionId: string) => string;
  /** The canonical HTML of a revision. */
  readonly contentOf: (revisionId: string) => string;
  /** The bytes of an original, by their SHA-256. */
  readonly bytesOf: (sha256: string) => Uint8Array;
  /** The whole notebook as JSON, in pieces, whatever else the export is about: see its options. */
  readonly notebookJson: (options: Omit<NotebookJsonOptions, 'madeAt'>) => Iterable<string>;
}
