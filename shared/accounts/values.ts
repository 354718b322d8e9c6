/**
 * When two values for one fact can both be true, and when they are the same value. The narrower of two that agree says
 * more: 25 agrees with "at least 23", Kyiv with Ukraine, 3 July with July.
 */
import type { AccountValue, Comparison } from '../model/account';
import { assertNever } from '../model/assert-never';
import { foldForMatch } from '../text/fold';

interface Interval {
  readonly from: number;
  readonly to: number;
}

/** How far a number said to be "about" may be off: a tenth, the project's own reading. */
const about = 0.1;

/** The least step between counts: "more than 23" begins at the next number above. */
const aboveOf = (low: number): number =>
  Number.isInteger(low) ? low + 1 : low + Number.EPSILON * Math.abs(low);
const belowOf = (low: number): number =>
  Number.isInteger(low) ? low - 1 : low - Number.EPSILON * Math.abs(low);

const intervalOf: Readonly<Record<Comparison, (low: number, high: number) => Interval>> = {
  '=': (from, to) => ({ from, to }),
  '≥': (from) => ({ from, to: Infinity }),
  '>': (low) => ({ from: aboveOf(low), to: Infinity }),
  '≤': (_, to) => ({ from: -Infinity, to }),
  '<': (_, high) => ({ from: -Infinity, to: belowOf(high) }),
  '≈': (low, high) => ({ from: low - Math.abs(low) * about, to: high + Math.abs(high) * about }),
};

type NumberValue = Extract<AccountValue, { kind: 'number' }>;
type DateValue = Extract<AccountValue, { kind: 'date' }>;

/** The numbers that a value can mean. */
export function numberInterval({ comparison, low, high }: NumberValue): Interval {
  return intervalOf[comparison](low, high ?? low);
}

/** Days compare as text; years before 1 BC (`-0044-…`) are left to meet anything, as the library bounds them by year only. */
function daysMeet({ date: a }: DateValue, { date: b }: DateValue): boolean {
  const known =
    a.edtf === b.edtf || [a, b].every(({ earliest, latest }) => earliest !== null || latest !== null);
  if (!known) return partialDatesMeet(a.edtf, b.edtf);
  const before = (end: string | null, start: string | null) =>
    end !== null && start !== null && compareDays(end, start) < 0;
  return !before(a.latest, b.earliest) && !before(b.latest, a.earliest);
}

/** Negative when day `a` is before `b`; both `YYYY-MM-DD`, with a sign before the year 0. */
export function compareDays(a: string, b: string): number {
  const year = (day: string) => Number(/^-?\d+/.exec(day)?.[0] ?? 0);
  return year(a) - year(b) || a.slice(-5).localeCompare(b.slice(-5));
}

/** `XXXX-07-03` meets 2025-07-03: digits that are given must be the same, place by place. */
function partialDatesMeet(a: string, b: string): boolean {
  const parts = [a, b].map((edtf) => edtf.replace(/[?~%]/g, '').split('-'));
  if (![a, b].every((edtf) => /^[\dX]{4}(-[\dX]{2}){0,2}[?~%]?$/.test(edtf.replace(/[?~%]/g, ''))))
    return true;
  return (parts[0] ?? []).every((part, index) => {
    const other = parts[1]?.[index];
    return (
      other === undefined ||
      [...part].every((digit, at) => digit === 'X' || other[at] === 'X' || digit === other[at])
    );
  });
}

interface Nested {
  readonly id: string;
  readonly within: readonly string[];
}

/** Whether one of two is the other or lies inside it. */
function nest(a: Nested, b: Nested): boolean {
  return a.id === b.id || a.within.includes(b.id) || b.within.includes(a.id);
}

/** Whether both values can be true of one fact. Values of different kinds cannot be compared and do not meet. */
export function valuesAgree(a: AccountValue, b: AccountValue): boolean {
  if (a.kind === 'boolean' && b.kind === 'boolean') return a.holds === b.holds;
  if (a.kind === 'date' && b.kind === 'date') return daysMeet(a, b);
  if (a.kind === 'place' && b.kind === 'place')
    return nest({ id: a.placeId, within: a.within }, { id: b.placeId, within: b.within });
  if (a.kind === 'type' && b.kind === 'type')
    return nest({ id: a.typeId, within: a.within }, { id: b.typeId, within: b.within });
  if (a.kind === 'number' && b.kind === 'number') {
    const [one, other] = [numberInterval(a), numberInterval(b)];
    return one.from <= other.to && other.from <= one.to;
  }
  return valueKey(a) === valueKey(b);
}

/** The same for two accounts that give the same value, however they spell it. */
export function valueKey(value: AccountValue): string {
  switch (value.kind) {
    case 'boolean':
      return `boolean ${value.holds}`;
    case 'date':
      return `date ${value.date.edtf}`;
    case 'place':
      return `place ${value.placeId}`;
    case 'type':
      return `type ${value.typeId}`;
    case 'entity':
      return `entity ${value.entityId}`;
    case 'number':
      return `number ${value.comparison} ${value.low} ${value.high ?? ''}`;
    case 'text':
      return `text ${foldForMatch(value.text) || value.text}`;
    default:
      return assertNever(value);
  }
}

function daysIn({ date }: DateValue): number {
  const day = (text: string | null, open: number) =>
    text === null ? open : (Date.parse(text) || 0) / 86_400_000;
  return day(date.latest, 4e6) - day(date.earliest, -4e6);
}

/** How much room a value leaves: of two that agree, the one with less says more. */
export function roomOf(value: AccountValue): number {
  if (value.kind === 'date') return daysIn(value);
  if (value.kind === 'place' || value.kind === 'type') return -value.within.length;
  if (value.kind !== 'number') return 0;
  const { from, to } = numberInterval(value);
  return to - from;
}
