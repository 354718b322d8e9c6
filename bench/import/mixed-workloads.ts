/** Import of a thousand mixed files as the program does it, beside reading the same files alone; and whether memory stays flat. */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createImportPool, type ImportPool, threadCount } from '../../main/import/pool/import-pool';
import { runImport } from '../../main/import/run/run-import';
import { runCommand } from '../../main/store/core/run-command';
import { beginIntake } from '../../main/store/intake/intake-state';
import { takeItems } from '../../main/store/intake/take-items';
import { type Taken, taken } from '../../main/store/intake/taken';
import { createSession, writerOf } from '../../main/store/worker/session';
import type { ImportedItem } from '../../shared/model/imported/imported-item';
import { cpuMsOfSlow } from '../measure';
import type { Measured, Workload } from '../workload';
import { writeMixedFiles } from './mixed-files';

const fileCount = 1000;
/** From here on everything that is loaded once has been loaded. */
const warmFileCount = 300;
const capturedAt = '2026-01-01T00:00:00.000Z';
const megabyte = 1024 * 1024;

interface Time {
  /** Of the processor, on all threads. */
  readonly cpuMs: number;
  readonly wallMs: number;
}

interface Run {
  readonly read: Time;
  readonly imported: Time;
  /** Megabytes in use by the process after some of the files, and after all. */
  readonly warmMb: number;
  readonly endMb: number;
}

async function timeOf(work: () => Promise<unknown>): Promise<Time> {
  const start = performance.now();
  const cpuMs = await cpuMsOfSlow(work);
  return { cpuMs, wallMs: performance.now() - start };
}

function memoryNow(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / megabyte;
}

/** The program's own threads, as it is built. */
const workerFile = resolve('out/main/import-worker.cjs');

type Take = (items: readonly ImportedItem[]) => readonly Taken[];

/** Reads files as the program does, and hands on what they bring; answers how many articles came. */
async function importWith(pool: ImportPool, paths: readonly string[], take: Take): Promise<number> {
  const { report } = runImport(
    paths.map((source) => ({ source, open: () => pool.openFile(source, { capturedAt }) })),
    {
      ahead: pool.size + 1,
      take: async (_, items) => take(items),
      end: async () => {},
      tell: () => {},
    },
  );
  return (await report).items.filter(({ outcome }) => outcome === 'imported').length;
}

const leave: Take = (items) => items.map(({ kind }) => taken(kind, 'imported'));

async function importInto(
  pool: ImportPool,
  folder: string,
  paths: readonly string[],
): Promise<Omit<Run, 'read'>> {
  const session = createSession(join(folder, 'mixed.casebook'), 'Bench');
  const db = writerOf(session);
  let count = 0;
  let warmMb = 0;
  const imported = await timeOf(async () => {
    const articles = await importWith(pool, paths, (items) => {
      if (++count === warmFileCount) warmMb = memoryNow();
      return runCommand(db, (writer) => takeItems(writer, beginIntake(), items)).value;
    });
    if (articles !== fileCount) throw new Error(`${articles} of ${fileCount} files were imported`);
  });
  const endMb = memoryNow();
  session.close();
  return { imported, warmMb, endMb };
}

let measured: Promise<Run> | null = null;

/** Once for both rows. */
function measure(): Promise<Run> {
  measured ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'casebook-bench-'));
    const pool = createImportPool(workerFile, { size: threadCount(cpus().length) });
    try {
      const paths = writeMixedFiles(join(folder, 'in'), fileCount);
      await importWith(pool, paths.slice(0, 100), leave);
      const read = await timeOf(() => importWith(pool, paths, leave));
      return { read, ...(await importInto(pool, folder, paths)) };
    } finally {
      await pool.close();
      rmSync(folder, { recursive: true, force: true });
    }
  })();
  return measured;
}

const perSecond = (ms: number): string => `${Math.round((fileCount / ms) * 1000)} files/s`;

async function mixedSpeed(): Promise<Measured> {
  const { read, imported } = await measure();
  const [inNotebook, onlyRead] = [imported, read].map(({ wallMs }) => perSecond(wallMs));
  return {
    value: imported.cpuMs / fileCount,
    limit: read.cpuMs / fileCount,
    details: [`  by the clock: in the notebook ${inNotebook}, only read ${onlyRead}`],
  };
}

async function mixedMemory(): Promise<Measured> {
  const { warmMb, endMb } = await measure();
  return { value: endMb, limit: warmMb };
}

export const mixedWorkloads: readonly Workload[] = [
  { name: 'import/mixed', unit: 'ms', goal: 2.5, run: mixedSpeed },
  { name: 'import/memory', unit: 'MB', goal: 1.5, run: mixedMemory },
];
