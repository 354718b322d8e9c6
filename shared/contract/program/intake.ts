import * as z from 'zod/mini';
import { columnRoles, dateOrders, type TablePreview } from '../../model/imported/table-mapping';
import { id, line, longText, nothing, operation } from '../define';
import { mergeChoices, mergeOperations } from './merge';

/** Bringing in what others made: imports in the foreground, and a folder that is watched. Answered by the main process. */

/**
 * What became of a file or a part of it. `recaptured`: an article that was there has a new revision; `joined`: details or
 * passages were put to an article that was there; `known`: all of it is there.
 */
export const importOutcomes = ['refused', 'recaptured', 'joined', 'known', 'imported'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

/** A row of the report: an article, or something of a file that needs a word. */
export interface ImportItem {
  /** The file, or `clipboard:`. */
  readonly source: string;
  readonly outcome: ImportOutcome;
  /** The article made, or the one that it is in. */
  readonly articleId: string | null;
  readonly title: string;
  /** Why it was refused, or what was left out. */
  readonly message: string;
}

/** What came with the articles, over all files. */
export interface ImportExtras {
  readonly passages: number;
  /** Of these: passages whose words are not those that the file says. */
  readonly changed: number;
  /** Articles that were there and got details they lacked. */
  readonly filled: number;
  readonly tags: number;
  readonly notes: number;
  /** Actors, places and objects that no words name. */
  readonly entities: number;
  readonly events: number;
}

export interface ImportReport {
  readonly items: readonly ImportItem[];
  readonly extras: ImportExtras;
  readonly cancelled: boolean;
}

/** How far an import is. */
export interface ImportProgress {
  /** Files. */
  readonly done: number;
  readonly total: number;
  /** The file in work. */
  readonly current: string;
  /** What was taken of that file so far: more than a few where one file brings many things. */
  readonly within: number;
  readonly refused: number;
  readonly paused: boolean;
  /** It came by itself, from the watched folder. */
  readonly isWatched: boolean;
}

/** What the user is asked before a file is brought in. */
export interface ImportDecision {
  readonly kind: 'table' | 'notebook';
  readonly path: string;
}

/** Files that were chosen and not yet brought in. */
export interface ImportPlan {
  readonly id: string;
  readonly fileCount: number;
  readonly decisions: readonly ImportDecision[];
}

const tableMapping = z.strictObject({
  sheet: line,
  hasHeadings: z.boolean(),
  columns: z.array(z.nullable(z.enum(columnRoles))),
  dateOrder: z.nullable(z.enum(dateOrders)),
});

const choice = z.union([
  z.strictObject({ kind: z.literal('table'), path: line, mapping: tableMapping }),
  z.strictObject({ kind: z.literal('notebook'), path: line, choices: mergeChoices }),
  /** Left out of this import. */
  z.strictObject({ kind: z.literal('skip'), path: line }),
]);
export type ImportChoice = z.infer<typeof choice>;

/** A folder whose new files come into a notebook by themselves. */
export interface WatchedFolder {
  readonly folder: string;
  /** `gone`: it is looked for again and again; `off`: another notebook is open, or this one is read only. */
  readonly state: 'watching' | 'gone' | 'off';
  /** Files that came in since the notebook was opened. */
  readonly broughtIn: number;
}

export const intakeOperations = {
  /** Asks for files or a folder, or takes what was dropped, and says what has to be decided. Null: the user cancelled. */
  planImport: operation<ImportPlan | null>()(
    z.union([
      z.strictObject({ pick: z.enum(['files', 'folder']) }),
      z.strictObject({ paths: z.array(line) }),
    ]),
  ),
  /** The first rows of a table among the files of a plan, under a mapping or, with null, a guess. Throws `not-found`. */
  previewTable: operation<TablePreview>()(
    z.strictObject({ planId: id, path: line, mapping: z.nullable(tableMapping) }),
  ),
  ...mergeOperations,
  /** The files of a plan are not brought in: what was opened of them is closed. Of a plan that was overtaken, nothing. */
  leavePlan: operation<null>()(z.strictObject({ planId: id })),
  /** Brings in the files of a plan; progress comes as events. Throws `not-found` for a plan that was overtaken. */
  startImport: operation<ImportReport>()(z.strictObject({ planId: id, choices: z.array(choice) })),
  importPaste: operation<ImportReport>()(z.strictObject({ html: longText, text: longText })),
  /** Brings in a newer capture of an article: a file the user picks, or what is on the clipboard. Null: cancelled. */
  bringCapture: operation<ImportReport | null>()(
    z.strictObject({ articleId: id, from: z.enum(['file', 'clipboard']) }),
  ),
  /** Pasted HTML cleaned to canonical content, for the editor; '' when there are no words in it. Nothing is imported. */
  readPasted: operation<{ readonly content: string }>()(z.strictObject({ html: longText })),
  /** Imports what is on the clipboard; the window itself cannot read it unasked. */
  importClipboard: operation<ImportReport>()(nothing),
  /** Stops the running import at once; what went in stays. */
  cancelImport: operation<null>()(nothing),
  /** Holds the running import before the next thing it would take, or lets it go on. */
  pauseImport: operation<null>()(z.strictObject({ paused: z.boolean() })),
  /** Reads an article's original bytes again in another encoding: a new revision. */
  changeEncoding: operation<null>()(z.strictObject({ articleId: id, encoding: line })),
  /** The folder that is watched for the open notebook; null: none. */
  getWatchedFolder: operation<WatchedFolder | null>()(nothing),
  /** Asks for a folder and watches it from now on; `takePresent`: what is in it already comes in too. Null: cancelled. */
  watchFolder: operation<WatchedFolder | null>()(z.strictObject({ takePresent: z.boolean() })),
  unwatchFolder: operation<null>()(nothing),
};
