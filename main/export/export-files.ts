/** Makes the files of an export from the notebook: gathers what belongs to it, and asks the format. Writing is `write-export.ts`. */
import type { ExportFormat, ExportLoss, ExportScope } from '../../shared/contract/exports';
import { CasebookError } from '../../shared/model/result';
import type { ReadableDB } from '../store/core/sql';
import type { ExportFile, Format, MakeContext, MakeOptions, Piece } from './formats/format';
import { formatOf } from './formats/formats';
import type { ExportData } from './gather/export-data';
import { gatherExport } from './gather/gather-export';
import { lossesOf } from './loss/losses-of';

/** What to export. */
export interface ExportRequest {
  readonly format: ExportFormat;
  readonly scope: ExportScope;
  readonly options?: MakeOptions | undefined;
}

/** Is told how far an export is, and says whether it was cancelled. */
export interface ExportWatch {
  readonly progress: (done: number, total: number, words: string) => void;
  readonly cancelled: () => boolean;
}
export const unwatched: ExportWatch = { progress: () => {}, cancelled: () => false };

/** Progress is told for every so many things. */
const told = 100;

/** Goes through things, telling how far it is. Throws `cancelled`. */
function* watched<Thing>(things: readonly Thing[], words: string, watch: ExportWatch): Iterable<Thing> {
  for (const [done, thing] of things.entries()) {
    if (done % told === 0) watch.progress(done, things.length, words);
    if (watch.cancelled()) throw new CasebookError('cancelled', 'The export was cancelled.');
    yield thing;
  }
  watch.progress(things.length, things.length, words);
}

/** The folder for the files beside a main file: `report.jsonld` → `report-texts`. */
export function textsFolderOf(mainName: string): string {
  return `${mainName.replace(/\.[^.]+$/, '')}-texts`;
}

function contextOf(
  format: Format,
  {
    data,
    options,
    main,
    watch,
  }: { data: ExportData; options: MakeOptions; main: string; watch: ExportWatch },
): MakeContext {
  return {
    main,
    textsFolder: textsFolderOf(main),
    options,
    losses: lossesOf(format, data, options),
    each: (things, words) => watched(things, words, watch),
  };
}

const defaultName = ({ extension }: Format) => (extension === '' ? 'export' : `export.${extension}`);

/** The files of data that is gathered already; names are relative and use `/`. */
export async function* filesOf(
  data: ExportData,
  { format: id, options = {} }: Pick<ExportRequest, 'format' | 'options'>,
  mainName?: string,
  watch: ExportWatch = unwatched,
): AsyncIterable<ExportFile> {
  const format = formatOf(id);
  const make = await format.load();
  const main = mainName ?? defaultName(format);
  yield* make(data, contextOf(format, { data, options, main, watch }));
}

/** The files of an export. Throws `bad-arguments` for a scope that the format has no sense for, `not-found` for one that is not there. */
export async function* exportFiles(
  db: ReadableDB,
  request: ExportRequest,
  mainName?: string,
  watch: ExportWatch = unwatched,
): AsyncIterable<ExportFile> {
  const { name, scopes } = formatOf(request.format);
  const { scope } = request;
  if (!scopes.includes(scope.kind))
    throw new CasebookError('bad-arguments', `${name} cannot be made of: ${scope.kind}.`);
  watch.progress(0, 1, 'reading the notebook');
  yield* filesOf(gatherExport(db, scope), request, mainName, watch);
}

/** What an export would not keep. */
export function exportLosses(db: ReadableDB, { format, scope, options = {} }: ExportRequest): ExportLoss[] {
  return lossesOf(formatOf(format), gatherExport(db, scope), options);
}

/** A file of an export with all of its data. */
export interface WholeFile {
  readonly name: string;
  readonly data: Piece;
}

async function whole({ name, data }: ExportFile): Promise<WholeFile> {
  if (typeof data === 'string' || data instanceof Uint8Array) return { name, data };
  const pieces: Piece[] = [];
  for await (const piece of data) pieces.push(piece);
  const words = pieces.every((piece) => typeof piece === 'string');
  return { name, data: words ? pieces.join('') : Buffer.concat(pieces.map((piece) => Buffer.from(piece))) };
}

/** The files of an export in memory, the main one first. Throws as `exportFiles` does. */
export async function collectFiles(
  db: ReadableDB,
  request: ExportRequest,
  mainName?: string,
): Promise<WholeFile[]> {
  const main = mainName ?? defaultName(formatOf(request.format));
  const files: WholeFile[] = [];
  for await (const file of exportFiles(db, request, main)) files.push(await whole(file));
  return [...files.filter(({ name }) => name === main), ...files.filter(({ name }) => name !== main)];
}
