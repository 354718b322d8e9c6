/** What the import pool and its workers say to each other. */
import type { ImportedDocument } from '../../../shared/model/imported/imported-document';
import type { Result } from '../../../shared/model/result';
import type { ImportRequest } from '../import-document';

/** An imported document and the bytes it was made from. */
export interface ReadDocument {
  readonly document: ImportedDocument;
  readonly bytes: Uint8Array;
}

export type ImportJob =
  | { readonly kind: 'file'; readonly request: Omit<ImportRequest, 'bytes' | 'pictureBeside'> }
  | { readonly kind: 'bytes'; readonly request: Omit<ImportRequest, 'pictureBeside'> };

export interface ImportCall {
  readonly id: number;
  readonly job: ImportJob;
}

export interface ImportAnswer {
  readonly id: number;
  readonly result: Result<ReadDocument>;
}
