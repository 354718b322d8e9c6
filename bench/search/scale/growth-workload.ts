/** How the cost of a search grows with the notebook: the same classes at 10, 1,000, 10,000 … articles, printed as curves. */
import { percentile } from '../../measure';
import type { Measured } from '../../workload';
import { queryClasses } from '../classes/query-classes';
import { type ClassTimes, measureClass, spread } from '../measure-class';
import { articlesMeasured, openGround } from '../search-ground';

const sizes = [10, 1000, 10_000, 100_000];
const followed = [
  'mid-word',
  'common-word',
  'phrase',
  'typed-2',
  'word-and-three',
  'co-mention',
  'role-mode-date',
];

interface Step {
  readonly articles: number;
  readonly times: ReadonlyMap<string, ClassTimes>;
}

async function measureStep(articles: number): Promise<Step> {
  const ground = await openGround(articles);
  const times = new Map<string, ClassTimes>();
  for (const queryClass of queryClasses)
    if (followed.includes(queryClass.name))
      times.set(queryClass.name, await measureClass(ground, queryClass));
  await ground.end();
  return { articles, times };
}

function lineOf(name: string, steps: readonly Step[]): string {
  const cells = steps.map(({ articles, times }) => {
    const found = times.get(name);
    return `${articles}: ${found ? `${spread(found.whole)} (bare ${spread(found.bare)})` : '–'}`;
  });
  return `${name.padEnd(16)} ${cells.join('   ')}`;
}

/** By what a mid word's answer grows over the last tenfold, beside what the bare query grows by. */
export async function measureGrowth(): Promise<Measured> {
  const steps: Step[] = [];
  for (const articles of sizes) if (articles <= articlesMeasured()) steps.push(await measureStep(articles));
  const p95 = (step: Step | undefined, part: 'whole' | 'bare') =>
    percentile(step?.times.get('mid-word')?.[part] ?? [1], 0.95);
  const [before, last] = [steps.at(-2), steps.at(-1)];
  return {
    value: p95(last, 'whole') / p95(before, 'whole'),
    limit: 10,
    details: ['p50/p95 ms of the whole answer by articles', ...followed.map((name) => lineOf(name, steps))],
  };
}
