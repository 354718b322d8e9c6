/** Exports the person asks for in the window: where to, and PDF, which only the program can print. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import type { ExportFormat, ExportScope } from '../../../shared/contract/app';
import type { NotebookInfo } from '../../../shared/contract/notebook';
import { askSave } from '../window/ask-path';
import { renderPdf, showPrintView } from './print-page';
import type { StoreClient } from './store-client';

interface FileKind {
  readonly name: string;
  readonly extension: string;
}

const fileKinds: Readonly<Record<ExportFormat, FileKind>> = {
  markdown: { name: 'Markdown', extension: 'md' },
  html: { name: 'Web page', extension: 'html' },
  pdf: { name: 'PDF', extension: 'pdf' },
  'csv-passages': { name: 'CSV', extension: 'csv' },
  'csv-events': { name: 'CSV', extension: 'csv' },
  w3c: { name: 'W3C Web Annotation', extension: 'jsonld' },
};

export interface Exported {
  readonly path: string;
  readonly files: readonly string[];
}

async function exportPdf(store: StoreClient, scope: ExportScope, path: string): Promise<Exported> {
  await writeFile(path, await renderPdf(await store.call('exportHtml', { scope })));
  return { path, files: [path] };
}

/** Shows the export as a page to be printed. */
export async function printView(store: StoreClient, scope: ExportScope): Promise<null> {
  await showPrintView(await store.call('exportHtml', { scope }));
  return null;
}

/** Asks where, and writes the export there. Null: cancelled. */
export async function exportTo(
  store: StoreClient,
  notebook: NotebookInfo,
  { format, scope }: { readonly format: ExportFormat; readonly scope: ExportScope },
): Promise<Exported | null> {
  const { name, extension } = fileKinds[format];
  const suggested = join(
    app.getPath('documents'),
    `${notebook.title}${scope.kind === 'everything' ? '' : ` ${scope.kind}`}.${extension}`,
  );
  const path = await askSave({
    title: 'Export',
    defaultPath: suggested,
    filters: [{ name, extensions: [extension] }],
  });
  if (!path) return null;
  return format === 'pdf'
    ? exportPdf(store, scope, path)
    : store.call('writeExport', { format, scope, path });
}
