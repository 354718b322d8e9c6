/** What a format of the import table gives, and what it is given. The table is `formats.ts`. */
import type { Block } from '../../../shared/document/blocks';
import type { ArticleMetadata, OriginalInfo } from '../../../shared/model/article';

/** An article as its file tells it. */
export interface FormatReading {
  /** In normal form. */
  readonly blocks: readonly Block[];
  /** The language is what the file declares, unchecked; '' and null where it says nothing. */
  readonly metadata: ArticleMetadata;
  readonly warnings: readonly string[];
}

/** A reading and how its bytes became text. */
export interface DecodedReading extends FormatReading {
  readonly encoding: Pick<OriginalInfo, 'encoding' | 'encodingOrigin'>;
}

export interface FormatInput {
  readonly bytes: Uint8Array;
  /** Path, URL or `clipboard:`. */
  readonly source: string;
  /** With its parameters, or ''. */
  readonly mediaType: string;
  /** The encoding the user chose, or ''. */
  readonly encoding: string;
  /** A picture that was saved beside the file, as a `data:` URL, by the address that the file gives it. */
  readonly pictureBeside?: ((address: string) => string | null) | undefined;
}

export interface ImportFormat {
  readonly name: string;
  /** Lower case, without the dot. */
  readonly extensions: readonly string[];
  /** Without parameters; the first is the one that is stored. */
  readonly mediaTypes: readonly string[];
  /** Whether the first characters of the decoded file look like this format. */
  readonly sniff: (head: string) => boolean;
  /** Throws `import-refused`. */
  readonly read: (input: FormatInput) => DecodedReading;
}
