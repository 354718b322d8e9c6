/** What the hits have in common, with counts: one stop of the keyboard, walked by the arrow keys; the hits lie to its right. */
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { FacetValue, SearchResult } from '../../../../../shared/contract/search';
import { choiceOf } from '../../../../../shared/query/change-query';
import { ScrollPane } from '../../../../ui/layout/scroll-pane';
import { useWalk } from '../../../../ui/lists/use-walk';
import { queryFieldOf } from '../query-changes';
import { FacetSection } from './facet-section';
import { shownFields } from './facet-words';
import { focusHits } from './focus-facets';

interface FacetPaneProps {
  readonly query: string;
  /** Undefined while they are counted for the first time. */
  readonly counts: Pick<SearchResult, 'facets' | 'facetSizes'> | undefined;
  readonly onChange: (query: string) => void;
  /** Stands above them. */
  readonly children?: ReactNode;
}

const noValues: readonly FacetValue[] = [];

/** Fields with values, and those that something is chosen of although nothing has a value any more. */
function fieldsOf({ counts, query }: FacetPaneProps) {
  return shownFields.filter((field) => {
    const name = queryFieldOf[field];
    if ((counts?.facets[field].length ?? 0) > 0) return true;
    const { chosen, excluded } = name ? choiceOf(query, name) : { chosen: [], excluded: [] };
    return chosen.length + excluded.length > 0;
  });
}

export function FacetPane(props: FacetPaneProps) {
  const { query, counts, onChange, children } = props;
  const fields = fieldsOf(props);
  // Values that were asked for in a section are no part of the counts: the one with the keyboard is told by its focus.
  const [focused, setFocused] = useState<string | null>(null);
  const keys = fields.flatMap((field) => [
    `${field} heading`,
    ...(counts?.facets[field] ?? noValues).map(({ value }) => `${field} ${value}`),
    `${field} more`,
  ]);
  const { listProps, current } = useWalk<HTMLDivElement>(focused === null ? keys : [...keys, focused]);
  if (fields.length === 0 && !children) return null;
  const press = (event: KeyboardEvent) => {
    const isWalked = event.target instanceof Element && event.target.closest('button') !== null;
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey;
    if (event.key === 'ArrowRight' && isWalked && isPlain && focusHits()) event.preventDefault();
    else if (isWalked) listProps.onKeyDown(event);
  };
  return (
    <nav aria-label="Narrow the search" className="flex-1 flex flex-col min-h-0">
      <ScrollPane className="p-2">
        {children}
        <div
          data-facets
          ref={listProps.ref}
          onFocus={(event) => {
            listProps.onFocus(event);
            setFocused(event.target.closest<HTMLElement>('[data-walked]')?.dataset['walked'] ?? focused);
          }}
          onBlur={({ currentTarget, relatedTarget }) => {
            if (!currentTarget.contains(relatedTarget)) setFocused(null);
          }}
          onKeyDown={press}
        >
          {fields.map((field) => (
            <FacetSection
              key={field}
              field={field}
              query={query}
              values={counts?.facets[field] ?? noValues}
              size={counts?.facetSizes[field] ?? 0}
              current={current}
              onChange={onChange}
            />
          ))}
        </div>
      </ScrollPane>
    </nav>
  );
}
