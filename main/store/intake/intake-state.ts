/** What is remembered of a file while its items are taken: which article, tag, thing and text of the notebook its keys mean. */

import type { KnownThings } from './passages/find-or-make';
import type { AnnotatedArticle } from './passages/resolve-targets';
import type { SourceText } from './passages/source-text';

/** One file's. Not kept when the file has been taken. */
export interface IntakeState {
  /** Article by the file's key, with the hash of the text that the file's positions count in; '' when that is not known. */
  readonly articles: Map<string, { readonly articleId: string; readonly textHash: string }>;
  /** Tag by the file's key. */
  readonly tags: Map<string, string>;
  /** How far tags of one name were counted, by that name. */
  readonly counted: Map<string, number>;
  /** Entities and events by the file's ids. */
  readonly things: KnownThings;
  /** Texts that annotations name by an IRI of their own. */
  readonly texts: readonly SourceText[];
  /** Articles that were last annotated: making one ready takes as long as many annotations. */
  readonly ready: Map<string, AnnotatedArticle>;
}

/** Of a file of which nothing is taken yet. */
export function beginIntake(texts: readonly SourceText[] = []): IntakeState {
  return {
    articles: new Map(),
    tags: new Map(),
    counted: new Map(),
    things: new Map(),
    texts,
    ready: new Map(),
  };
}
