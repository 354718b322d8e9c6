/**
 * What a file can bring besides one article: many articles, a codebook, passages with what was said of them, quotations of
 * texts that are not there, notes. Importers make these; `main/store/intake` takes them into the notebook one by one.
 */
import type { ArticleMetadata } from '../article';
import type { ImportedAnnotation, ImportedEntity, ImportedEvent } from './imported-annotation';
import type { ImportedDocument } from './imported-document';

/** A tag of a file's codebook; parents come before their children. */
export interface ImportedTag {
  readonly key: string;
  /** Keys of all of this name in the file, where there is another. */
  readonly sameNamed?: readonly string[];
  readonly name: string;
  readonly parentKey: string | null;
  /** `#rrggbb`, a name of the palette, or ''. */
  readonly colour: string;
  readonly description: string;
}

/** Quotations of a text that the file does not hold: a book on a reader, a page on the web. */
export interface ImportedHighlights {
  readonly metadata: ArticleMetadata;
  /** In the order of the text; each has a quote. */
  readonly annotations: readonly ImportedAnnotation[];
}

export type ImportedItem =
  /** An article with its bytes; `key` is what annotations of the same file name it by, `tags` are names. */
  | {
      readonly kind: 'article';
      readonly key: string;
      readonly document: ImportedDocument;
      readonly bytes: Uint8Array;
      readonly tags: readonly string[];
      /** What a list of references says of it, put to the article that is there already, where that says nothing. */
      readonly details?: ArticleMetadata;
    }
  | { readonly kind: 'tag'; readonly tag: ImportedTag }
  /** `articleKey`: of an article before, or '' where the targets' sources say which article of the notebook is meant. */
  | { readonly kind: 'annotation'; readonly articleKey: string; readonly annotation: ImportedAnnotation }
  /** Put on the article of the notebook that has this address or title; else they become an article of quotations. */
  | { readonly kind: 'highlights'; readonly highlights: ImportedHighlights }
  /** What no words may name: known by its IRI, its identifiers or its name, else made. */
  | { readonly kind: 'entity'; readonly entity: ImportedEntity }
  | { readonly kind: 'event'; readonly event: ImportedEvent }
  /** `content`: canonical HTML. `createdAt`: ISO 8601 UTC or ''. `key`: an IRI with its own id, where the file has one. */
  | {
      readonly kind: 'note';
      readonly key?: string;
      readonly title: string;
      readonly content: string;
      readonly createdAt: string;
    }
  /** Details of an article that may be in the notebook: known by address, DOI, title or the file at one of `paths`. */
  | {
      readonly kind: 'reference';
      readonly metadata: ArticleMetadata;
      readonly tags: readonly string[];
      readonly paths: readonly string[];
      /** Why the files it names were not read, in words. */
      readonly problems?: readonly string[];
    }
  /** A part of the file that could not be read. */
  | { readonly kind: 'refused'; readonly source: string; readonly message: string };
