/** The hits, or the articles with their hits. The arrow keys lead from the search box into them, and to what is beside them. */
import type { KeyboardEvent } from 'react';
import type { HitGroup, SearchHit } from '../../../../../shared/contract/search';
import { showMoreLike } from '../../../../parts/passages/more-like';
import { useArrowFromBox } from '../../../../shell/frame/search/use-arrow-from-box';
import { runCommand, useCommand } from '../../../../shell/use-command';
import { useWalk } from '../../../../ui/lists/use-walk';
import { focusFacets } from '../facets/focus-facets';
import { GroupRow, keyOfGroup } from './group-row';
import { keyOfHit } from './hit-place';
import { HitRow } from './hit-row';

export interface HitListProps {
  readonly hits: readonly SearchHit[];
  /** In place of hits, when they stand by article. */
  readonly groups: readonly HitGroup[];
  readonly query: string;
  readonly memory: { activeId: string | null };
}

export function HitList({ hits, groups, query, memory }: HitListProps) {
  const keys = [...hits, ...groups.flatMap((group) => group.hits)].map(keyOfHit);
  const { listProps, current, step } = useWalk<HTMLUListElement>(keys, memory);
  useArrowFromBox(() => step(1));
  const passage = /^passage (.+)$/.exec(current ?? '')?.[1];
  useCommand('more-like', () => passage && void showMoreLike(passage), passage !== undefined);
  const { ref, onFocus, onKeyDown } = listProps;
  const press = (event: KeyboardEvent) => {
    const isFirst = document.activeElement === ref.current?.querySelector('[data-walked]');
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey;
    if (event.key === 'ArrowUp' && isFirst && isPlain) runCommand('find');
    else if (event.key === 'ArrowLeft' && isPlain && focusFacets()) event.preventDefault();
    else onKeyDown(event);
  };
  return (
    <ul aria-label="Hits" data-hits ref={ref} onFocus={onFocus} onKeyDown={press}>
      {hits.map((hit) => (
        <HitRow key={keyOfHit(hit)} hit={hit} query={query} isCurrent={keyOfHit(hit) === current} />
      ))}
      {groups.map((group) => (
        <GroupRow key={keyOfGroup(group)} group={group} query={query} current={current} />
      ))}
    </ul>
  );
}
