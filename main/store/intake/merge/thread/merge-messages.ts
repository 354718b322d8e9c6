/** What the store's thread and the merge thread say to each other. */
import type { Topic } from '../../../../../shared/contract/app';
import type {
  MergeChoices,
  MergePreview,
  MergeReport,
  MergeStep,
} from '../../../../../shared/contract/program/merge';
import type { Result } from '../../../../../shared/model/result';
import type { RowChange } from '../../../core/recorder';

/** Given to the thread when it starts: it knows one pair of notebooks. */
export interface MergePair {
  readonly ourPath: string;
  readonly theirPath: string;
}

export interface MergeThreadData extends MergePair {
  /** Cells that both see. */
  readonly cells: Int32Array;
}

/** Cells: not 0 when what is under way is to stop; not 0 when the thread alone writes to our notebook. */
export const stopCell = 0;
export const writeCell = 1;

export type MergeRequest =
  | { readonly kind: 'preview'; readonly deleted: 'leave' | 'bring' }
  | { readonly kind: 'merge'; readonly choices: MergeChoices }
  /** Closes everything; the thread ends. */
  | { readonly kind: 'end' };

export type MergeAnswer =
  | { readonly kind: 'previewed'; readonly preview: MergePreview }
  | { readonly kind: 'merged'; readonly report: MergeReport; readonly topics: readonly Topic[] };

export type MergeMessage =
  | { readonly kind: 'step'; readonly step: MergeStep }
  /** The thread waits until nobody else writes: see {@link writeCell}. */
  | { readonly kind: 'may-write' }
  /** Some of what was changed, in order; before the answer. */
  | { readonly kind: 'changes'; readonly changes: readonly RowChange[] }
  | { readonly kind: 'answer'; readonly result: Result<MergeAnswer> };
