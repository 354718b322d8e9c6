/**
 * Measures one class of queries through the store worker: the first screen, the counts, and both in one, each beside the bare
 * query of its words in the same round, so that a load of the machine touches both.
 */
import { loadavg } from 'node:os';
import type { ReadableDB } from '../../main/store/core/sql';
import { pluck } from '../../main/store/core/sql';
import { percentile } from '../measure';
import type { BareQueries } from './bare-query';
import { type AskedQuery, type QueryClass, querySource } from './classes/query-classes';
import { type FacetBitmaps, timeOfCounting } from './facet-bitmaps';
import type { StoreWorker } from './store-worker-client';

/** Fewer only for a first look. */
const queriesPerClass = Number(process.env['CASEBOOK_BENCH_QUERIES'] ?? 200);
const warmUp = 5;

/** What is measured on. */
export interface SearchGround {
  readonly articles: number;
  readonly worker: StoreWorker;
  /** The bench's own connection. */
  readonly reader: ReadableDB;
  readonly bare: BareQueries;
  readonly bitmaps: FacetBitmaps | null;
}

/** Milliseconds, one for each query. */
export interface ClassTimes {
  readonly asked: readonly AskedQuery[];
  readonly screen: readonly number[];
  readonly facets: readonly number[];
  readonly whole: readonly number[];
  /** The bare query, beside the whole answer; 0 where there are no words. */
  readonly bare: readonly number[];
  readonly counting: readonly number[];
  /** How much was found. */
  readonly totals: readonly number[];
  /** Mean processor time of a whole answer with its copy to this side. */
  readonly cpu: number;
  readonly load: number;
}

/** Different queries where the class has so many; some find nothing. */
export function drawQueries({ draw }: QueryClass, reader: ReadableDB): AskedQuery[] {
  const source = querySource(reader);
  const drawn = new Map<string, AskedQuery>();
  for (let tries = 0; drawn.size < queriesPerClass + warmUp && tries < 5 * queriesPerClass; tries++) {
    const one = draw(source);
    drawn.set(one.query, one);
  }
  const all = [...drawn.values()];
  // A class with few of them, such as one letter, asks them again in turn.
  return Array.from(
    { length: queriesPerClass + warmUp },
    (_, index) => all[index % all.length] as AskedQuery,
  );
}

async function timed<Value>(
  work: () => Promise<Value>,
): Promise<{ readonly time: number; readonly value: Value }> {
  const start = performance.now();
  const value = await work();
  return { time: performance.now() - start, value };
}

function rowsFor({ reader, bitmaps }: SearchGround, { bare }: AskedQuery, total: number): readonly number[] {
  if (bare !== '')
    return pluck<number>(reader, 'SELECT rowid FROM search_index WHERE search_index MATCH ?', [bare]);
  const rows = bitmaps?.rowCount ?? 1;
  return Array.from({ length: total }, (_, index) => Math.floor((index * rows) / total));
}

const argsOf = ({ query, asTyped }: AskedQuery) => ({
  query,
  offset: 0,
  limit: 20,
  ...(asTyped ? { asTyped } : {}),
});

interface Screens {
  readonly screen: number[];
  readonly facets: number[];
}

/** As the window asks: the hits, then the counts. */
async function measureScreens({ worker }: SearchGround, asked: readonly AskedQuery[]): Promise<Screens> {
  const times: Screens = { screen: [], facets: [] };
  for (const one of asked) {
    const args = argsOf(one);
    times.screen.push((await timed(() => worker.query('search', { ...args, only: 'first' }))).time);
    times.facets.push((await timed(() => worker.query('search', { ...args, only: 'facets' }))).time);
  }
  return times;
}

interface Wholes {
  readonly whole: number[];
  readonly bare: number[];
  readonly counting: number[];
  readonly totals: number[];
  cpu: number;
}

async function measureWholes(ground: SearchGround, asked: readonly AskedQuery[]): Promise<Wholes> {
  const times: Wholes = { whole: [], bare: [], counting: [], totals: [], cpu: 0 };
  for (const one of asked) {
    const before = process.cpuUsage();
    const { time, value } = await timed(() => ground.worker.query('search', argsOf(one)));
    const { user, system } = process.cpuUsage(before);
    times.whole.push(time);
    times.totals.push(value.total);
    times.cpu += (user + system) / 1000 / asked.length;
    times.bare.push(one.bare === '' ? 0 : await ground.bare.time(one.bare));
    times.counting.push(
      ground.bitmaps ? timeOfCounting(ground.bitmaps, rowsFor(ground, one, value.total)) : 0,
    );
  }
  return times;
}

/** Measures a class; the first queries are not counted. */
export async function measureClass(ground: SearchGround, queryClass: QueryClass): Promise<ClassTimes> {
  const all = drawQueries(queryClass, ground.reader);
  const asked = all.slice(warmUp);
  await measureScreens(ground, all.slice(0, warmUp));
  await measureWholes(ground, all.slice(0, warmUp));
  const screens = await measureScreens(ground, asked);
  const wholes = await measureWholes(ground, asked);
  return Object.assign({ asked, load: loadavg()[0] ?? 0 }, screens, wholes);
}

const digits = (number: number): string => String(Number(number.toPrecision(3)));

/** p50 and p95, as they are told. */
export const spread = (times: readonly number[]): string =>
  `${digits(percentile(times, 0.5))}/${digits(percentile(times, 0.95))}`;

/** How much longer the whole takes than the bare query, where that takes more than 5 ms. */
export function ratiosToBare({ whole, bare }: ClassTimes): readonly number[] {
  return whole.flatMap((time, index) => ((bare[index] ?? 0) > 5 ? [time / (bare[index] ?? 1)] : []));
}
