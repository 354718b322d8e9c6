import * as z from 'zod/mini';
import { line, longText, nothing, operation } from './define';
import { exportOperations } from './exports';
import type { NotebookInfo } from './notebook';
import { type ImportProgress, type ImportReport, intakeOperations } from './program/intake';
import type { MergeStep } from './program/merge';
import { templateOperations } from './program/report-templates';

/** Operations of the program around the notebook: files, dialogs, import, export, settings. Answered by the main process. */

export interface RecentNotebook {
  readonly path: string;
  readonly title: string;
  readonly openedAt: string;
  readonly missing: boolean;
}

export const themes = ['system', 'light', 'dark'] as const;

const settingsSchema = z.strictObject({
  theme: z.enum(themes),
  /** Reading text size in CSS pixels. */
  readingSizePx: z.number().check(z.minimum(12), z.maximum(32)),
  /** Line length of the reading column in characters. */
  lineLengthCh: z.number().check(z.minimum(45), z.maximum(100)),
  /** Keys chosen in place of a command's own, by the command's name; '' for none. */
  shortcuts: z.record(line, line),
  /** Search finds words in their other forms too ("strikes" by "strike"). */
  stemming: z.boolean(),
  /** The name that new annotations bear; '' for none. */
  coder: line,
});
export type Settings = z.infer<typeof settingsSchema>;

export interface Backup {
  readonly path: string;
  readonly title: string;
  readonly madeAt: string;
  readonly byteLength: number;
}

/** What a view that shows something can be kept as: drawings, tables, and what a search found. */
export const pictureFormats = ['svg', 'png', 'csv', 'json', 'md'] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/** Lines that the user added to the map: whose they are is for the user to say. */
export interface Boundaries {
  /** The file's name. */
  readonly name: string;
  /** Positions are longitude, latitude in degrees (WGS 84). */
  readonly lines: readonly (readonly (readonly [longitude: number, latitude: number])[])[];
}

export const appOperations = {
  ...exportOperations,
  ...intakeOperations,
  ...templateOperations,
  /** Asks where, makes an empty notebook there and opens it. Null: the user cancelled. */
  newNotebook: operation<NotebookInfo | null>()(nothing),
  /** Asks which (or takes `path`) and opens it. */
  openNotebook: operation<NotebookInfo | null>()(
    z.strictObject({ path: z.optional(line), readOnly: z.optional(z.boolean()) }),
  ),
  closeNotebook: operation<null>()(nothing),
  currentNotebook: operation<NotebookInfo | null>()(nothing),
  listRecent: operation<readonly RecentNotebook[]>()(nothing),
  forgetRecent: operation<null>()(z.strictObject({ path: line })),
  /** Copies the open notebook to a file the user picks. Null: cancelled. */
  copyNotebook: operation<{ readonly path: string } | null>()(nothing),
  listBackups: operation<readonly Backup[]>()(nothing),
  /** Copies a backup to a new file the user picks and opens that. */
  openBackup: operation<NotebookInfo | null>()(z.strictObject({ path: line })),

  /**
   * Writes what a view shows where the user picks. `name`: suggested for the file, without its ending; `data`: the text of
   * the file, of a PNG file its bytes in base 64. Null: cancelled.
   */
  saveView: operation<{ readonly path: string } | null>()(
    z.strictObject({ name: line, format: z.enum(pictureFormats), data: longText }),
  ),
  /** The boundaries on the map; null: none were added. */
  getBoundaries: operation<Boundaries | null>()(nothing),
  /** Asks for a GeoJSON file and takes its lines in place of those before. Null: cancelled. */
  addBoundaries: operation<Boundaries | null>()(nothing),
  removeBoundaries: operation<null>()(nothing),
  getSettings: operation<Settings>()(nothing),
  setSettings: operation<Settings>()(z.partial(settingsSchema)),
  /** Puts words on the clipboard. */
  copyText: operation<null>()(z.strictObject({ text: longText })),
  /** Opens an address of the web or of mail outside of the program, if the user agrees. */
  openAddress: operation<{ readonly opened: boolean }>()(z.strictObject({ address: line })),
  showLog: operation<null>()(nothing),
};

export { settingsSchema };

/** What the main process tells the window unasked. */
export type BridgeEvent =
  | { readonly kind: 'changed'; readonly topics: readonly Topic[] }
  | { readonly kind: 'notebook'; readonly notebook: NotebookInfo | null }
  | { readonly kind: 'import'; readonly progress: ImportProgress }
  /** How far the comparing or merging of another notebook is, or a long step that is taken back; null: it has ended. */
  | { readonly kind: 'merge'; readonly step: MergeStep | null }
  /** Files of the watched folder came in. */
  | { readonly kind: 'brought-in'; readonly report: ImportReport }
  | { readonly kind: 'watched-folder' }
  /** How far an export is: `done` of `total` of what `current` says, e.g. "passages". */
  | { readonly kind: 'export'; readonly done: number; readonly total: number; readonly current: string }
  | { readonly kind: 'settings'; readonly settings: Settings }
  /** A menu item or system event asks for a screen's command, by its name in the table of commands. */
  | { readonly kind: 'menu'; readonly command: string }
  /** Something went wrong outside any call. */
  | {
      readonly kind: 'problem';
      readonly code: import('../model/result').ErrorCode;
      readonly message: string;
      readonly path: string | null;
    };

/** What can change: queries are bound to topics and read again when one changes. */
export const topics = [
  'notebook',
  'article',
  'revision',
  'annotation',
  'entity',
  'event',
  'note',
  'tag',
  'draft',
  'trash',
  'search',
  'past-search',
] as const;
export type Topic = (typeof topics)[number];
