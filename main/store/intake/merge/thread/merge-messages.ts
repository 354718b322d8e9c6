/** What the store's thread and the merge thread say to each other. The thread also takes back steps that are as long. */
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
  /** Some of the changes that are to be taken back, in order; there is no answer. */
  | { readonly kind: 'changes'; readonly changes: readonly RowChange[] }
  /** Takes back what came before. */
  | { readonly kind: 'step-back' }
  /** Closes everything; the thread ends. */
  | { readonly kind: 'end' };

/** So many changes at a time: taking them over holds the other thread up for a moment only. */
const changesAtOnce = 500;

/** Changes, in pieces. */
export function* inPieces(changes: readonly RowChange[]): Generator<readonly RowChange[]> {
  for (let from = 0; from < changes.length; from += changesAtOnce)
    yield changes.slice(from, from + changesAtOnce);
}

export type MergeAnswer =
  | { readonly kind: 'previewed'; readonly preview: MergePreview }
  | { readonly kind: 'merged'; readonly report: MergeReport; readonly topics: readonly Topic[] }
  | { readonly kind: 'stepped-back'; readonly topics: readonly Topic[] };

export type MergeMessage =
  | { readonly kind: 'step'; readonly step: MergeStep }
  /** The thread waits until nobody else writes: see {@link writeCell}. */
  | { readonly kind: 'may-write' }
  /** Some of what was changed, in order; before the answer. */
  | { readonly kind: 'changes'; readonly changes: readonly RowChange[] }
  | { readonly kind: 'answer'; readonly result: Result<MergeAnswer> };
