/**
 * Which passages lie on which words: a sweep over the ends of the passages at some place cuts the text into segments that
 * do not overlap, each with the passages upon it. Nested and overlapping passages so become flat marks. The rest of the text
 * is not gone through: a book has thousands of passages, and a screen a few.
 */
import type { Colour } from '../../../shared/model/tag';
import type { Stretch } from './stretch';

/** What a mark's line says, besides its wash; of a passage linked to several sorts the first is drawn. */
export const underlines = ['actor', 'place', 'object', 'event', 'cue'] as const;
export type Underline = (typeof underlines)[number];

/** A passage as the surface shows it. */
export interface PaintedPassage {
  readonly id: string;
  readonly parts: readonly Stretch[];
  readonly colour: Colour | null;
  readonly underlines: readonly Underline[];
  /** Its words are not quite those that were quoted: for the researcher to confirm. */
  readonly changed: boolean;
}

/** A greyed stretch. `label`: what its control says. */
export interface PaintedExclusion extends Stretch {
  readonly id: string;
  readonly label: string;
}

/** Words with the same passages upon them all along. */
export interface Segment extends Stretch {
  /** Those that begin first and reach furthest come first: the innermost is the last. */
  readonly passages: readonly PaintedPassage[];
  readonly exclusion: PaintedExclusion | null;
}

interface Covering extends Stretch {
  readonly passage: PaintedPassage | null;
  readonly exclusion: PaintedExclusion | null;
}

function coverings(passages: readonly PaintedPassage[], exclusions: readonly PaintedExclusion[]): Covering[] {
  const all: Covering[] = exclusions.map((exclusion) => ({ ...exclusion, exclusion, passage: null }));
  for (const passage of passages) {
    for (const { start, end } of passage.parts) all.push({ start, end, passage, exclusion: null });
  }
  return all.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start || b.end - a.end);
}

function segmentOf(start: Stretch['start'], end: Stretch['end'], active: ReadonlySet<Covering>): Segment {
  const passages = new Set<PaintedPassage>();
  let exclusion: PaintedExclusion | null = null;
  for (const covering of active) {
    if (covering.passage) passages.add(covering.passage);
    exclusion ??= covering.exclusion;
  }
  return { start, end, passages: [...passages], exclusion };
}

function sweep(begins: readonly Covering[]): Segment[] {
  const ends = [...begins].sort((a, b) => a.end - b.end);
  const boundaries = [...new Set([...begins.map(({ start }) => start), ...ends.map(({ end }) => end)])];
  boundaries.sort((a, b) => a - b);
  const segments: Segment[] = [];
  // A set keeps the order of insertion: by start, the longer first.
  const active = new Set<Covering>();
  let nextBegin = 0;
  let nextEnd = 0;
  boundaries.forEach((at, index) => {
    for (let one = ends[nextEnd]; one && one.end <= at; one = ends[++nextEnd]) active.delete(one);
    for (let one = begins[nextBegin]; one && one.start <= at; one = begins[++nextBegin]) active.add(one);
    const next = boundaries[index + 1];
    if (next !== undefined && active.size > 0) segments.push(segmentOf(at, next, active));
  });
  return segments;
}

function cutTo({ start, end }: Stretch, segments: readonly Segment[]): Segment[] {
  return segments
    .filter((segment) => segment.end > start && segment.start < end)
    .map((segment) => ({
      ...segment,
      start: segment.start < start ? start : segment.start,
      end: segment.end > end ? end : segment.end,
    }));
}

/** The first index whose number is over a limit; the numbers do not fall. */
function firstOver(numbers: ArrayLike<number>, limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Answers the segments that lie in a stretch, in order and cut to it; in an empty one there are none. */
export type SegmentsIn = (stretch: Stretch) => Segment[];

/** Prepares the segments of a text; words without passage or exclusion are in none. */
export function sweepSegments(
  passages: readonly PaintedPassage[],
  exclusions: readonly PaintedExclusion[] = [],
): SegmentsIn {
  const all = coverings(passages, exclusions);
  const starts = Float64Array.from(all, ({ start }) => start);
  // How far those up to each one reach: it does not fall.
  const reach = new Float64Array(all.length);
  all.forEach(({ end }, index) => {
    reach[index] = Math.max(end, reach[index - 1] ?? 0);
  });
  return (stretch) => {
    if (stretch.start >= stretch.end) return [];
    const near = all.slice(firstOver(reach, stretch.start), firstOver(starts, stretch.end - 1));
    return cutTo(stretch, sweep(near.filter(({ end }) => end > stretch.start)));
  };
}

/** What a list of segments looks like, as one string: equal strings, equal paint. */
export function paintKey(segments: readonly Segment[]): string {
  return segments
    .map(({ start, end, passages, exclusion }) => {
      const looks = passages.map(
        (one) => `${one.id},${one.colour},${one.underlines.join('+')},${one.changed}`,
      );
      return `${start}-${end}:${looks.join(';')}${exclusion ? `!${exclusion.id}${exclusion.label}` : ''}`;
    })
    .join('|');
}
