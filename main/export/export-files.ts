/** Makes the files of an export in memory: a table of formats, a row each. Writing them is `write-export.ts`. */
import type { ExportFormat, ExportScope } from '../../shared/contract/app';
import { CasebookError } from '../../shared/model/result';
import type { ReadableDB } from '../store/core/sql';
import { eventsToCsv, passagesToCsv } from './csv';
import type { ExportData, ExportFile } from './gather/export-data';
import { gatherExport } from './gather/gather-export';
import { reportToHtml } from './report/html';
import { makeReport } from './report/make-report';
import { reportToMarkdown } from './report/markdown';
import { toWebAnnotations } from './web-annotation';

/** The names of the files: the main file's, and that of the folder for texts beside it. */
interface Names {
  readonly main: string;
  readonly textsFolder: string;
}

interface Format {
  /** Of the main file, without the dot. */
  readonly extension: string;
  readonly make: (data: ExportData, names: Names) => readonly ExportFile[];
}

const oneFile =
  (make: (data: ExportData) => string) =>
  (data: ExportData, { main }: Names) => [{ name: main, data: make(data) }];

/** PDF is printed from the HTML by who can print. */
const formats: Readonly<Record<Exclude<ExportFormat, 'pdf'>, Format>> = {
  markdown: { extension: 'md', make: oneFile((data) => reportToMarkdown(makeReport(data))) },
  html: { extension: 'html', make: oneFile((data) => reportToHtml(makeReport(data))) },
  'csv-passages': { extension: 'csv', make: oneFile(passagesToCsv) },
  'csv-events': { extension: 'csv', make: oneFile(eventsToCsv) },
  w3c: {
    extension: 'jsonld',
    make: (data, { main, textsFolder }) => toWebAnnotations(data, main, textsFolder),
  },
};

/** What to export. */
export interface ExportRequest {
  readonly format: ExportFormat;
  readonly scope: ExportScope;
}

/** The folder for the files beside a main file: `report.jsonld` → `report-texts`. */
export function textsFolderOf(mainName: string): string {
  return `${mainName.replace(/\.[^.]+$/, '')}-texts`;
}

/**
 * The files of an export, the main one first; names are relative and use `/`. Throws `not-found` when the scope's subject
 * is not in the notebook, `bad-arguments` for PDF.
 */
export function exportFiles(
  db: ReadableDB,
  { format, scope }: ExportRequest,
  mainName?: string,
): ExportFile[] {
  if (format === 'pdf') throw new CasebookError('bad-arguments', 'PDF is printed from the HTML export.');
  const { extension, make } = formats[format];
  const main = mainName ?? `export.${extension}`;
  return [...make(gatherExport(db, scope), { main, textsFolder: textsFolderOf(main) })];
}
