/** What can be written out, as what: the table of formats, what of the notebook an export holds, and the window's operations. */
import * as z from 'zod/mini';
import { id, line, nothing, operation } from './define';

/** What of the notebook an export holds; each kind but the first says which one. */
export const exportScopeKinds = [
  'everything',
  'article',
  'entity',
  'event',
  'note',
  'passages',
  'search',
] as const;
export type ExportScopeKind = (typeof exportScopeKinds)[number];

/** `reading`: to be read by people; `data`: to be read by programs; `deposit`: to be kept by an archive, or checked by a stranger. */
export const exportGroups = ['reading', 'data', 'deposit'] as const;
export type ExportGroup = (typeof exportGroups)[number];

/**
 * `texts`: whether the texts of the articles are in it; `files`: the files they came as; `coder`: the names of who marked;
 * `template`: what it looks like; `redact`: which sources are hidden.
 */
export type ExportQuestion = 'texts' | 'files' | 'coder' | 'template' | 'redact';

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
  /** What the user may choose, by its name in the options. */
  readonly asks?: readonly ExportQuestion[];
}

const all = exportScopeKinds;
const reading = { group: 'reading', scopes: all, asks: ['template', 'texts', 'coder'] } as const;
const notNote = ['everything', 'article', 'entity', 'event', 'passages', 'search'] as const;
const data = { group: 'data', scopes: notNote } as const;
const deposit = { group: 'deposit', extension: '', scopes: notNote, asks: ['texts'] } as const;

