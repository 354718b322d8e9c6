/** `export FILE --format F --out PATH`: one of the export formats, of a note, an article, an entity or everything. */
import { type ExportFormat, type ExportScope, exportFormats } from '../../shared/contract/app';
import { CasebookError } from '../../shared/model/result';
import { exportFiles } from '../export/export-files';
import { type WrittenExport, writeExport, writeWhole } from '../export/write-export';
import type { ReadableDB } from '../store/core/sql';
import { type CliHost, type Outcome, UsageError, type VerbContext } from './verb';

/** Other names that people give the formats. */
const otherNames: Readonly<Record<string, ExportFormat>> = {
  md: 'markdown',
  csv: 'csv-passages',
  passages: 'csv-passages',
  events: 'csv-events',
  jsonld: 'w3c',
  'json-ld': 'w3c',
};

function formatOf(given: string | undefined): ExportFormat {
  if (given === undefined) throw new UsageError(`--format is missing: one of ${exportFormats.join(', ')}.`);
  const name = given.toLowerCase();
  const format = exportFormats.find((each) => each === name) ?? otherNames[name];
  if (!format) throw new UsageError(`--format knows ${exportFormats.join(', ')}; not “${given}”.`);
  return format;
}

const scopeOptions = ['article', 'entity', 'note'] as const;

function scopeOf(option: VerbContext['option']): ExportScope {
  const given = scopeOptions.flatMap((kind) => {
    const id = option(kind);
    return id === undefined ? [] : [{ kind, id }];
  });
  if (given.length > 1)
    throw new UsageError('Give one of --article, --entity and --note, or none for everything.');
  return given[0] ?? { kind: 'everything' };
}

async function exportPdf(
  db: ReadableDB,
  scope: ExportScope,
  path: string,
  { renderPdf }: CliHost,
): Promise<WrittenExport> {
  if (!renderPdf) {
    throw new CasebookError(
      'bad-arguments',
      'PDF is printed by the Casebook program, which needs a display here: export HTML and print that, or run it under xvfb-run.',
    );
  }
  const [html] = exportFiles(db, { format: 'html', scope });
  writeWhole(path, await renderPdf(String(html?.data ?? '')));
  return { path, files: [path] };
}

export async function exportNotebook({ option, open, path, host, say }: VerbContext): Promise<Outcome> {
  const format = formatOf(option('format'));
  const out = option('out');
  if (out === undefined) throw new UsageError('--out is missing: the file to write.');
  const scope = scopeOf(option);
  const { reader } = open('read');
  const target = path(out);
  const written =
    format === 'pdf'
      ? await exportPdf(reader, scope, target, host)
      : writeExport(reader, { format, scope, path: target });
  say(
    `Wrote ${written.files.length === 1 ? written.path : `${written.path} and ${written.files.length - 1} texts beside it`}.`,
  );
  return { json: { format, path: written.path, files: written.files }, lines: written.files };
}
