/** What the store's thread and the merge thread say to each other. The thread also takes back steps that are as long. */
import type { Topic } from '../../../../../shared/contract/app';
import type {
  MergeChoices,
  MergePreview,
  MergeReport,
  MergeStep,
} from '../../../../../shared/contract/program/merge';
import type { ErrorCode, Result } from '../../../../../shared/model/result';
import type { RowChange } from '../../../core/recorder';

/** Given to the thread when it starts: it knows one pair of notebooks. */
export interface MergePair {
  readonly ourPath: string;
  readonly theirPath: string;
}

export interface MergeThreadData extends MergePair {
  /** Not 0 when what is under way is to stop; both see it. */
  readonly stop: Int32Array;
}

export type MergeRequest =
  | { readonly kind: 'preview'; readonly deleted: 'leave' | 'bring' }
  | { readonly kind: 'merge'; readonly choices: MergeChoices }
  /** Takes back what the thread is given when it asks for `step`. */
  | { readonly kind: 'step-back' }
  /** A piece of what it has asked for; the last one ends the answer. */
  | { readonly kind: 'changes'; readonly changes: readonly RowChange[]; readonly isLast: boolean }
  /** What it has asked for is done, or could not be done now. */
  | { readonly kind: 'done'; readonly isDone: boolean }
  /** What it has asked for cannot be, now or later. */
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly message: string }
  /** Closes everything; the thread ends. */
  | { readonly kind: 'end' };

/** What the thread asks of the one that the notebook lives on, one thing after another: see `Others`. */
export type MergeAsking =
  | { readonly ask: 'hold' | 'alone' | 'record' | 'let-go' | 'changes' | 'step' }
  | { readonly ask: 'replace'; readonly file: string };

/** So many changes at a time: taking them over holds the other thread up for a moment only. */
const changesAtOnce = 500;

/** Changes, in pieces; one at least. */
export function* inPieces(changes: readonly RowChange[]): Generator<{
  readonly changes: readonly RowChange[];
  readonly isFirst: boolean;
  readonly isLast: boolean;
}> {
  for (let from = 0; from === 0 || from < changes.length; from += changesAtOnce)
    yield {
      changes: changes.slice(from, from + changesAtOnce),
      isFirst: from === 0,
      isLast: from + changesAtOnce >= changes.length,
    };
}

export type MergeAnswer =
  | { readonly kind: 'previewed'; readonly preview: MergePreview }
  | { readonly kind: 'merged'; readonly report: MergeReport; readonly topics: readonly Topic[] }
  /** Null: it was not. */
  | { readonly kind: 'stepped-back'; readonly topics: readonly Topic[] | null };

export type MergeMessage =
  | { readonly kind: 'step'; readonly step: MergeStep }
  | ({ readonly kind: 'ask' } & MergeAsking)
  /** Some of what was changed, in order; before the answer. */
  | { readonly kind: 'changes'; readonly changes: readonly RowChange[]; readonly isFirst: boolean }
  | { readonly kind: 'answer'; readonly result: Result<MergeAnswer> };
