/**
 * Where annotations begin and end, worked out once for a list: what is in view is asked at every scrolling, and a book has
 * thousands of passages.
 */
import type { Annotation } from '../../../../shared/model/annotation';
import type { TextRange } from '../../../../shared/text/offset-types';
import { annotationsIn, foundParts } from './passage-order';

/** From the first to the last of an annotation's words (code points). */
interface Extent {
  readonly annotation: Annotation;
  readonly start: number;
  readonly end: number;
}

const known = new WeakMap<readonly Annotation[], readonly Extent[]>();

/** Those that have words in the text, in the order given. */
function extentsOf(annotations: readonly Annotation[]): readonly Extent[] {
  const before = known.get(annotations);
  if (before) return before;
  const extents = annotations.flatMap((annotation) => {
    const parts = foundParts(annotation);
    if (parts.length === 0) return [];
    const start = Math.min(...parts.map((part) => part.start));
    return { annotation, start, end: Math.max(...parts.map((part) => part.end)) };
  });
  known.set(annotations, extents);
  return extents;
}

/** The first ones with words in a range, in the order given. */
export function firstIn(annotations: readonly Annotation[], range: TextRange, count: number): Annotation[] {
  const near = extentsOf(annotations).filter(({ start, end }) => start < range.end && end > range.start);
  return annotationsIn(
    near.map(({ annotation }) => annotation),
    range,
  ).slice(0, count);
}

/** Those that lie wholly before or after a range: how many, and the nearest. */
export function beyond(
  annotations: readonly Annotation[],
  range: TextRange,
  side: 'above' | 'below',
): { readonly count: number; readonly nearest: Annotation | undefined } {
  const there = extentsOf(annotations).filter(({ start, end }) =>
    side === 'above' ? end <= range.start : start >= range.end,
  );
  const nearest = side === 'above' ? there.at(-1) : there[0];
  return { count: there.length, nearest: nearest?.annotation };
}
