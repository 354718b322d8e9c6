/** What the import pool and its threads say to each other: a job is opened, then each item is asked for. */
import type { ImportedDocument } from '../../../shared/model/imported/imported-document';
import type { ImportedItem } from '../../../shared/model/imported/imported-item';
import type { TableMapping, TablePreview } from '../../../shared/model/imported/table-mapping';
import type { ErrorCode } from '../../../shared/model/result';
import type { ImportRequest } from '../import-document';

/** An imported document and the bytes it was made from. */
export interface ReadDocument {
  readonly document: ImportedDocument;
  readonly bytes: Uint8Array;
}

/** A file is read by the thread; `bytes` are of no file (a paste) or are there already. */
export type ImportJob =
  | { readonly kind: 'file'; readonly request: Omit<ImportRequest, 'bytes' | 'pictureBeside'> }
  | { readonly kind: 'bytes'; readonly request: Omit<ImportRequest, 'pictureBeside'> }
  /** Nothing is brought in. */
  | { readonly kind: 'ask'; readonly path: string; readonly question: Question };

/** What is asked of a file: which format it is, or what a table begins with under a mapping or a guess. */
export type Question =
  | { readonly kind: 'format' }
  | { readonly kind: 'table'; readonly mapping: TableMapping | null };

/** `name`: of a row of the table of formats. */
export type Told =
  | { readonly kind: 'format'; readonly name: string }
  | { readonly kind: 'table'; readonly preview: TablePreview };

/** To a thread. `next`: one item more may be sent. */
export type ImportCall =
  | { readonly kind: 'open'; readonly id: number; readonly job: ImportJob }
  | { readonly kind: 'next'; readonly id: number };

/** From a thread: the answer to `open` and to each `next`; before it, `alive`, where a large file is read on meanwhile. */
export type ImportAnswer =
  | { readonly kind: 'alive'; readonly id: number }
  | { readonly kind: 'item'; readonly id: number; readonly item: ImportedItem }
  | { readonly kind: 'told'; readonly id: number; readonly told: Told }
  | { readonly kind: 'end'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly code: ErrorCode; readonly message: string };
