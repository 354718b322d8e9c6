/**
 * Which passages lie on which words: one sweep over all ends of all passages cuts the text into segments that do not
 * overlap, each with the passages upon it. Nested and overlapping passages so become flat marks.
 */
import type { Colour } from '../../../shared/model/tag';
import type { Stretch } from './stretch';

/** What a mark's line says, besides its wash; of a passage linked to several sorts the first is drawn. */
export const underlines = ['actor', 'place', 'object', 'event'] as const;
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

/** The segments of a text in order; words without passage or exclusion are in none. */
export function sweepSegments(
  passages: readonly PaintedPassage[],
  exclusions: readonly PaintedExclusion[] = [],
): Segment[] {
  const begins = coverings(passages, exclusions);
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

/** The segments that lie in a stretch, cut to it. The segments are in order and do not overlap. */
export function segmentsWithin(segments: readonly Segment[], { start, end }: Stretch): Segment[] {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((segments[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const found: Segment[] = [];
  for (let index = low; index < segments.length; index++) {
    const segment = segments[index];
    if (!segment || segment.start >= end) break;
    const inside = segment.start >= start && segment.end <= end;
    const cut = {
      start: segment.start < start ? start : segment.start,
      end: segment.end > end ? end : segment.end,
    };
    found.push(inside ? segment : { ...segment, ...cut });
  }
  return found;
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
