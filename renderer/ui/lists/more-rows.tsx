import { useEffect, useRef } from 'react';
import { Button } from '../actions/button';

/** This far before its end comes into view, a list reads on: CSS pixels. */
const readAhead = 800;

export interface MoreRowsProps {
  /** How many rows are not shown yet. */
  readonly left: number;
  readonly onMore: () => void;
}

/** The end of a list that is not all there: it reads on when one scrolls near it, or by its button. */
export function MoreRows({ left, onMore }: MoreRowsProps) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = end.current;
    if (!element || left === 0) return;
    const watcher = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) onMore();
      },
      { root: element.closest('[data-scrolls]'), rootMargin: `${readAhead}px 0px` },
    );
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [left, onMore]);
  if (left === 0) return null;
  return (
    <div ref={end} className="p-4">
      <Button onPress={onMore}>Show more ({left.toLocaleString('en')} left)</Button>
    </div>
  );
}
