/** Import of a page: the whole way into the notebook beside parsing its HTML alone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { importDocument } from '../../main/import/import-document';
import { importArticle } from '../../main/store/articles/capture/import-article';
import { runCommand } from '../../main/store/core/run-command';
import { createSession, writerOf } from '../../main/store/worker/session';
import { cpuMsOf, cpuMsOfSlow, percentile } from '../measure';
import type { Measured, Workload } from '../workload';
import { makePage } from './mixed-files';

const rounds = 60;
/** The first are not counted, since they fill caches. */
const warmUp = 10;

async function measureImport(): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-bench-'));
  const session = createSession(join(folder, 'bench.casebook'), 'Bench');
  const db = writerOf(session);
  const pages = Array.from({ length: rounds + warmUp }, (_, index) => makePage(index));
  const takeIn = async (page: string, number: number): Promise<void> => {
    const bytes = Buffer.from(page);
    const source = `/bench/${number}.html`;
    const document = await importDocument({ bytes, source, capturedAt: '2026-01-01T00:00:00.000Z' });
    runCommand(db, (writer) => importArticle(writer, { ...document, bytes }));
  };
  const values: number[] = [];
  for (const [number, page] of pages.entries()) values.push(await cpuMsOfSlow(() => takeIn(page, number)));
  const limits = pages.map((page) => cpuMsOf(() => parseHTML(page)));
  session.close();
  rmSync(folder, { recursive: true, force: true });
  const middle = (times: readonly number[]) => percentile(times.slice(warmUp), 0.5);
  return { value: middle(values), limit: middle(limits) };
}

export const importWorkloads: readonly Workload[] = [
  { name: 'import/html', unit: 'ms', goal: 8, run: measureImport },
];
