/** `export FILE --format F --out PATH`: one of the export formats, of some of the notebook or of all of it. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import {
  type Exported,
  type ExportFormat,
  type ExportLoss,
  type ExportScope,
  exportFormatIds,
  exportFormatInfo,
  exportFormats,
} from '../../shared/contract/exports';
import { CasebookError } from '../../shared/model/result';
import { collectFiles, type ExportRequest, exportLosses, unwatched } from '../export/export-files';
import type { MakeOptions } from '../export/formats/format';
import { readyTemplates } from '../export/reading/templates/ready-templates';
import { writeExport } from '../export/write-export';
import { writeWhole } from '../export/write-files';
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
  const known = exportFormatIds.join(', ');
  if (given === undefined) throw new UsageError(`--format is missing: one of ${known}.`);
  const name = given.toLowerCase();
  const format = exportFormatIds.find((each) => each === name) ?? otherNames[name];
  if (!format) throw new UsageError(`--format knows ${known}; not “${given}”.`);
  return format;
}

const scopeOptions = ['article', 'entity', 'event', 'note'] as const;

function scopeOf(option: VerbContext['option']): ExportScope {
  const passages = option('passages');
  const query = option('search');
  const given: ExportScope[] = [
    ...scopeOptions.flatMap((kind) => {
      const id = option(kind);
      return id === undefined ? [] : [{ kind, id }];
    }),
    ...(passages === undefined
      ? []
      : [{ kind: 'passages', ids: passages.split(',').map((id) => id.trim()) } as const]),
    ...(query === undefined ? [] : [{ kind: 'search', query } as const]),
  ];
  if (given.length > 1)
    throw new UsageError(
      'Give one of --article, --entity, --event, --note, --passages and --search, or none for everything.',
    );
  return given[0] ?? { kind: 'everything' };
}

/** A template is one of the ready ones, by its name, or a file. */
function templateOf(given: string, path: VerbContext['path']): MakeOptions {
  const ready = readyTemplates.find(({ name }) => name.toLowerCase() === given.toLowerCase());
  if (ready) return { template: ready.name };
  const file = path(given);
  if (!existsSync(file)) {
    const names = readyTemplates.map(({ name }) => `“${name}”`).join(', ');
    throw new UsageError(`--template is a file, or one of ${names}; there is no “${given}”.`);
  }
  return { template: basename(file), templateText: readFileSync(file, 'utf8') };
}

const redacted = /^([^:]+):(quotations|nothing)(:unnamed)?$/;

/** `ID:quotations,ID:nothing:unnamed`. */
function redactionsOf(given: string): MakeOptions {
  const redact = given.split(',').map((each) => {
    const [, articleId, keep, unnamed] = redacted.exec(each.trim()) ?? [];
    if (articleId === undefined || keep === undefined)
      throw new UsageError(
        '--redact takes ID:quotations or ID:nothing, each with :unnamed if its name is hidden too.',
      );
    return {
      articleId,
      keep: keep === 'nothing' ? 'nothing' : 'quotations',
      hideName: unnamed !== undefined,
    } as const;
  });
  return { redact };
}

function optionsOf(option: VerbContext['option'], path: VerbContext['path']): MakeOptions {
  const template = option('template');
  const redact = option('redact');
  const given: readonly MakeOptions[] = [
    option('with-texts') === undefined ? {} : { texts: true },
    option('without-texts') === undefined ? {} : { texts: false },
    option('without-files') === undefined ? {} : { files: false },
    option('without-coder') === undefined ? {} : { coder: false },
    template === undefined ? {} : templateOf(template, path),
    redact === undefined ? {} : redactionsOf(redact),
  ];
  return Object.assign({}, ...given);
}

async function exportPdf(
  db: ReadableDB,
  request: ExportRequest,
  path: string,
  { renderPdf }: CliHost,
): Promise<Exported> {
  if (!renderPdf) {
    throw new CasebookError(
      'bad-arguments',
      'PDF is printed by the Casebook program, which needs a display here: export HTML and print that, or run it under xvfb-run.',
    );
  }
  const [html] = await collectFiles(db, request);
  await writeWhole(path, await renderPdf(String(html?.data ?? '')));
  return { path, files: [path] };
}

/** Writes; Ctrl+C stops it, and leaves nothing half. */
async function writeUnlessStopped(
  db: ReadableDB,
  request: ExportRequest & { readonly path: string },
): Promise<Exported> {
  let stopped = false;
  const stop = () => {
    stopped = true;
  };
  process.once('SIGINT', stop);
  try {
    return await writeExport(db, request, { ...unwatched, cancelled: () => stopped });
  } finally {
    process.removeListener('SIGINT', stop);
  }
}

function listFormats(): Outcome {
  const rows = exportFormats.map(({ id, name, group, extension, scopes, about }) => ({
    id,
    name,
    group,
    extension,
    scopes,
    about,
  }));
  const lines = rows.map(({ id, group, about }) => `${id.padEnd(20)}${group.padEnd(9)}${about}`);
  return { json: rows, lines };
}

const lossLine = ({ handling, words, items }: ExportLoss): string =>
  `${handling === 'lost' ? 'not kept' : 'as words'}  ${words}${items.length > 0 && items.length <= 3 ? `: ${items.join('; ')}` : ''}`;

function listLosses(db: ReadableDB, request: ExportRequest): Outcome {
  const losses = exportLosses(db, request);
  return {
    json: { format: request.format, losses },
    lines: losses.length === 0 ? ['Nothing is lost.'] : losses.map(lossLine),
  };
}

function sayWritten({ path, files }: Exported, format: ExportFormat): string {
  if (exportFormatInfo(format).extension === '') return `Wrote ${path} with ${files.length} files.`;
  return `Wrote ${files.length === 1 ? path : `${path} and ${files.length - 1} files beside it`}.`;
}

export async function exportNotebook({
  option,
  open,
  path,
  host,
  say,
  words,
}: VerbContext): Promise<Outcome> {
  if (option('list-formats') !== undefined) return listFormats();
  if (words.length === 0) throw new UsageError('Something is missing: the notebook FILE.');
  const format = formatOf(option('format'));
  const options = optionsOf(option, path);
  const request: ExportRequest = { format, scope: scopeOf(option), options };
  if (option('losses') !== undefined) return listLosses(open('read').reader, request);
  const out = option('out');
  if (out === undefined) throw new UsageError('--out is missing: the file or folder to write.');
  const { reader } = open('read');
  const target = path(out);
  const written = exportFormatInfo(format).printed
    ? await exportPdf(reader, request, target, host)
    : await writeUnlessStopped(reader, { ...request, path: target });
  say(sayWritten(written, format));
  return { json: { format, path: written.path, files: written.files }, lines: written.files };
}
