/**
 * The order of events in lists, in which nothing comes as if it were surer than it is. By the first day an event can have
 * been; of those with the same, by the last, so 1 July comes before July and July before what began in July and has no
 * known end. What has only a last day comes after all that is known to lie on it. What has neither comes at the end.
 */
import { dateOrder } from '../calendar';

/** What the order goes by. */
export interface TimedItem {
  readonly id: string;
  /** `YYYY-MM-DD`, null where it is open or unknown. */
  readonly earliest: string | null;
  readonly latest: string | null;
}

const never = Number.POSITIVE_INFINITY;

const keysOf = ({ earliest, latest }: TimedItem): readonly number[] => {
  const first = earliest ?? latest;
  return [
    first === null ? never : dateOrder(first),
    latest === null ? never : dateOrder(latest),
    earliest === null ? 1 : 0,
  ];
};

/** Compares for sorting: negative when a comes first; ids decide between equals. Sort in SQL by the same keys. */
export function compareByTime(a: TimedItem, b: TimedItem): number {
  const [keys, others] = [keysOf(a), keysOf(b)];
  for (const [index, key] of keys.entries()) {
    const other = others[index] ?? never;
    if (key !== other) return key < other ? -1 : 1;
  }
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
