import { useEffect, useRef } from 'react';

/** Calls when the arrow leads down from the search box, where nothing is offered under it. */
export function useArrowFromBox(enter: () => void): void {
  const latest = useRef(enter);
  latest.current = enter;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.key !== 'ArrowDown' || event.defaultPrevented) return;
      if (!(target instanceof HTMLInputElement) || target.type !== 'search') return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
