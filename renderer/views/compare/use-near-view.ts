/** Tells elements of a scrolled list when they come near the view: only then is it worth filling them. */
import { createContext, type RefObject, startTransition, use, useEffect, useState } from 'react';

export interface NearView {
  readonly watch: (element: Element, onNear: () => void) => () => void;
}

export function createNearView(scroller: Element): NearView & { readonly stop: () => void } {
  const waiting = new Map<Element, () => void>();
  const observer = new IntersectionObserver(
    (entries) => {
      const near = entries.filter(({ isIntersecting }) => isIntersecting);
      // As a transition: many rows that come near together are filled in short tasks.
      startTransition(() => {
        for (const { target } of near) waiting.get(target)?.();
      });
    },
    { root: scroller, rootMargin: '100% 0px' },
  );
  return {
    watch: (element, onNear) => {
      waiting.set(element, onNear);
      observer.observe(element);
      return () => {
        waiting.delete(element);
        observer.unobserve(element);
      };
    },
    stop: () => observer.disconnect(),
  };
}

export const NearViewContext = createContext<NearView | null>(null);

/** True from the moment the element has been near the view; at once when `atOnce`. */
export function useNearView(element: RefObject<Element | null>, atOnce: boolean): boolean {
  const view = use(NearViewContext);
  const [isNear, setNear] = useState(atOnce);
  useEffect(() => {
    if (isNear || !element.current) return;
    return view?.watch(element.current, () => setNear(true));
  }, [view, element, isNear]);
  return isNear;
}
