/**
 * Export of 10,000 passages in every format: how long each takes beside reading the same rows and writing them as JSON as they
 * are, and how much memory it holds beside what was gathered.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { exportFiles, filesOf } from '../../main/export/export-files';
import type { ExportFile, Piece } from '../../main/export/formats/format';
import { formats } from '../../main/export/formats/formats';
import type { ExportData } from '../../main/export/gather/export-data';
import { gatherExport } from '../../main/export/gather/gather-export';
import { all, type ReadableDB } from '../../main/store/core/sql';
import { type ExportFormat, exportFormatInfo, exportFormats } from '../../shared/contract/exports';
import { openMadeNotebook } from '../made-notebook';
import { cpuMsOf, cpuMsOfSlow } from '../measure';
import type { Measured, Workload } from '../workload';

const size = { articles: 500, wordsPerArticle: 870, passagesPerArticle: 20 };

/**
 * The greatest ratio of each format to its limit. A format without a goal does not compile. Documents are laid out and zipped,
 * Markdown is escaped, a deposit is hashed and holds the bytes; the others write rows.
 */
const goals: Readonly<Record<ExportFormat, number>> = {
  obsidian: 60,
  markdown: 30,
  html: 30,
  docx: 80,
  odt: 80,
  pdf: 40,
  xlsx: 40,
  csv: 20,
  'csv-passages': 15,
  'csv-events': 15,
  w3c: 30,
  followthemoney: 30,
  acled: 15,
  gexf: 15,
  graphml: 15,
  timelinejs: 15,
  icalendar: 15,
  geojson: 15,
  kml: 15,
  'csl-json': 15,
  bibtex: 15,
  ris: 15,
  brat: 30,
  qdpx: 60,
  qdc: 15,
  'notebook-json': 60,
  dossier: 60,
  bagit: 60,
  'ro-crate': 60,
};

const bareSql = `SELECT t.*, s.*, n.* FROM annotation t JOIN selector s ON s.annotation_id = t.id
  JOIN anchor n ON n.annotation_id = t.id AND n.part = s.part`;

/** Milliseconds of the processor to read the rows and the texts, and to write them as JSON as they are. */
function bareMs(db: ReadableDB): number {
  const work = () => JSON.stringify([all(db, bareSql), all(db, 'SELECT text FROM revision')]);
  const times = Array.from({ length: 4 }, () => cpuMsOf(work));
  return Math.min(...times);
}

/** What is written twice: the first time code is compiled. What takes long is written once. */
const longMs = 4000;

/** Milliseconds of the processor for an export of everything, which passes and is not kept. */
async function exportMs(db: ReadableDB, format: ExportFormat): Promise<number> {
  const once = () =>
    cpuMsOfSlow(async () => {
      for await (const _ of piecesOf(exportFiles(db, { format, scope: { kind: 'everything' } })));
    });
  const first = await once();
  return first > longMs ? first : Math.min(first, await once(), await once());
}

async function measureExport(format: ExportFormat): Promise<Measured> {
  const session = openMadeNotebook(size);
  const value = await exportMs(session.reader, format);
  const limit = bareMs(session.reader);
  session.close();
  const printed = exportFormatInfo(format).printed === true;
  const details = printed ? ['without the printing: the page is made here, Electron makes pages of it'] : [];
  return { value, limit, details };
}

const megabyte = 1 << 20;

/** Collects garbage, so that what is left is what is held. */
function collectGarbage(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
const gc = collectGarbage();
function heldBytes(): number {
  gc();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + Math.max(external, arrayBuffers);
}

async function* piecesOf(files: AsyncIterable<ExportFile>): AsyncIterable<Piece> {
  for await (const { data } of files) {
    if (typeof data === 'string' || data instanceof Uint8Array) yield data;
    else yield* data;
  }
}

interface Passed {
  readonly ms: number;
  readonly writtenBytes: number;
  /** The most that was held while it was written, beside what was there before. */
  readonly heldBytes: number;
}

/** Memory is looked at this often; each time costs a collection. */
const lookedAtBytes = megabyte / 2;

/** Has a format made and lets it pass: what is written to a disk is not kept. */
async function pass(data: ExportData, format: ExportFormat, look: boolean): Promise<Passed> {
  const before = look ? heldBytes() : 0;
  let [written, looked, held] = [0, 0, 0];
  const start = process.hrtime.bigint();
  for await (const piece of piecesOf(filesOf(data, { format }))) {
    written += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length;
    if (!look || written - looked < lookedAtBytes) continue;
    looked = written;
    held = Math.max(held, heldBytes() - before);
  }
  if (look) held = Math.max(held, heldBytes() - before);
  return { ms: Number(process.hrtime.bigint() - start) / 1e6, writtenBytes: written, heldBytes: held };
}

/** Documents that are zipped at their end, of which all parts are held till then. */
const heldWhole: readonly string[] = ['docx', 'odt', 'pdf', 'html', 'markdown'];

/** The most that any streamed format holds, beside all that was gathered; a table of every format below it. */
async function measureMemory(): Promise<Measured> {
  const session = openMadeNotebook(size);
  const before = heldBytes();
  const data = gatherExport(session.reader, { kind: 'everything' });
  const gathered = heldBytes() - before;
  const details: string[] = [];
  let most = 0;
  for (const { id } of formats) {
    const { ms, writtenBytes } = await pass(data, id, false);
    const { heldBytes: held } = await pass(data, id, true);
    if (!heldWhole.includes(id)) most = Math.max(most, held);
    const cells = [ms.toFixed(0), (writtenBytes / megabyte).toFixed(1), (held / megabyte).toFixed(1)];
    details.push(`${id.padEnd(16)}${cells.map((cell) => cell.padStart(9)).join('')}`);
  }
  session.close();
  return {
    value: most / megabyte,
    limit: gathered / megabyte,
    details: [
      `${'10,000 passages'.padEnd(16)}${['ms', 'MB', 'MB held'].map((cell) => cell.padStart(9)).join('')}`,
      ...details,
    ],
  };
}

export const exportWorkloads: readonly Workload[] = [
  ...exportFormats.map(({ id }) => ({
    name: `export/${id}`,
    unit: 'ms',
    goal: goals[id],
    run: () => measureExport(id),
  })),
  { name: 'export/memory', unit: 'MB', goal: 1, run: measureMemory },
];
