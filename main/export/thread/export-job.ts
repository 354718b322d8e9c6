/** What the export thread is asked for, and what it says while it works. */
import type { Exported, ExportLoss } from '../../../shared/contract/exports';
import type { Result } from '../../../shared/model/result';
import type { ExportRequest } from '../export-files';

/** `page`: the main file as text, for the program to print. `path` of a job is where to write. */
export type ExportJob =
  | { readonly kind: 'write'; readonly request: ExportRequest; readonly path: string }
  | { readonly kind: 'page'; readonly request: ExportRequest }
  | { readonly kind: 'losses'; readonly request: ExportRequest };

/** What each kind of job answers. */
export interface ExportAnswers {
  readonly write: Exported;
  readonly page: string;
  readonly losses: readonly ExportLoss[];
}

/** Given to the thread when it starts: one thread does one job. */
export interface ExportCall {
  readonly notebookPath: string;
  readonly job: ExportJob;
  /** One cell that both see: not 0 when the export was cancelled. */
  readonly cancelled: Int32Array;
}

export type ExportMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly words: string }
  | { readonly kind: 'done'; readonly result: Result<ExportAnswers[ExportJob['kind']]> };
