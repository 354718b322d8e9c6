import * as z from 'zod/mini';
import { id, line, nothing, operation } from './define';

/** The open notebook, for the title bar and the start of every screen. */
export interface NotebookInfo {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly readOnly: boolean;
  readonly articleCount: number;
  readonly unreadCount: number;
  readonly actorCount: number;
  readonly placeCount: number;
  readonly eventCount: number;
  readonly noteCount: number;
  /** Annotations with an orphaned or changed part. */
  readonly reviewCount: number;
  /** The command that undo / redo would take back or do again, or null. */
  readonly undo: string | null;
  readonly redo: string | null;
}

/**
 * What can be mended, and how it is proved. `numbers`: revisions numbered anew in their order; `text`: a text made from
 * the content whose hash proves it; `place`: a passage put where its quote stands once, else marked as changed or orphan;
 * `derived`: columns computed again from what they are derived from; `index`: the search index made anew.
 */
export const repairNames = ['numbers', 'text', 'place', 'derived', 'index'] as const;
export type RepairName = (typeof repairNames)[number];

export const findingKinds = ['file', 'reference', 'hash', 'anchor', 'number', 'derived', 'index'] as const;

/** One thing found wrong by the check. */
export interface Finding {
  readonly kind: (typeof findingKinds)[number];
  /** Of the thing that is to be repaired; of a file or a reference the table. */
  readonly id: string;
  readonly message: string;
  /** The repair that can be proved for it, or null. */
  readonly repair: RepairName | null;
  /** Where it can be looked at, if anywhere. */
  readonly place: { readonly articleId: string; readonly annotationId: string | null } | null;
}

/** How far a check that goes on in steps has come: `done` of `total` units of work, and how much it `found`. */
export type CheckStep =
  | {
      readonly kind: 'going';
      readonly run: string;
      readonly done: number;
      readonly total: number;
      readonly found: number;
    }
  | { readonly kind: 'done'; readonly report: CheckReport };

/** One thing that was repaired. */
export interface RepairDone {
  readonly repair: RepairName;
  readonly id: string;
  readonly message: string;
}

export interface RepairReport {
  /** Path of the copy made before anything was changed. */
  readonly backup: string;
  readonly done: readonly RepairDone[];
}

export interface CheckReport {
  readonly articles: number;
  readonly annotations: number;
  readonly anchors: {
    readonly exact: number;
    readonly moved: number;
    readonly changed: number;
    readonly orphan: number;
  };
  readonly findings: readonly Finding[];
}

export const notebookQueries = {
  getNotebook: operation<NotebookInfo>()(nothing),
  /** The whole check at once. */
  checkNotebook: operation<CheckReport>()(nothing),
  /** The check in steps: begins one (null) in place of any other, or goes on with it; `conflict` when it is another. */
  checkStep: operation<CheckStep>()(z.strictObject({ run: z.nullable(id) })),
  /** Ends a check that has not come to its end. */
  endCheck: operation<null>()(z.strictObject({ run: id })),
};

export const notebookCommands = {
  renameNotebook: operation<null>()(z.strictObject({ title: line })),
  /** Repairs what a check has found, after copying the file beside itself; no step before it can be taken back. */
  repairNotebook: operation<RepairReport>()(
    z.strictObject({
      repairs: z.array(
        z.strictObject({ repair: z.enum(repairNames), id: z.string().check(z.maxLength(64)) }),
      ),
    }),
  ),
  /** Takes back the last command; answers its name, or null when there is none. */
  undo: operation<string | null>()(nothing),
  redo: operation<string | null>()(nothing),
};
