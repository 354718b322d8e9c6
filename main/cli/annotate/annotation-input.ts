import type { Quote } from '../../../shared/model/annotation';
import type { EntityKind } from '../../../shared/model/entity';

/** One target of an annotation from a file. */
export interface TargetInput {
  /** IRI of what it is in, or ''. */
  readonly source: string;
  readonly quote: Quote | null;
  /** As the file counts. */
  readonly position: { readonly start: number; readonly end: number } | null;
}

/** An entity as a body names it. */
export interface EntityInput {
  /** `kindIsSaid`: not guessed. */
  readonly kind: EntityKind;
  readonly kindIsSaid: boolean;
  readonly actorKind: string;
  /** IRI in the file, or ''. */
  readonly iri: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly identifiers: readonly string[];
  readonly description: string;
}

/** An event as a body names it. */
export interface EventInput {
  readonly iri: string;
  readonly title: string;
  readonly type: string;
  readonly date: string;
  readonly dateWords: string;
  readonly place: { readonly iri: string; readonly name: string } | null;
  readonly participants: readonly { readonly iri: string; readonly name: string; readonly role: string }[];
  readonly description: string;
}

/** An annotation from a file, before its words are looked for. */
export interface AnnotationInput {
  readonly id: string;
  readonly targets: readonly TargetInput[];
  readonly tags: readonly string[];
  readonly comments: readonly string[];
  readonly entities: readonly EntityInput[];
  readonly events: readonly EventInput[];
  readonly colour: string;
  /** Bodies that could not be taken, in words. */
  readonly problems: readonly string[];
}

/** A text that the file says its positions count in. */
export interface SourceText {
  readonly iri: string;
  readonly sha256: string;
}

export interface AnnotationFile {
  readonly annotations: readonly AnnotationInput[];
  readonly texts: readonly SourceText[];
}
