/** Bringing another notebook into the open one: what would be done, what the user chooses, and what was done. */
import * as z from 'zod/mini';
import { id, line, operation } from '../define';

/** Whose value stands where the two notebooks say different things. */
export const mergeSides = ['ours', 'theirs'] as const;
export type MergeSide = (typeof mergeSides)[number];

/** What the user chooses; nothing of the open notebook is changed where its side is chosen. */
export const mergeChoices = z.strictObject({
  /** Where nothing else is said. */
  prefer: z.enum(mergeSides),
  /** By kind of record. */
  kinds: z.optional(z.record(line, z.enum(mergeSides))),
  /** By conflict: the key of {@link MergeConflict}. */
  each: z.optional(z.record(line, z.enum(mergeSides))),
  /** What was deleted here and is in the trash: left out, or brought in again. Left out when not said. */
  deleted: z.optional(z.enum(['leave', 'bring'])),
});
export type MergeChoices = z.infer<typeof mergeChoices>;

/** One thing that the two notebooks say differently. */
export interface MergeConflict {
  /** What a choice names it by. */
  readonly key: string;
  /** The kind of record, as in {@link MergeCounts}. */
  readonly kind: string;
  /** Of the record in the open notebook. */
  readonly id: string;
  /** What a person knows the record by. */
  readonly label: string;
  /** What differs, in words. */
  readonly field: string;
  readonly ours: string;
  readonly theirs: string;
}

/** Two records with one name that nothing else shows to be the same: both are kept. */
export interface MaybeSame {
  readonly kind: string;
  readonly theirs: string;
  readonly ours: string;
  readonly ourId: string;
}

/** How the records of a kind fare. */
export interface MergeCounts {
  readonly kind: string;
  /** One of them, in words. */
  readonly noun: string;
  /** Those that are new here. */
  readonly added: number;
  /** Those that are here and say the same. */
  readonly same: number;
  /** Those that are here and get something more: a tag, a name, a passage. */
  readonly joined: number;
  /** Those that say something different. */
  readonly differing: number;
  /** Those that are in the trash here, or hang on such. */
  readonly leftOut: number;
}

/** What a merge has no place for, counted: it stays in the other notebook. */
export interface MergeLeft {
  /** Captured files that the other file only describes. */
  readonly files: number;
  /** Texts of articles that are here too, newer than ours and not chosen. Earlier ones come along. */
  readonly texts: number;
  /** Words being typed, of what says something else here or is being written here too. */
  readonly drafts: number;
}

/** What would be done, before anything is. */
export interface MergePreview {
  /** Of the other notebook. */
  readonly title: string;
  /** The kinds that the other notebook has something of. */
  readonly counts: readonly MergeCounts[];
  /** The first of them: see `conflictCount`. */
  readonly conflicts: readonly MergeConflict[];
  readonly conflictCount: number;
  readonly maybeSame: readonly MaybeSame[];
  readonly maybeSameCount: number;
  readonly left: MergeLeft;
}

/** What was done. */
export interface MergeReport {
  readonly title: string;
  readonly counts: readonly MergeCounts[];
  /** Differences in which their side was taken, and in which ours was kept. */
  readonly taken: number;
  readonly kept: number;
  /** What could not be taken though it was chosen, in words. */
  readonly notTaken: readonly string[];
  readonly left: MergeLeft;
}

/**
 * What a merge does after another: the other file is read and checked, compared, ours is copied, and into the copy the other is
 * brought and made to be found; and `undoing`: a long step is taken back or done again.
 */
export const mergePhases = ['reading', 'comparing', 'copying', 'writing', 'indexing', 'undoing'] as const;
export type MergePhase = (typeof mergePhases)[number];

/** How far it is in one of them. */
export interface MergeStep {
  readonly phase: MergePhase;
  readonly done: number;
  readonly total: number;
  /** There is no copy: what is changed meanwhile waits for the end. */
  readonly isAlone?: boolean;
}

export const mergeOperations = {
  /**
   * What bringing in a notebook of a plan (`.casebook` or its JSON) would do; how far the comparing is comes as events. Throws
   * `not-found` for a file that is not in the plan, `cancelled` when it was ended or another one was asked for, `import-refused`
   * and the file codes.
   */
  previewMerge: operation<MergePreview>()(
    z.strictObject({ planId: id, path: line, deleted: z.optional(z.enum(['leave', 'bring'])) }),
  ),
};
