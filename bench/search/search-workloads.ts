/**
 * Search through the store worker, in classes of query: the whole answer (20 hits with snippets, exact total, counts of every
 * facet) beside the bare full-text query; the first screen and the counts beside the milliseconds they may take.
 */
import { percentile } from '../measure';
import type { Measured, Workload } from '../workload';
import { type QueryClass, queryClasses } from './classes/query-classes';
import { type ClassTimes, measureClass, ratiosToBare, spread } from './measure-class';
import { measurePeers } from './peers/measure-peers';
import { scaleWorkloads } from './scale/scale-workloads';
import { sharedGround } from './search-ground';

/** A bare query that takes less is taken to take so many milliseconds: what stands around it does not shrink with it. */
const leastLimit = 5;
const facetsGoal = 100;

const measured = new Map<string, Promise<ClassTimes>>();

function timesOfClass(queryClass: QueryClass): Promise<ClassTimes> {
  const known =
    measured.get(queryClass.name) ?? sharedGround().then((ground) => measureClass(ground, queryClass));
  measured.set(queryClass.name, known);
  return known;
}

function detailsOf(times: ClassTimes, bareBy: string): string[] {
  const ratios = ratiosToBare(times);
  const found = percentile(times.totals, 0.5);
  return [
    `p50/p95 ms: whole ${spread(times.whole)}, first screen ${spread(times.screen)}, counts after it ${spread(times.facets)}`,
    `limits: ${bareBy} ${spread(times.bare)}, counting bitmaps in memory ${spread(times.counting)}; found ${found} (median)`,
    `mean processor time ${times.cpu.toPrecision(3)} ms; load ${times.load.toFixed(1)}` +
      (ratios.length > 0
        ? `; to bare queries over ${leastLimit} ms: ${spread(ratios)} (${ratios.length} queries)`
        : ''),
  ];
}

async function wholeBesideBare(queryClass: QueryClass): Promise<Measured> {
  const ground = await sharedGround();
  const times = await timesOfClass(queryClass);
  const value = percentile(times.whole, 0.95);
  const limit = Math.max(leastLimit, percentile(times.bare, 0.95));
  const peers = await measurePeers(ground, queryClass, times);
  return { value, limit, details: detailsOf(times, ground.bare.by), peers };
}

async function besideGoal(
  queryClass: QueryClass,
  part: 'screen' | 'facets',
  goal: number,
): Promise<Measured> {
  const times = await timesOfClass(queryClass);
  return { value: percentile(times[part], 0.95), limit: goal };
}

const rowsOf = (queryClass: QueryClass): Workload[] => [
  { name: `search/${queryClass.name}`, unit: 'ms', goal: 2, run: () => wholeBesideBare(queryClass) },
  {
    name: `search/${queryClass.name}-screen`,
    unit: 'ms',
    goal: 1,
    run: () => besideGoal(queryClass, 'screen', queryClass.screenGoal),
  },
  {
    name: `search/${queryClass.name}-counts`,
    unit: 'ms',
    goal: 1,
    run: () => besideGoal(queryClass, 'facets', facetsGoal),
  },
];

export const searchWorkloads: readonly Workload[] = [...queryClasses.flatMap(rowsOf), ...scaleWorkloads];
