/** Passages counted by two things over 100,000 of them, beside the one SELECT that groups the bare rows. */
import { rmSync } from 'node:fs';
import { all } from '../../main/store/core/sql';
import { crossTabulate } from '../../main/store/overview/passages/cross-tabulate';
import { listPassages } from '../../main/store/overview/passages/list-passages';
import { percentile, timesOf } from '../measure';
import type { Measured, Workload } from '../workload';
import { makePassagesNotebook } from './passages-notebook';

const rounds = 12;

/** Actors by tags: the cells alone, without totals, without what was merged, without tags above. */
const bareCells = `SELECT m.entity_id, x.tag_id, count(DISTINCT m.annotation_id) FROM stored_mention AS m
  JOIN entity AS e ON e.id = m.entity_id JOIN stored_annotation_tag AS x ON x.annotation_id = m.annotation_id
  WHERE e.kind = 'actor' GROUP BY m.entity_id, x.tag_id`;

/** The first rows by date: their ids alone. */
const barePage = `SELECT n.id FROM annotation AS n JOIN article AS a ON a.id = n.article_id
  ORDER BY a.published_earliest, a.id, n.id LIMIT 500`;

function measure(work: 'matrix' | 'list'): Measured {
  const { session, folder } = makePassagesNotebook();
  const db = session.reader;
  const limits = { rowLimit: 100, columnLimit: 100 };
  const runs = {
    matrix: () => crossTabulate(db, { rows: 'actor', columns: 'tag', filters: {}, ...limits }),
    list: () => listPassages(db, { filters: {}, sort: 'date', offset: 50_000, limit: 500 }),
  };
  const values = timesOf(rounds, runs[work]);
  const bare = timesOf(rounds, () => all(db, work === 'matrix' ? bareCells : barePage));
  session.close();
  rmSync(folder, { recursive: true, force: true });
  return { value: percentile(values, 0.5), limit: percentile(bare, 0.5) };
}

export const matrixWorkloads: readonly Workload[] = [
  { name: 'event/matrix-100k', unit: 'ms', goal: 2.5, run: () => measure('matrix') },
  { name: 'event/quotations-100k', unit: 'ms', goal: 1, run: () => measure('list') },
];
