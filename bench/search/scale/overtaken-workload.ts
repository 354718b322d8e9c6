/** Typing: searches that overtake each other in one channel, as the window asks them; the last is what somebody waits for. */
import { percentile } from '../../measure';
import type { Measured } from '../../workload';
import { queryClasses } from '../classes/query-classes';
import { drawQueries } from '../measure-class';
import { sharedGround } from '../search-ground';

const rounds = 40;
const overtakenEach = 4;

/** p95 from asking the last of five to its answer, beside the same query asked alone. */
export async function measureOvertaking(): Promise<Measured> {
  const { worker, reader } = await sharedGround();
  const drawn = queryClasses.flatMap((each) =>
    each.name === 'commonest-word' || each.name === 'typed-3' ? [drawQueries(each, reader)] : [],
  );
  const [heavy = [], light = []] = drawn;
  const ask = ({ query, asTyped }: (typeof heavy)[number]) =>
    worker.query('search', {
      query,
      offset: 0,
      limit: 20,
      channel: 'bench',
      ...(asTyped ? { asTyped } : {}),
    });
  const alone: number[] = [];
  const last: number[] = [];
  let cancelled = 0;
  for (let round = 0; round < rounds; round++) {
    const one = light[round % light.length];
    if (!one) continue;
    let start = performance.now();
    await ask(one);
    alone.push(performance.now() - start);
    const before = heavy
      .slice(round, round + overtakenEach)
      .map((each) => ask(each).catch(() => cancelled++));
    start = performance.now();
    await ask(one);
    last.push(performance.now() - start);
    await Promise.all(before);
  }
  return {
    value: percentile(last, 0.95),
    limit: percentile(alone, 0.95),
    details: [
      `${cancelled} of ${rounds * overtakenEach} searches of the commonest words were cancelled by the next`,
    ],
  };
}
