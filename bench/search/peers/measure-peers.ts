/** The peers of a class of queries that are there, beside the program's own time for the same queries. */
import { percentile } from '../../measure';
import type { Peer } from '../../workload';
import type { QueryClass } from '../classes/query-classes';
import type { ClassTimes, SearchGround } from '../measure-class';
import { openPeers } from './open-peers';

/** Another program that searches the same texts. */
export interface SearchPeer {
  readonly name: string;
  /** The classes that it has. */
  readonly classes: readonly string[];
  /** How many queries of a class are asked: a slow one need not be asked all. */
  readonly queries: number;
  /** Milliseconds of a query, until its answer was read. */
  readonly time: (words: string, className: string) => Promise<number>;
}

/** Asks each peer the same; none without `--peers`. */
export async function measurePeers(
  ground: SearchGround,
  { name }: QueryClass,
  { asked }: ClassTimes,
): Promise<Peer[]> {
  const measured: Peer[] = [];
  for (const peer of await openPeers(ground)) {
    if (!peer.classes.includes(name)) continue;
    const times: number[] = [];
    for (const { words } of asked.slice(0, peer.queries)) times.push(await peer.time(words, name));
    measured.push({ name: `${peer.name} (p95)`, value: percentile(times, 0.95), goal: 1 });
  }
  return measured;
}
