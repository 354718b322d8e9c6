/**
 * Lines that a book repeats on its pages: running heads and feet, and page numbers. They are found by standing at the edge
 * of several pages with the same words, numbers apart; a number alone must count the pages.
 */
import type { Line } from './layout/lines';

/** The stretches of a page, each with its lines. */
export type PageLines = readonly (readonly Line[])[];

/** What is left of each page, and what was taken off, each pattern once, as it first stood. */
export interface WithoutRunningLines {
  readonly pages: readonly PageLines[];
  readonly taken: readonly string[];
}

/** Lines at each edge that are looked at. */
const edgeLines = 3;
/** In font heights: how far from its place on other pages a line may stand. */
const nearby = 1.5;

interface Candidate {
  readonly page: number;
  readonly line: Line;
  readonly edge: 'top' | 'bottom';
  readonly pattern: string;
  readonly numbers: readonly number[];
}

const roman = /^[ivxlc]{1,7}$/i;
const numeral: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanNumber(word: string): number {
  const values = [...word.toLowerCase()].map((letter) => numeral[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

/** A line's words with its numbers taken out, and the numbers. */
function patternOf(text: string): { readonly pattern: string; readonly numbers: readonly number[] } {
  const numbers: number[] = [];
  const whole = text.trim().toLowerCase();
  if (roman.test(whole)) return { pattern: '#', numbers: [romanNumber(whole)] };
  const pattern = whole.replace(/\d+/g, (digits) => {
    numbers.push(Number(digits));
    return '#';
  });
  return { pattern: pattern.replace(/\s+/g, ' '), numbers };
}

/** The size that most letters have. */
function bodySize(pages: readonly PageLines[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of pages.flat(2)) {
    const near = Math.round(size * 2) / 2;
    letters.set(near, (letters.get(near) ?? 0) + text.length);
  }
  return [...letters].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
}

/** Larger than the body by this, a line heads a chapter and not a page. */
const headRatio = 1.15;

function edgesOf(page: PageLines, number: number, body: number): Candidate[] {
  const lines = page
    .flat()
    .sort((a, b) => a.y - b.y)
    .filter(({ size }) => size < headRatio * body);
  const candidate = (edge: 'top' | 'bottom') => (line: Line) => ({
    page: number,
    line,
    edge,
    ...patternOf(line.text),
  });
  return [
    ...lines.slice(0, edgeLines).map(candidate('top')),
    ...lines.slice(-edgeLines).reverse().map(candidate('bottom')),
  ];
}

/** Whether one of the numbers goes up with the pages. */
function countsPages(one: Candidate, other: Candidate): boolean {
  const step = other.page - one.page;
  return one.numbers.some((number, at) => (other.numbers[at] ?? Number.NaN) - number === step);
}

/** A short text repeats its head on few pages. */
const fewPages = 8;

/** Heads of left and right pages differ, so the next two pages are asked on either side. */
const neighbours = 2;

function isRepeated(one: Candidate, others: readonly Candidate[], pageCount: number): boolean {
  const same = others.filter(
    (other) =>
      other !== one &&
      other.page !== one.page &&
      other.edge === one.edge &&
      other.pattern === one.pattern &&
      Math.abs(other.line.y - one.line.y) < nearby * one.line.size,
  );
  const near = same.filter((other) => Math.abs(other.page - one.page) <= neighbours);
  if (one.numbers.length > 0 && near.some((other) => countsPages(one, other))) return true;
  if (one.pattern.replace(/[#\W]/gu, '') === '') return false;
  const pages = new Set(same.map(({ page }) => page)).size;
  const isOften = pageCount > fewPages ? near.length > 0 && pages > 1 : pages > 0;
  return isOften && /\p{L}{2}/u.test(one.pattern);
}

/** How many pages away another line may be that counts them too: the first page of a chapter has no head. */
const countedNearby = 4;

/** The number that a line begins or ends with. */
function outerNumbers({ pattern, numbers }: Candidate): number[] {
  const outer = [
    /^\W*#(?:\s|\W*$)/.test(pattern) ? numbers[0] : undefined,
    /\s#\W*$/.test(pattern) ? numbers.at(-1) : undefined,
  ];
  return outer.filter((number) => number !== undefined);
}

/** Lines at an edge with a number that counts on where running lines count. */
function countingOn(all: readonly Candidate[], running: readonly Candidate[]): Candidate[] {
  const isCounted = (page: number, offset: number): boolean =>
    running.some(
      (other) =>
        Math.abs(other.page - page) <= countedNearby &&
        other.numbers.some((number) => other.page - number === offset),
    );
  return all.filter((one) => outerNumbers(one).some((number) => isCounted(one.page, one.page - number)));
}

/** In font heights: what parts a head or a foot from the text at least. */
const headGap = 1.5;

/**
 * How many lines from an edge inwards are running lines: nothing else stands between them and the edge, and space parts
 * them from the text. What the pages of a form share is no head.
 */
function countFromEdge(inwards: readonly Line[], found: ReadonlySet<Line>): number {
  const other = inwards.findIndex((line) => !found.has(line));
  let count = other < 0 ? inwards.length : other;
  for (; count > 0; count -= 1) {
    const [last, next] = [inwards[count - 1], inwards[count]];
    if (!last || !next || Math.abs(next.y - last.y) >= headGap * Math.max(last.size, next.size)) break;
  }
  return count;
}

function runningLines(page: PageLines, found: ReadonlySet<Line>): Line[] {
  const down = page.flat().sort((a, b) => a.y - b.y);
  const up = [...down].reverse();
  return [...down.slice(0, countFromEdge(down, found)), ...up.slice(0, countFromEdge(up, found))];
}

/** Takes running heads, feet and page numbers off the pages. */
export function takeRunningLines(pages: readonly PageLines[]): WithoutRunningLines {
  if (pages.length < 2) return { pages, taken: [] };
  const body = bodySize(pages);
  const all = pages.flatMap((page, number) => edgesOf(page, number, body));
  const byPattern = new Map<string, Candidate[]>();
  for (const one of all) byPattern.set(one.pattern, [...(byPattern.get(one.pattern) ?? []), one]);
  const repeated = all.filter((one) => isRepeated(one, byPattern.get(one.pattern) ?? [], pages.length));
  const found = new Set([...repeated, ...countingOn(all, repeated)].map(({ line }) => line));
  const gone = new Set(pages.flatMap((page) => runningLines(page, found)));
  const first = new Map<string, string>();
  for (const { pattern, line } of all)
    if (gone.has(line) && !first.has(pattern)) first.set(pattern, line.text);
  const kept = pages.map((page) =>
    page.map((lines) => lines.filter((line) => !gone.has(line))).filter((lines) => lines.length > 0),
  );
  return { pages: kept, taken: [...first.values()] };
}
