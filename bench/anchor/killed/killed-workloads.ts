/** Opening a notebook whose process was killed while saving, beside SQLite alone; a single inconsistent one misses the goal. */
import { percentile } from '../../measure';
import type { Measured, Workload } from '../../workload';
import { killDuringSaves } from './killed-saves';

const kills = 300;
const seed = 20_251_122;

async function measureKilled(): Promise<Measured> {
  const found = await killDuringSaves(kills, seed);
  const faults = found.flatMap(({ fault }) => (fault === null ? [] : [fault]));
  const sum = (of: (one: (typeof found)[number]) => number) => found.reduce((all, one) => all + of(one), 0);
  const amidst = found.filter((one) => one.amidst).length;
  const kept = found.filter((one) => one.keptUntold).length;
  const details = [
    `consistent reopens ${kills - faults.length}/${kills} (seed ${seed})`,
    `${sum((one) => one.acknowledged)} commands acknowledged, ${amidst} kills amidst a command, ${kept} of these kept`,
    ...faults.slice(0, 5),
  ];
  const value = percentile(
    found.map(({ openMs }) => openMs),
    0.5,
  );
  const limit = percentile(
    found.map(({ bareMs }) => bareMs),
    0.5,
  );
  return { value: faults.length > 0 ? Number.POSITIVE_INFINITY : value, limit, details };
}

export const killedWorkloads: readonly Workload[] = [
  { name: 'anchor/reopen-after-kill', unit: 'ms', goal: 20, run: measureKilled },
];
