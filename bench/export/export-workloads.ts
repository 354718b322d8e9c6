/** Export of a whole notebook beside reading its passages' rows and writing them as JSON as they are. */
import { collectFiles } from '../../main/export/export-files';
import { all } from '../../main/store/core/sql';
import type { ExportFormat } from '../../shared/contract/exports';
import { openMadeNotebook } from '../made-notebook';
import { percentile, timesOf, timesOfSlow } from '../measure';
import type { Measured, Workload } from '../workload';

const size = { articles: 500, wordsPerArticle: 870, passagesPerArticle: 20 };
const rounds = 5;

const bareSql = `SELECT t.*, s.*, n.* FROM annotation t JOIN selector s ON s.annotation_id = t.id
  JOIN anchor n ON n.annotation_id = t.id AND n.part = s.part`;

async function measureExport(format: ExportFormat): Promise<Measured> {
  const session = openMadeNotebook(size);
  const db = session.reader;
  const value = percentile(
    await timesOfSlow(rounds, () => collectFiles(db, { format, scope: { kind: 'everything' } }), 1),
    0.5,
  );
  const limit = percentile(
    timesOf(rounds, () => JSON.stringify([all(db, bareSql), all(db, 'SELECT text FROM revision')]), 1),
    0.5,
  );
  session.close();
  return { value, limit };
}

export const exportWorkloads: readonly Workload[] = [
  { name: 'export/w3c', unit: 'ms', goal: 30, run: () => measureExport('w3c') },
  { name: 'export/markdown', unit: 'ms', goal: 130, run: () => measureExport('markdown') },
  { name: 'export/csv-passages', unit: 'ms', goal: 15, run: () => measureExport('csv-passages') },
];