/** The formats in the order they are offered; what makes each is its row in `main/export/formats`. */
export const exportFormats = [
  {
    id: 'obsidian',
    name: 'Folder for Obsidian',
    about: 'A Markdown file for each article, entry, event and note, linked to the words.',
    group: 'reading',
    extension: '',
    scopes: all,
    asks: ['texts', 'coder'],
  },
  {
    id: 'markdown',
    name: 'Markdown',
    about: 'Plain text with headings and quotations, for any editor.',
    extension: 'md',
    ...reading,
  },
  {
    id: 'html',
    name: 'HTML',
    about: 'One page for the browser, with its own style.',
    extension: 'html',
    ...reading,
  },
  {
    id: 'docx',
    name: 'Word (DOCX)',
    about: 'A document with comments on the words and sources in footnotes.',
    extension: 'docx',
    ...reading,
  },
  {
    id: 'odt',
    name: 'OpenDocument (ODT)',
    about: 'The same document for LibreOffice and others.',
    extension: 'odt',
    ...reading,
  },
  {
    id: 'pdf',
    name: 'PDF',
    about: 'Pages for printing and handing on, with bookmarks.',
    extension: 'pdf',
    printed: true,
    ...reading,
  },
  {
    id: 'xlsx',
    name: 'Workbook (XLSX)',
    about: 'Every table on a sheet of its own, for spreadsheets.',
    extension: 'xlsx',
    ...data,
  },
  {
    id: 'csv',
    name: 'Folder of CSV tables',
    about: 'Passages, entries, events, accounts, participants and more, a file each.',
    extension: '',
    ...data,
  },
  {
    id: 'csv-passages',
    name: 'CSV of passages',
    about: 'A row for each passage, for spreadsheets.',
    extension: 'csv',
    ...data,
  },
  {
    id: 'csv-events',
    name: 'CSV of events',
    about: 'A row for each event with date, place and participants.',
    extension: 'csv',
    ...data,
  },
  {
    id: 'w3c',
    name: 'W3C Web Annotation',
    about: 'JSON-LD and the texts, for other programs.',
    extension: 'jsonld',
    ...data,
  },
  {
    id: 'followthemoney',
    name: 'FollowTheMoney',
    about: 'Actors, events, documents and links, a line of JSON each, for Aleph and others.',
    extension: 'json',
    ...data,
    asks: ['texts'],
  },
  {
    id: 'acled',
    name: 'Event table after ACLED',
    about: 'A row for each event with ACLED’s columns, empty where nothing is known.',
    extension: 'csv',
    ...data,
  },
  {
    id: 'gexf',
    name: 'GEXF network',
    about: 'Who is linked with what, over time, for Gephi.',
    extension: 'gexf',
    ...data,
  },
  {
    id: 'graphml',
    name: 'GraphML network',
    about: 'The same network for yEd, igraph and NetworkX.',
    extension: 'graphml',
    ...data,
  },
  {
    id: 'timelinejs',
    name: 'TimelineJS',
    about: 'Events for a timeline on a web page.',
    extension: 'json',
    ...data,
  },
  {
    id: 'icalendar',
    name: 'iCalendar',
    about: 'Events whose day is known, for calendars.',
    extension: 'ics',
    ...data,
  },
  {
    id: 'geojson',
    name: 'GeoJSON',
    about: 'Places and the events there, for maps.',
    extension: 'geojson',
    ...data,
  },
  {
    id: 'kml',
    name: 'KML',
    about: 'The same for Google Earth and others.',
    extension: 'kml',
    ...data,
  },
  {
    id: 'csl-json',
    name: 'CSL-JSON references',
    about: 'The articles as references, for Zotero and Pandoc.',
    extension: 'json',
    ...data,
  },
  {
    id: 'bibtex',
    name: 'BibTeX references',
    about: 'The articles as references, for LaTeX.',
    extension: 'bib',
    ...data,
  },
  {
    id: 'ris',
    name: 'RIS references',
    about: 'The articles as references, for EndNote and others.',
    extension: 'ris',
    ...data,
  },
  {
    id: 'brat',
    name: 'brat standoff',
    about: 'Texts with annotations beside them, for language technology.',
    extension: '',
    ...data,
  },
  {
    id: 'qdpx',
    name: 'REFI-QDA project',
    about: 'Texts, codes, passages and comments, for ATLAS.ti, MAXQDA, NVivo, QualCoder and others.',
    extension: 'qdpx',
    ...data,
  },
  {
    id: 'qdc',
    name: 'REFI-QDA codebook',
    about: 'The tags alone, for the same programs and for Taguette.',
    extension: 'qdc',
    group: 'data',
    scopes: ['everything'],
  },
  {
    id: 'notebook-json',
    name: 'Whole notebook (JSON)',
    about: 'Everything in the notebook: another Casebook makes the same notebook of it.',
    group: 'deposit',
    extension: 'json',
    scopes: ['everything'],
    asks: ['files'],
  },
  {
    id: 'dossier',
    name: 'Dossier to be checked',
    about:
      'Events and quotations with the texts, for a stranger: a page to read, and a verifier that needs no Casebook.',
    ...deposit,
    asks: ['texts', 'coder', 'redact'],
  },
  {
    id: 'bagit',
    name: 'BagIt bag',
    about: 'Everything for an archive, with checksums of every file.',
    ...deposit,
  },
  {
    id: 'ro-crate',
    name: 'RO-Crate',
    about: 'Everything for an archive, with a description of every file as linked data.',
    ...deposit,
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
  z.strictObject({ kind: z.enum(['article', 'entity', 'event', 'note']), id }),
  z.strictObject({ kind: z.literal('passages'), ids: z.array(id) }),
  /** Everything that a query finds. */
  z.strictObject({ kind: z.literal('search'), query: line }),
]);
export type ExportScope = z.infer<typeof scope>;

const options = z.strictObject({
  /**
   * With the texts of the articles, and in a deposit the bytes they came as. Left out: with them, but in a report for reading
   * without. Only some formats ask.
   */
  texts: z.optional(z.boolean()),
  /** With the bytes that articles came as, where their texts are there whatever is chosen; left out: with them. */
  files: z.optional(z.boolean()),
  /** With the names of who marked; left out: with them. */
  coder: z.optional(z.boolean()),
  /** The name of a template of the user's, or of a ready one; left out: the whole report. */
  template: z.optional(line),
  /**
   * Sources of which words are hidden: all but the quotations, or everything; `hideName`: with all that names them. Left out:
   * none.
   */
  redact: z.optional(
    z.array(
      z.strictObject({ articleId: id, keep: z.enum(['quotations', 'nothing']), hideName: z.boolean() }),
    ),
  ),
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
