/** Counting who is named with whom in 100,000 passages, beside reading who is named where as it is. */
import { rmSync } from 'node:fs';
import { all } from '../../main/store/core/sql';
import { getNetwork } from '../../main/store/overview/network/network';
import { percentile, timesOf } from '../measure';
import type { Measured, Workload } from '../workload';
import { makePassagesNotebook } from './passages-notebook';

const rounds = 9;

const bareNamings = `SELECT article.revision_id, anchor.start, anchor."end", stored_mention.entity_id FROM article
  CROSS JOIN anchor ON anchor.revision_id = article.revision_id
  CROSS JOIN stored_mention ON stored_mention.annotation_id = anchor.annotation_id`;

function measureCount(): Measured {
  const { session, folder } = makePassagesNotebook();
  const db = session.reader;
  const values = timesOf(rounds, () =>
    getNetwork(db, {
      kinds: ['actor', 'place', 'object'],
      ties: ['mention', 'event', 'relation'],
      near: 'paragraph',
      from: null,
      to: null,
      minWeight: 1,
      focusId: null,
      steps: 1,
      nodeLimit: 1000,
      edgeLimit: 5000,
    }),
  );
  const limits = timesOf(rounds, () => all(db, bareNamings));
  session.close();
  rmSync(folder, { recursive: true, force: true });
  return { value: percentile(values, 0.5), limit: percentile(limits, 0.5) };
}

export const countWorkloads: readonly Workload[] = [
  { name: 'network/count-100k', unit: 'ms', goal: 5, run: measureCount },
];
