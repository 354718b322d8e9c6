/** An annotation as a file tells it, before its words are looked for in an article: what all readers of annotations make. */
import type { Quote } from '../annotation';
import type { EntityKind } from '../entity';

/** One target of an annotation from a file. */
export interface ImportedTarget {
  /** IRI or key of what it is in, or ''. */
  readonly source: string;
  readonly quote: Quote | null;
  /** Code points of the text that the file counts in. */
  readonly position: { readonly start: number; readonly end: number } | null;
  /** The file does not say for sure that this is the place: the passage is to be confirmed by the researcher. */
  readonly isUnsure?: true;
  /** The file says itself that these words are gone from its text: the passage is an orphan. */
  readonly isOrphan?: true;
}

/** An entity as a file names it. */
export interface ImportedEntity {
  /** `kindIsSaid`: not guessed. */
  readonly kind: EntityKind;
  readonly kindIsSaid: boolean;
  readonly actorKind: string;
  /** IRI in the file, or ''. */
  readonly iri: string;
  /** IRIs of all of this kind and name in the file, where there is another. */
  readonly sameNamed?: readonly string[];
  readonly name: string;
  readonly aliases: readonly string[];
  readonly identifiers: readonly string[];
  readonly description: string;
}

/** An event as a file names it. */
export interface ImportedEvent {
  readonly iri: string;
  /** IRIs of all of this title in the file, where there is another. */
  readonly sameNamed?: readonly string[];
  readonly title: string;
  readonly type: string;
  readonly date: string;
  readonly dateWords: string;
  readonly place: { readonly iri: string; readonly name: string } | null;
  readonly participants: readonly { readonly iri: string; readonly name: string; readonly role: string }[];
  readonly description: string;
}

/** An annotation from a file, before its words are looked for. */
export interface ImportedAnnotation {
  /** As the file names it: the same file brought in twice makes nothing twice. */
  readonly id: string;
  /** The id names it wherever it goes: another on the same words is another annotation. Absent: they are one. */
  readonly isLasting?: boolean;
  readonly targets: readonly ImportedTarget[];
  /** Names, or keys of tags that the file brought before. */
  readonly tags: readonly string[];
  readonly comments: readonly string[];
  readonly entities: readonly ImportedEntity[];
  readonly events: readonly ImportedEvent[];
  readonly colour: string;
  /** Who made it, as the file names them, or ''. */
  readonly coder: string;
  /** ISO 8601 UTC, or '' where the file does not say. */
  readonly createdAt: string;
  /** What could not be taken of it, in words. */
  readonly problems: readonly string[];
}
