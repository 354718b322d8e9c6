/** Bringing another notebook into the open one: what would be done, what the user chooses, and what was done. */
import * as z from 'zod/mini';
import { line, operation } from '../define';

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
  /** Captured files that the other file only describes. */
  readonly withoutFiles: number;
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
}

export const mergeQueries = {
  /** What bringing in the notebook at a path (`.casebook` or its JSON) would do. Throws `import-refused` and the file codes. */
  previewMerge: operation<MergePreview>()(
    z.strictObject({ path: line, deleted: z.optional(z.enum(['leave', 'bring'])) }),
  ),
};

export const mergeCommands = {
  /** Brings in the notebook at a path, all at once: one step to undo. */
  mergeNotebook: operation<MergeReport>()(z.strictObject({ path: line, choices: mergeChoices })),
};
