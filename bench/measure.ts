/** Time of repeated work, as percentiles: the first rounds are not counted, since they fill caches. */

const nanosecondsPerMs = 1e6;

/** The value below which the given share (0 to 1) of the numbers lies. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Milliseconds of each call of `work`. */
export function timesOf(rounds: number, work: (round: number) => unknown, warmUp = 3): number[] {
  for (let round = 0; round < warmUp; round++) work(round);
  return Array.from({ length: rounds }, (_, round) => {
    const start = process.hrtime.bigint();
    work(round);
    return Number(process.hrtime.bigint() - start) / nanosecondsPerMs;
  });
}

const cpuMsSince = (start: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

/** Milliseconds of the processor that work takes, on all threads of this process: a busy machine does not change it much. */
export function cpuMsOf(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  return cpuMsSince(start);
}

/** As {@link cpuMsOf}, for work that is waited for. */
export async function cpuMsOfSlow(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  return cpuMsSince(start);
}

/** As {@link cpuMsOf}, for each of several calls. */
export const cpuMsOfEach = (rounds: number, work: (round: number) => unknown): number[] =>
  Array.from({ length: rounds }, (_, round) => cpuMsOf(() => work(round)));
