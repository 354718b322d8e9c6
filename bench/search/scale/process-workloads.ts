/** What a process with the store worker alone takes: memory after many searches, and the time to open a notebook. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { percentile } from '../../measure';
import type { Measured } from '../../workload';
import { queryClasses } from '../classes/query-classes';
import { searchNotebook } from '../corpus/search-notebook';
import { drawQueries } from '../measure-class';
import { articlesMeasured, sharedGround } from '../search-ground';

interface Taken {
  readonly opened: number;
  readonly first: number;
  readonly rss: number;
  readonly mostRss: number;
}

const mostMegabytes = 300;
const queriesOfEach = 10;
const openings = 9;
const smallNotebook = 100;

function runStore(
  path: string,
  queries: readonly { readonly query: string; readonly asTyped: boolean }[],
): Taken {
  const args = [resolve('bench/search/scale/store-process.cjs'), resolve('out/main/store-worker.cjs'), path];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    input: JSON.stringify(queries),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Taken;
}

const mb = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

/** Megabytes of the process after queries of every class. */
export async function measureMemory(): Promise<Measured> {
  const { reader } = await sharedGround();
  const queries = queryClasses.flatMap((each) => drawQueries(each, reader).slice(0, queriesOfEach));
  const taken = runStore(searchNotebook(articlesMeasured()), queries);
  const idle = runStore(searchNotebook(smallNotebook), []);
  const details = [
    `after ${queries.length} queries ${mb(taken.rss)}, at most ${mb(taken.mostRss)}; with ${smallNotebook} articles and none asked ${mb(idle.rss)}`,
  ];
  return { value: taken.rss / 1e6, limit: mostMegabytes, details };
}

/** Milliseconds to open, beside those for a notebook of a hundred articles; in turns, each in a process of its own. */
export function measureOpening(): Measured {
  const [large, small] = [searchNotebook(articlesMeasured()), searchNotebook(smallNotebook)];
  const ask = [{ query: 'government', asTyped: false }];
  const pairs = Array.from({ length: openings }, () => [runStore(large, ask), runStore(small, ask)] as const);
  const middle = (pick: (pair: (typeof pairs)[number]) => number) => percentile(pairs.map(pick), 0.5);
  const details = [
    `first search after it: ${middle(([one]) => one.first).toFixed(1)} ms, with ${smallNotebook} articles ${middle(([, other]) => other.first).toFixed(1)} ms`,
  ];
  return { value: middle(([one]) => one.opened), limit: middle(([, other]) => other.opened), details };
}
