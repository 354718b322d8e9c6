import { type RefObject, useLayoutEffect, useState } from 'react';
import type { TextRange } from '../../../../shared/text/offset-types';
import { useReader } from '../reader-context';

/** A line of words, in CSS pixels from the corner of the text. */
export interface RangeBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** There is room for a bar between this line and the top of the view. */
  readonly hasRoomAbove: boolean;
}

const barHeightPx = 52;

/** Where the first line in view of some words is; null while they are not drawn. */
export function useRangeBox(
  range: TextRange | null,
  host: RefObject<HTMLElement | null>,
  scroller: HTMLElement,
): RangeBox | null {
  const { surface, annotations } = useReader();
  const [box, setBox] = useState<RangeBox | null>(null);
  const start = range?.start;
  const end = range?.end;
  useLayoutEffect(() => {
    const element = host.current;
    if (!element || start === undefined || end === undefined) return setBox(null);
    const measure = () => {
      const rects = surface.current?.rectsOf({ start, end }) ?? [];
      const { top: viewTop } = scroller.getBoundingClientRect();
      const rect = rects.find(({ bottom }) => bottom > viewTop + 8) ?? rects.at(-1);
      if (!rect) return setBox(null);
      const origin = element.getBoundingClientRect();
      const hasRoomAbove = rect.top - viewTop > barHeightPx;
      const { width, height } = rect;
      setBox({ left: rect.left - origin.left, top: rect.top - origin.top, width, height, hasRoomAbove });
    };
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(element);
    return () => resized.disconnect();
    // A new painting can break lines elsewhere.
  }, [start, end, host, scroller, surface, annotations]);
  return range && box;
}
