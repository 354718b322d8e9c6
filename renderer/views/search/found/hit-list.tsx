/** The hits: each opens where it is, an article's on its words. The arrow keys lead from the search box into them. */
import { useEffect, useRef } from 'react';
import type { SearchHit } from '../../../../shared/contract/search';
import { runCommand } from '../../../shell/use-command';
import { useWalk } from '../../../ui/lists/use-walk';
import { HitRow, keyOfHit } from './hit-row';

/** Calls when the arrow leads down from the search box. */
function useArrowFromBox(enter: () => void): void {
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

export interface HitListProps {
  readonly hits: readonly SearchHit[];
  readonly query: string;
  readonly memory: { activeId: string | null };
}

export function HitList({ hits, query, memory }: HitListProps) {
  const keys = hits.map(keyOfHit);
  const { listProps, current, step } = useWalk<HTMLUListElement>(keys, memory);
  useArrowFromBox(() => step(1));
  const { ref, onFocus, onKeyDown } = listProps;
  return (
    <ul
      aria-label="Hits"
      ref={ref}
      onFocus={onFocus}
      onKeyDown={(event) => {
        const isFirst = document.activeElement === ref.current?.querySelector('[data-walked]');
        if (event.key === 'ArrowUp' && isFirst) runCommand('find');
        else onKeyDown(event);
      }}
    >
      {hits.map((hit) => (
        <HitRow key={keyOfHit(hit)} hit={hit} query={query} isCurrent={keyOfHit(hit) === current} />
      ))}
    </ul>
  );
}
