import type { ImportedAnnotation } from '../../../../shared/model/imported/imported-annotation';

/** A text that the file says its positions count in. */
export interface SourceText {
  readonly iri: string;
  readonly sha256: string;
}

export interface AnnotationFile {
  readonly annotations: readonly ImportedAnnotation[];
  readonly texts: readonly SourceText[];
}
