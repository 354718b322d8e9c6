/** What a drawing has to know of the window: its size, the theme's colours, and turns of the wheel before anything else takes them. */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Palette, palettePainted } from '../drawing/palette';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of an element's inside, in CSS pixels; 0 before it is known. */
export function useSize(ref: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const read = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}

/** The colours to draw in; others when the theme changes. */
export function usePalette(): Palette {
  const [palette, setPalette] = useState(palettePainted);
  useEffect(() => {
    const observer = new MutationObserver(() => setPalette(palettePainted()));
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => observer.disconnect();
  }, []);
  return palette;
}

/** React listens to the wheel passively, which cannot keep the page from scrolling. `onWheel` answers whether it took the turn. */
export function useWheel(ref: RefObject<HTMLElement | null>, onWheel: (event: WheelEvent) => boolean): void {
  const latest = useRef(onWheel);
  latest.current = onWheel;
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const turned = (event: WheelEvent) => {
      if (latest.current(event)) event.preventDefault();
    };
    element.addEventListener('wheel', turned, { passive: false });
    return () => element.removeEventListener('wheel', turned);
  }, [ref]);
}
