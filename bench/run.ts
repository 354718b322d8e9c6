/**
 * `npm run bench`: runs the workloads and prints each beside its limit. `--list` names them, `--only PREFIX` runs some,
 * `--json PATH` writes the results as JSON. The exit code is 1 when one misses its goal.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Result, Workload } from './workload';
import { workloads } from './workloads';

interface Options {
  readonly list: boolean;
  readonly only: string;
  readonly json: string;
}

function readOptions(args: readonly string[]): Options | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { list: { type: 'boolean' }, only: { type: 'string' }, json: { type: 'string' } },
    });
    return { list: values.list === true, only: values.only ?? '', json: values.json ?? '' };
  } catch (error) {
    process.stderr.write(
      `${error instanceof Error ? error.message : String(error)}\nUsage: npm run bench -- [--list] [--only PREFIX] [--json PATH]\n`,
    );
    return null;
  }
}

async function runOne({ name, unit, goal, run }: Workload): Promise<Result> {
  const { value, limit } = await run();
  const ratio = value / limit;
  return {
    name,
    unit,
    value: round(value),
    limit: round(limit),
    ratio: round(ratio),
    goal,
    ok: ratio <= goal,
  };
}

/** Three significant digits. */
const round = (number: number): number => Number(number.toPrecision(3));

const line = (...cells: readonly (string | number)[]): string =>
  cells.map((cell, index) => (index === 0 ? String(cell).padEnd(28) : String(cell).padStart(9))).join('  ');

function print({ name, unit, value, limit, ratio, goal, ok }: Result): void {
  process.stdout.write(
    `${line(name, `${value} ${unit}`, `${limit} ${unit}`, ratio, `≤ ${goal}`, ok ? 'ok' : 'MISSED')}\n`,
  );
}

/** Runs the benchmarks; answers the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (!options) return 2;
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
  if (options.json !== '')
    writeFileSync(options.json, `${JSON.stringify({ workloads: results }, null, 2)}\n`);
  return results.every(({ ok }) => ok) ? 0 : 1;
}
