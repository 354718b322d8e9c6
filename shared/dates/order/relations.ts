/**
 * How two events can lie in time to each other when their dates leave things open: which of Allen's thirteen relations are
 * possible, and so which are certain. Days are the smallest time there is here; what is known of the order of events
 * besides their dates is `order.ts`.
 */
import { dateOrder } from '../calendar';
import { parseEdtf } from '../edtf';

/** Allen's relations of one interval to another (J. F. Allen, “Maintaining knowledge about temporal intervals”, 1983). */
export const allenRelations = [
  'before',
  'meets',
  'overlaps',
  'finished by',
  'contains',
  'starts',
  'equals',
  'started by',
  'during',
  'finishes',
  'overlapped by',
  'met by',
  'after',
] as const;

/** One of Allen's relations. */
export type AllenRelation = (typeof allenRelations)[number];

/**
 * The days on which something can have begun and ended, as numbers that order as time does, each a day; null: open. `end`
 * is the last day of it.
 */
export interface Extent {
  readonly startEarliest: number | null;
  readonly startLatest: number | null;
  readonly endEarliest: number | null;
  readonly endLatest: number | null;
}

/** The relation of the second to the first. */
export const converse = (relation: AllenRelation): AllenRelation =>
  allenRelations[allenRelations.length - 1 - allenRelations.indexOf(relation)] ?? relation;

/** Ends of the two intervals in their order, those that fall together in one word: `a` begins, `A` is over, and so for b. */
const orders: Readonly<Record<AllenRelation, readonly string[]>> = {
  before: ['a', 'A', 'b', 'B'],
  meets: ['a', 'Ab', 'B'],
  overlaps: ['a', 'b', 'A', 'B'],
  'finished by': ['a', 'b', 'AB'],
  contains: ['a', 'b', 'B', 'A'],
  starts: ['ab', 'A', 'B'],
  equals: ['ab', 'AB'],
  'started by': ['ab', 'B', 'A'],
  during: ['b', 'a', 'A', 'B'],
  finishes: ['b', 'a', 'AB'],
  'overlapped by': ['b', 'a', 'B', 'A'],
  'met by': ['b', 'aB', 'A'],
  after: ['b', 'B', 'a', 'A'],
};

type Range = readonly [low: number, high: number];

/** What is over on the evening of a day is over at the beginning of the next. */
const rangesOf = ({
  startEarliest,
  startLatest,
  endEarliest,
  endLatest,
}: Extent): readonly [Range, Range] => [
  [startEarliest ?? -Infinity, startLatest ?? Infinity],
  [(endEarliest ?? -Infinity) + 1, (endLatest ?? Infinity) + 1],
];

/** Whether days can be chosen in the order of the groups: each the earliest that is free. */
function isPossible(groups: readonly string[], ranges: Readonly<Record<string, Range>>): boolean {
  let last = -Infinity;
  for (const group of groups) {
    const low = Math.max(last + 1, ...[...group].map((end) => ranges[end]?.[0] ?? -Infinity));
    const high = Math.min(...[...group].map((end) => ranges[end]?.[1] ?? Infinity));
    if (low > high) return false;
    last = low;
  }
  return true;
}

/** The relations of a to b that their dates allow, in Allen's order; none when an extent can't be. */
export function possibleRelations(a: Extent, b: Extent): readonly AllenRelation[] {
  const [[start, end], [otherStart, otherEnd]] = [rangesOf(a), rangesOf(b)];
  const ranges = { a: start, A: end, b: otherStart, B: otherEnd };
  return allenRelations.filter((relation) => isPossible(orders[relation], ranges));
}

/** The relation of a to b that their dates leave no choice about; null: they leave some. */
export function certainRelation(a: Extent, b: Extent): AllenRelation | null {
  const [only, ...others] = possibleRelations(a, b);
  return only && others.length === 0 ? only : null;
}

/** Whether a was over before the first day of b, whatever else is open. */
export const certainlyBefore = (a: Extent, b: Extent): boolean =>
  a.endLatest !== null && b.startEarliest !== null && a.endLatest < b.startEarliest;

/** A date said to be approximate or uncertain bounds nothing. */
const isUnsure = (edtf: string): boolean => /[~?%]/.test(edtf);

const open: Extent = { startEarliest: null, startLatest: null, endEarliest: null, endLatest: null };

/**
 * What a date says of when something began and ended: both lay within it. So a month is not taken to have been filled, nor
 * “2025-06-30/2025-07-06” (which “last week” gives). Approximate and uncertain dates bound nothing. Throws nothing: what is
 * no EDTF is open.
 */
export function extentOf(edtf: string): Extent {
  const parsed = isUnsure(edtf) ? null : parseEdtf(edtf);
  if (!parsed) return open;
  const [first, last] = [parsed.earliest, parsed.latest].map((day) => (day === null ? null : dayOrder(day)));
  const [low, high] = [first ?? null, last ?? null];
  return { startEarliest: low, startLatest: high, endEarliest: low, endLatest: high };
}

/** Days as numbers one after another, so that the day after a day is one more. */
function dayOrder(date: string): number {
  const time = date.startsWith('-') ? Number.NaN : Date.parse(`${date}T00:00:00Z`);
  // Years before 1 BC are ordered, though not to be reckoned with day by day.
  return Number.isNaN(time) ? dateOrder(date) - 1_000_000 : Math.floor(time / 86_400_000);
}
