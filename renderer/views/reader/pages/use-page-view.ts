/** The column of pages as it is scrolled: which pages are near, how to go to one, and staying on a place while sizes change. */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { layOutPages, type PageLayout, type PageSize, pageGapPx } from './page-layout';

/** What of the column is in view, in CSS pixels. */
export interface PageWindow {
  readonly top: number;
  readonly height: number;
}

export interface PageView {
  readonly layout: PageLayout;
  readonly window: PageWindow;
  /** The page that is looked at. */
  readonly current: number;
  readonly first: number;
  readonly last: number;
  /** Where on its page somebody looks: a page, and how far down on it (0 to 1). */
  readonly lookedAt: () => readonly [page: number, share: number];
  /** To a place of a page; its beginning when it is not said. `unlessInView`: nothing moves when it can be seen. */
  readonly goTo: (page: number, share?: number, unlessInView?: boolean) => void;
  readonly onSize: (page: number, size: PageSize) => void;
  readonly onScroll: () => void;
}

/** Of the pane's height, where the eyes are taken to be. */
const eyeLevel = 0.4;

function useWidth(scroller: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    setWidth(element.clientWidth);
    return () => observer.disconnect();
  }, [scroller]);
  return width;
}

const placeIn = (layout: PageLayout, top: number): readonly [number, number] => {
  const page = layout.pageAt(top);
  const share = (top - layout.topOf(page)) / layout.sizeOf(page).height;
  return [page, Math.min(Math.max(share, 0), 1)];
};

/** When sizes change, what was at the top stays there. `top`: as it was, for a column grown shorter is cut off by now. */
function useStayOnPlace(
  scroller: RefObject<HTMLElement | null>,
  layout: PageLayout,
  top: RefObject<number>,
): void {
  const before = useRef(layout);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || before.current === layout) return;
    const [page, share] = placeIn(before.current, top.current);
    before.current = layout;
    if (top.current === 0) return;
    element.scrollTop = layout.topOf(page) + share * layout.sizeOf(page).height;
    top.current = element.scrollTop;
  }, [scroller, layout, top]);
}

export function usePageView(scroller: RefObject<HTMLElement | null>, count: number, zoom: number): PageView {
  const [sizes, setSizes] = useState<ReadonlyMap<number, PageSize>>(new Map());
  const [view, setView] = useState<PageWindow>({ top: 0, height: 0 });
  const width = Math.max(80, (useWidth(scroller) - 2 * pageGapPx) * zoom);
  const layout = useMemo(() => layOutPages(count, sizes, width), [count, sizes, width]);
  const top = useRef(0);
  useStayOnPlace(scroller, layout, top);
  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    top.current = element.scrollTop;
    setView({ top: element.scrollTop, height: element.clientHeight });
  }, [scroller]);
  useEffect(onScroll, [onScroll, layout]);
  const onSize = useCallback((page: number, size: PageSize) => {
    setSizes((known) => {
      const same = known.get(page);
      if (same?.width === size.width && same.height === size.height) return known;
      return new Map(known).set(page, size);
    });
  }, []);
  const goTo = (page: number, share?: number, unlessInView = false): void => {
    const element = scroller.current;
    if (!element) return;
    const place = layout.topOf(page) + (share ?? 0) * layout.sizeOf(page).height;
    const isInView = place >= element.scrollTop && place <= element.scrollTop + 0.9 * element.clientHeight;
    if (unlessInView && isInView) return;
    element.scrollTop = share === undefined ? place - pageGapPx : place - eyeLevel * element.clientHeight;
    top.current = element.scrollTop;
  };
  return {
    layout,
    window: view,
    current: layout.pageAt(view.top + eyeLevel * view.height),
    first: layout.pageAt(view.top - view.height),
    last: layout.pageAt(view.top + 2 * view.height),
    lookedAt: () => {
      const element = scroller.current;
      return element ? placeIn(layout, element.scrollTop + eyeLevel * element.clientHeight) : [0, 0];
    },
    goTo,
    onSize,
    onScroll,
  };
}
