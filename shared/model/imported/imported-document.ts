import type { TextRange } from '../../text/offset-types';
import type { ArticleMetadata, Locator, OriginalInfo } from '../article';
import type { ImportedAnnotation } from './imported-annotation';

/** A stretch that the importer holds for page chrome, and why, in a few words. */
export interface SuggestedExclusion extends TextRange {
  readonly reason: string;
}

/** What an importer makes of one file or paste, before the notebook has it. */
export interface ImportedDocument {
  readonly metadata: ArticleMetadata;
  /** Canonical HTML: see `shared/document`. */
  readonly content: string;
  /** The plain text of `content`, which the exclusions count in. */
  readonly text: string;
  /** `source`: path, URL or `clipboard:`; `capturedAt`: ISO 8601 UTC. */
  readonly original: Omit<OriginalInfo, 'id'>;
  readonly exclusions: readonly SuggestedExclusion[];
  /** Where its pages or chapters begin, in reading order. Absent: it has none. */
  readonly locators?: readonly Locator[];
  /** What its makers marked in it themselves (comments of a Word document); positions count in `text`. */
  readonly annotations?: readonly ImportedAnnotation[];
  /** What was left out or guessed, in words. */
  readonly warnings: readonly string[];
}
