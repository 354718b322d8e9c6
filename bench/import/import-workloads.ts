/** Import of a page: the whole way into the notebook beside parsing its HTML alone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { importDocument } from '../../main/import/import-document';
import { importArticle } from '../../main/store/articles/capture/import-article';
import { runCommand } from '../../main/store/core/run-command';
import { createSession, writerOf } from '../../main/store/worker/session';
import { percentile, timesOf, timesOfSlow } from '../measure';
import type { Measured, Workload } from '../workload';
import { makePage } from './mixed-files';

const rounds = 30;

async function measureImport(): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-bench-'));
  const session = createSession(join(folder, 'bench.casebook'), 'Bench');
  const db = writerOf(session);
  const pages = Array.from({ length: rounds + 3 }, (_, index) => makePage(index));
  let next = 0;
  const values = await timesOfSlow(rounds, async () => {
    const bytes = Buffer.from(pages[next++] ?? '');
    const document = await importDocument({
      bytes,
      source: `/bench/${next}.html`,
      capturedAt: '2026-01-01T00:00:00.000Z',
    });
    runCommand(db, (writer) => importArticle(writer, { ...document, bytes }));
  });
  const limits = timesOf(rounds, (round) => parseHTML(pages[round] ?? ''));
  session.close();
  rmSync(folder, { recursive: true, force: true });
  return { value: percentile(values, 0.5), limit: percentile(limits, 0.5) };
}

export const importWorkloads: readonly Workload[] = [
  { name: 'import/html', unit: 'ms', goal: 8, run: measureImport },
];
