/**
 * `npm run bench`: runs the workloads and prints each beside its limit. `--list` names them, `--only PREFIX` runs some,
 * `--json PATH` writes the results as JSON; `--size N` searches N articles, `--peers` compares with other programs (see
 * docs/bench.md). The exit code is 1 when one misses its goal.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { endSharedGround } from './search/search-ground';
import type { PeerResult, Result, Workload } from './workload';
import { workloads } from './workloads';

interface Options {
  readonly list: boolean;
  readonly only: string;
  readonly json: string;
  /** How many articles search is measured with; '' for the usual number. */
  readonly size: string;
  readonly peers: boolean;
}

function readOptions(args: readonly string[]): Options | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        list: { type: 'boolean' },
        only: { type: 'string' },
        json: { type: 'string' },
        size: { type: 'string' },
        peers: { type: 'boolean' },
      },
    });
    const { list = false, only = '', json = '', size = '', peers = false } = values;
    return { list, only, json, size, peers };
  } catch (error) {
    process.stderr.write(
      `${error instanceof Error ? error.message : String(error)}\nUsage: npm run bench -- [--list] [--only PREFIX] [--json PATH] [--size N] [--peers]\n`,
    );
    return null;
  }
}

const isWithin = ({ ratio, goal }: { readonly ratio: number; readonly goal?: number }): boolean =>
  goal === undefined || ratio <= goal;

async function runOne({ name, unit, goal, run }: Workload): Promise<Result> {
  const { value, limit, peers = [], details = [] } = await run();
  const ratio = round(value / limit);
  const compared = peers.map((peer) => ({
    ...peer,
    value: round(peer.value),
    ratio: round(value / peer.value),
  }));
  const ok = [{ ratio, goal }, ...compared].every(isWithin);
  return { name, unit, value: round(value), limit: round(limit), ratio, goal, peers: compared, details, ok };
}

/** Three significant digits. */
const round = (number: number): number => Number(number.toPrecision(3));

const line = (...cells: readonly (string | number)[]): string =>
  cells.map((cell, index) => (index === 0 ? String(cell).padEnd(36) : String(cell).padStart(9))).join('  ');

function printPeer({ name, value, ratio, goal }: PeerResult, unit: string): void {
  const verdict = goal === undefined ? ['', ''] : [`≤ ${goal}`, ratio <= goal ? 'ok' : 'MISSED'];
  process.stdout.write(`${line(`  beside ${name}`, '', `${value} ${unit}`, ratio, ...verdict)}\n`);
}

function print(result: Result): void {
  const { name, unit, value, limit, ratio, goal, peers, details } = result;
  const verdict = ratio <= goal ? 'ok' : 'MISSED';
  process.stdout.write(
    `${line(name, `${value} ${unit}`, `${limit} ${unit}`, ratio, `≤ ${goal}`, verdict)}\n`,
  );
  for (const peer of peers) printPeer(peer, unit);
  for (const detail of details) process.stdout.write(`  ${detail}\n`);
}

/** Runs the benchmarks; answers the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (!options) return 2;
  if (options.size !== '') process.env['CASEBOOK_BENCH_SIZE'] = options.size;
  if (options.peers) process.env['CASEBOOK_BENCH_PEERS'] = '1';
  const chosen = workloads.filter(({ name }) => name.startsWith(options.only));
  if (options.list) {
    for (const { name } of chosen) process.stdout.write(`${name}\n`);
    return 0;
  }
  process.stdout.write(`${line('workload', 'value', 'limit', 'ratio', 'goal', '')}\n`);
  const results: Result[] = [];
  for (const workload of chosen) {
    const result = await runOne(workload);
    results.push(result);
    print(result);
  }
  await endSharedGround();
  if (options.json !== '')
    writeFileSync(options.json, `${JSON.stringify({ workloads: results }, null, 2)}\n`);
  return results.every(({ ok }) => ok) ? 0 : 1;
}
