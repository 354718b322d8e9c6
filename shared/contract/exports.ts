/** What can be written out, as what: the table of formats, what of the notebook an export holds, and the window's operations. */
import * as z from 'zod/mini';
import { id, line, nothing, operation } from './define';

/** What of the notebook an export holds; each kind but the first says which one. */
export const exportScopeKinds = ['everything', 'article', 'entity', 'note', 'passages', 'search'] as const;
export type ExportScopeKind = (typeof exportScopeKinds)[number];

/** `reading`: to be read by people; `data`: to be read by programs; `deposit`: to be kept by an archive, or checked by a stranger. */
export const exportGroups = ['reading', 'data', 'deposit'] as const;
export type ExportGroup = (typeof exportGroups)[number];

/** A row of the table of formats. */
export interface ExportFormatInfo {
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  /** What it is good for, in a sentence. */
  readonly about: string;
  readonly group: ExportGroup;
  /** Of the main file, without the dot; '' for a folder. */
  readonly extension: string;
  /** Only makes sense of these. */
  readonly scopes: readonly ExportScopeKind[];
  /** Made as a page that the program prints. */
  readonly printed?: boolean;
}

const all = exportScopeKinds;
const notNote = ['everything', 'article', 'entity', 'passages', 'search'] as const;

/** The formats in the order they are offered; what makes each is its row in `main/export/formats`. */
export const exportFormats = [
  {
    id: 'markdown',
    name: 'Markdown',
    about: 'Plain text with headings and quotations, for any editor.',
    group: 'reading',
    extension: 'md',
    scopes: all,
  },
  {
    id: 'html',
    name: 'HTML',
    about: 'One page for the browser, with its own style.',
    group: 'reading',
    extension: 'html',
    scopes: all,
  },
  {
    id: 'pdf',
    name: 'PDF',
    about: 'Pages for printing and handing on.',
    group: 'reading',
    extension: 'pdf',
    scopes: all,
    printed: true,
  },
  {
    id: 'csv-passages',
    name: 'CSV of passages',
    about: 'A row for each passage, for spreadsheets.',
    group: 'data',
    extension: 'csv',
    scopes: notNote,
  },
  {
    id: 'csv-events',
    name: 'CSV of events',
    about: 'A row for each event with date, place and participants.',
    group: 'data',
    extension: 'csv',
    scopes: notNote,
  },
  {
    id: 'w3c',
    name: 'W3C Web Annotation',
    about: 'JSON-LD and the texts, for other programs.',
    group: 'data',
    extension: 'jsonld',
    scopes: notNote,
  },
] as const satisfies readonly ExportFormatInfo[];

export type ExportFormat = (typeof exportFormats)[number]['id'];

/** The names of the formats, as the command line takes them. */
export const exportFormatIds: readonly ExportFormat[] = exportFormats.map((format) => format.id);

/** The row of a format. */
export function exportFormatInfo(format: ExportFormat): ExportFormatInfo {
  const [first] = exportFormats;
  return exportFormats.find((row) => row.id === format) ?? first;
}

const scope = z.union([
  z.strictObject({ kind: z.literal('everything') }),
  z.strictObject({ kind: z.enum(['article', 'entity', 'note']), id }),
  z.strictObject({ kind: z.literal('passages'), ids: z.array(id) }),
  /** Everything that a query finds. */
  z.strictObject({ kind: z.literal('search'), query: line }),
]);
export type ExportScope = z.infer<typeof scope>;

const options = z.strictObject({
  /** With the texts of the articles and the bytes they came as; left out: with them. Only some formats ask. */
  texts: z.optional(z.boolean()),
});
/** What a format lets its user choose. */
export type ExportOptions = z.infer<typeof options>;

/** How a format keeps something: as data that a program can read, only as words for people, or not at all. */
export type Handling = 'kept' | 'as words' | 'lost';

/** Something that is in what is exported and that the format does not keep as data. */
export interface ExportLoss {
  /** A feature of `main/export/loss`. */
  readonly feature: string;
  readonly handling: Exclude<Handling, 'kept'>;
  /** How many of it there are. */
  readonly count: number;
  /** In plain words, with the number: "12 comments". */
  readonly words: string;
  /** Names of the first 20 that are concerned: titles, quotations. */
  readonly items: readonly string[];
}

/** What was written: the main file or the folder, and every file. */
export interface Exported {
  readonly path: string;
  readonly files: readonly string[];
}

const request = z.strictObject({ format: z.enum(exportFormatIds), scope, options: z.optional(options) });

export const exportOperations = {
  /**
   * Writes an export where the user picks: the window never names a file to write. Progress comes as events. Null: the user
   * cancelled the dialog, or the export while it ran; nothing is left of it then. Throws `conflict` while another runs.
   */
  exportTo: operation<Exported | null>()(request),
  /** Stops the running export and waits until nothing is left of it. */
  cancelExport: operation<null>()(nothing),
  /** What the export would not keep, computed from what is in the notebook; most telling first. */
  listExportLosses: operation<readonly ExportLoss[]>()(request),
  /** Shows an article, a dossier, a note or everything as a page, and asks the system for a printer. */
  printView: operation<null>()(z.strictObject({ scope })),
};
