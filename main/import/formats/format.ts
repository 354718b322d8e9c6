/**
 * What a row of the import table is, what it is given and what it gives. A document is one article; a collection brings
 * many things, one by one. The table is `formats.ts`.
 */
import type { Block } from '../../../shared/document/blocks';
import type { ArticleMetadata, Locator, OriginalInfo } from '../../../shared/model/article';
import type { ImportedAnnotation } from '../../../shared/model/imported/imported-annotation';
import type { ImportedDocument } from '../../../shared/model/imported/imported-document';
import type { ImportedItem } from '../../../shared/model/imported/imported-item';
import type { TableMapping } from '../../../shared/model/imported/table-mapping';

/** An article as its file tells it. */
export interface FormatReading {
  /** In normal form. */
  readonly blocks: readonly Block[];
  /** The language is what the file declares, unchecked; '' and null where it says nothing. */
  readonly metadata: ArticleMetadata;
  readonly warnings: readonly string[];
  /** Where its pages or chapters begin, in code points of the blocks' plain text, in reading order. */
  readonly locators?: readonly Locator[];
  /** What its makers marked in it; positions in code points of the blocks' plain text. */
  readonly annotations?: readonly ImportedAnnotation[];
  /** Names of tags that the file gives it. */
  readonly tags?: readonly string[];
  /** When it was saved, where the file says so: ISO 8601 UTC. */
  readonly capturedAt?: string | undefined;
}

/** A reading and how its bytes became text. */
export interface DecodedReading extends FormatReading {
  readonly encoding: Pick<OriginalInfo, 'encoding' | 'encodingOrigin'>;
}

/** For formats that say themselves how their text is encoded (a ZIP of XML, a PDF). */
export const declaredUtf8: DecodedReading['encoding'] = { encoding: 'utf-8', encodingOrigin: 'declared' };

/** A file within another: a page of a web archive, a mail of a mailbox, an entry of a ZIP. */
export interface FileWithin {
  readonly bytes: Uint8Array;
  /** Its address, or its name in the file. */
  readonly source: string;
  /** With its parameters; absent: the bytes and the name decide. */
  readonly mediaType?: string | undefined;
  /** ISO 8601 UTC. */
  readonly capturedAt: string;
  readonly pictureBeside?: ((address: string) => string | null) | undefined;
}

export interface FormatInput {
  /** Whole; where there is a `largeFile`, only its beginning. */
  readonly bytes: Uint8Array;
  /** Path, URL or `clipboard:`. */
  readonly source: string;
  /** With its parameters, or ''. */
  readonly mediaType: string;
  /** The encoding the user chose, or ''. */
  readonly encoding: string;
  /** ISO 8601 UTC: of the articles made of it, where the file does not say when they were captured. */
  readonly capturedAt: string;
  /** The file itself, absolute; absent for what is none (a paste, a part of another file). For what lies beside it. */
  readonly path?: string | undefined;
  /** Which column is what, as the user chose; absent: the reader guesses. */
  readonly mapping?: TableMapping | undefined;
  /** The file itself, where it is too large to be held and its format reads it piece by piece, or from `path` where it likes. */
  readonly largeFile?: LargeFile | undefined;
  /** Makes an article of a file within this one. Throws `import-refused`. */
  readonly importWithin: (file: FileWithin) => Promise<ImportedDocument>;
  /** A picture that was saved beside the file, as a `data:` URL, by the address that the file gives it. */
  readonly pictureBeside?: ((address: string) => string | null) | undefined;
}

/** A file that is not held in memory. */
export interface LargeFile {
  readonly byteLength: number;
  /** Its last bytes, where it is an archive: there it says what it holds. */
  readonly tail?: Uint8Array;
  /** From its beginning. */
  readonly pieces: () => AsyncIterable<Uint8Array>;
  /** To be called where it is read otherwise than by `pieces`, for each piece: the work goes on. */
  readonly onPiece?: () => void;
}

interface FormatRow {
  /** One word, for tests and the command line. */
  readonly name: string;
  /** After "This is called .pdf, but is not": `a PDF`. */
  readonly words: string;
  /** Lower case, without the dot; the list itself is in `extensions.ts`. */
  readonly extensions: readonly string[];
  /** Without parameters; the first is the one that is stored. */
  readonly mediaTypes: readonly string[];
  /** Its first bytes leave no doubt: that goes before what a server or the name says, and without them it is not this. */
  readonly hasSignature?: true;
  /** More than the limit for all files, or less. */
  readonly greatestByteLength?: number;
  /** Cheap: asked of every file. `head`: its first 4096 bytes. The whole bytes are in `input`, for a look inside. */
  readonly recognise: (head: Uint8Array, input: FormatInput) => boolean | Promise<boolean>;
}

/** One file is one article. */
export interface DocumentFormat extends FormatRow {
  readonly kind: 'document';
  /** Throws `import-refused`. */
  readonly read: (input: FormatInput) => DecodedReading | Promise<DecodedReading>;
}

/** One file brings many things. Parts that cannot be read are items (`refused`); a file of which nothing can is thrown. */
export interface CollectionFormat extends FormatRow {
  readonly kind: 'collection';
  /** One by one, so that nobody holds them all. Throws `import-refused`. */
  readonly open: (input: FormatInput) => AsyncIterable<ImportedItem>;
}

export type ImportFormat = DocumentFormat | CollectionFormat;
