/**
 * The stretches of a page in the order they are read: what runs over the whole width, and columns between. A column is
 * prose on both sides of a gutter; tables, whose cells are short, are left to be read row by row.
 */
import type { Segment } from './piece';

const fewestLines = 3;
/** Letters of a line, on average, and how much of its column it fills: cells of a table have less. */
const fewestLetters = 14;
const leastFill = 0.5;
/** Width of a gutter in font heights. */
const narrowestGutter = 0.7;

type Band =
  | { readonly kind: 'across'; readonly segments: Segment[] }
  | { readonly kind: 'beside'; readonly left: Segment[]; readonly right: Segment[] };

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);

function isProse(segments: readonly Segment[]): boolean {
  if (segments.length < fewestLines) return false;
  const left = Math.min(...segments.map(({ x }) => x));
  const width = Math.max(...segments.map(({ end }) => end)) - left;
  const fill = mean(segments.map(({ x, end }) => (end - x) / width));
  return mean(segments.map(({ length }) => length)) >= fewestLetters && fill >= leastFill;
}

function areColumns(left: readonly Segment[], right: readonly Segment[]): boolean {
  if (!isProse(left) || !isProse(right)) return false;
  const gutter = Math.min(...right.map(({ x }) => x)) - Math.max(...left.map(({ end }) => end));
  return gutter >= narrowestGutter * mean(left.map(({ size }) => size));
}

/** The bands of a page, from above, that a line at `x` makes: what it cuts, and what lies on its two sides. */
function bandsAt(segments: readonly Segment[], x: number): Band[] {
  const bands: Band[] = [];
  for (const segment of segments) {
    const last = bands.at(-1);
    if (segment.x < x && segment.end > x) {
      if (last?.kind === 'across') last.segments.push(segment);
      else bands.push({ kind: 'across', segments: [segment] });
      continue;
    }
    const band = last?.kind === 'beside' ? last : { kind: 'beside' as const, left: [], right: [] };
    if (band !== last) bands.push(band);
    (segment.end <= x ? band.left : band.right).push(segment);
  }
  return bands;
}

function scoreOf(bands: readonly Band[]): number {
  return bands.reduce(
    (sum, band) =>
      band.kind === 'beside' && areColumns(band.left, band.right)
        ? sum + Math.min(band.left.length, band.right.length)
        : sum,
    0,
  );
}

/** Places that are tried for a gutter: just before where segments begin. */
function gutterPlaces(segments: readonly Segment[]): number[] {
  const places = new Set(segments.map(({ x, size }) => Math.round(x - 0.3 * size)));
  return [...places].slice(0, mostPlaces);
}
const mostPlaces = 200;

function bestGutter(segments: readonly Segment[]): number | null {
  let best: { readonly x: number; readonly score: number } | null = null;
  for (const x of gutterPlaces(segments)) {
    const score = scoreOf(bandsAt(segments, x));
    if (score > (best?.score ?? 0)) best = { x, score };
  }
  return best?.x ?? null;
}

const byHeight = (a: Segment, b: Segment): number => a.y - b.y || a.x - b.x;

/** Columns of columns: more are no text. */
const deepest = 4;

function split(segments: readonly Segment[], isRightToLeft: boolean, depth: number): Segment[][] {
  const x = depth < deepest ? bestGutter(segments) : null;
  if (x === null) return [[...segments]];
  const regions: Segment[][] = [];
  let across: Segment[] = [];
  for (const band of bandsAt(segments, x)) {
    if (band.kind === 'across') across.push(...band.segments);
    else if (!areColumns(band.left, band.right)) across.push(...[...band.left, ...band.right].sort(byHeight));
    else {
      if (across.length > 0) regions.push(across);
      across = [];
      const columns = isRightToLeft ? [band.right, band.left] : [band.left, band.right];
      regions.push(...columns.flatMap((column) => split(column, isRightToLeft, depth + 1)));
    }
  }
  if (across.length > 0) regions.push(across);
  return regions;
}

/** The stretches of a page, in reading order; the segments of each from above. */
export function splitColumns(segments: readonly Segment[], isRightToLeft: boolean): Segment[][] {
  return split([...segments].sort(byHeight), isRightToLeft, 0);
}
