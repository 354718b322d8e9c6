/**
 * How a format is made: a function from what an export says to files, loaded only when it is asked for. What is written
 * streams: a file's data may come in pieces, and files one after another, so that nothing large stands in memory whole.
 */
import type { ExportFormatInfo, ExportLoss, ExportOptions, Handling } from '../../../shared/contract/exports';
import type { ExportData } from '../gather/export-data';
import type { Feature } from '../loss/features';

/** Text is written as UTF-8 without a byte order mark. */
export type Piece = string | Uint8Array;

/** A file of an export: its name relative to the main file's folder (or in the export's folder), with `/`. */
export interface ExportFile {
  readonly name: string;
  readonly data: Piece | Iterable<Piece> | AsyncIterable<Piece>;
}

/** What was chosen, with the text of the template that was. */
export interface MakeOptions extends ExportOptions {
  readonly templateText?: string | undefined;
}

/** What a format has at hand besides the data. */
export interface MakeContext {
  /** The main file's name; of a folder the folder's. */
  readonly main: string;
  /** The folder for further files of a format that is one file: `<name>-texts`. */
  readonly textsFolder: string;
  readonly options: MakeOptions;
  /** What this format does not keep of the data: to be told in the file where it has room. */
  readonly losses: readonly ExportLoss[];
  /** Goes through things and tells how far it is; throws `cancelled` when the user has cancelled. */
  readonly each: <Thing>(things: readonly Thing[], words: string) => Iterable<Thing>;
}

/** Makes the files of an export. One named as `context.main` is the main file; it is put in its place last. */
export type MakeExport = (
  data: ExportData,
  context: MakeContext,
) => Iterable<ExportFile> | AsyncIterable<ExportFile>;

/** How a format makes its files and what it keeps: the features that are named; all others are lost. */
export interface FormatMaker {
  readonly load: () => Promise<MakeExport>;
  /** Features that a program reading the files gets as data. */
  readonly kept: readonly Feature[];
  /** Features that are there as words only. */
  readonly asWords?: readonly Feature[];
  /** Of features that are part of a larger one: those that are lost though that is not. */
  readonly lost?: readonly Feature[];
  /** Where it depends on what the user chose, or on what is exported: of features that stand in none of the lists. */
  readonly handles?: (feature: Feature, options: MakeOptions, data: ExportData) => Handling | undefined;
}

/** A format with its maker. */
export interface Format extends ExportFormatInfo, FormatMaker {}

/** A format that is one file of text in pieces. */
export const oneFile =
  (make: (data: ExportData, context: MakeContext) => ExportFile['data']): MakeExport =>
  (data, context) => [{ name: context.main, data: make(data, context) }];
