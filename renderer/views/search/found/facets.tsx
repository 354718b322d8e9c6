/** What the hits have in common, with counts; a press puts the value into the query, or takes it out again. */
import { useState } from 'react';
import {
  type FacetField,
  type FacetValue,
  facetFields,
  type SearchResult,
} from '../../../../shared/contract/search';
import { addFilter, hasFilter, removeFilter } from '../../../../shared/query/format-query';
import type { QueryField } from '../../../../shared/query/query';
import { classNames } from '../../../ui/class-names';
import { ScrollPane } from '../../../ui/layout/scroll-pane';

const titles: Readonly<Record<FacetField, string>> = {
  actor: 'Actors',
  event: 'Events',
  place: 'Places',
  tag: 'Tags',
  publisher: 'Publishers',
  year: 'Published',
};

/** A year narrows by the date of publication. */
const queryField: Readonly<Record<FacetField, QueryField>> = {
  actor: 'actor',
  event: 'event',
  place: 'place',
  tag: 'tag',
  publisher: 'publisher',
  year: 'published',
};

/** So many of each are shown before they are asked for. */
const shownAtFirst = 6;

interface FacetsProps {
  readonly query: string;
  readonly facets: SearchResult['facets'];
  readonly onChange: (query: string) => void;
}

interface ValueProps {
  readonly value: FacetValue;
  readonly isOn: boolean;
  readonly onPress: () => void;
}

function Value({ value, isOn, onPress }: ValueProps) {
  return (
    <li>
      <button
        type="button"
        aria-pressed={isOn}
        onClick={onPress}
        className={classNames(
          'flex items-baseline gap-2 w-full px-2 py-0.5 rounded-sm text-start cursor-default -outline-offset-2',
          isOn ? 'bg-selected font-medium' : 'hover:bg-sunken',
        )}
      >
        <span className="truncate flex-1 text-left" dir="auto" title={value.value}>
          {value.value}
        </span>
        <span className="text-xs text-muted tabular-nums">{value.count.toLocaleString('en')}</span>
      </button>
    </li>
  );
}

interface FacetProps extends Omit<FacetsProps, 'facets'> {
  readonly field: FacetField;
  readonly values: readonly FacetValue[];
}

function Facet({ field, values, query, onChange }: FacetProps) {
  const [showsAll, setShowsAll] = useState(false);
  const name = queryField[field];
  const isOn = ({ value }: FacetValue) => hasFilter(query, name, value);
  const toggle = (one: FacetValue) =>
    onChange(isOn(one) ? removeFilter(query, name, one.value) : addFilter(query, name, one.value));
  const shown = values.filter((one, at) => showsAll || at < shownAtFirst || isOn(one));
  const left = values.length - shown.length;
  return (
    <section aria-label={titles[field]} className="mb-3">
      <h2 className="px-2 pb-0.5 text-xs text-muted">{titles[field]}</h2>
      <ul>
        {shown.map((one) => (
          <Value key={one.value} value={one} isOn={isOn(one)} onPress={() => toggle(one)} />
        ))}
      </ul>
      {(left > 0 || showsAll) && (
        <button
          type="button"
          aria-expanded={showsAll}
          onClick={() => setShowsAll(!showsAll)}
          className="px-2 py-0.5 text-xs text-accent hover:underline cursor-default"
        >
          {showsAll ? 'Fewer' : `${left} more`}
        </button>
      )}
    </section>
  );
}

export function Facets({ query, facets, onChange }: FacetsProps) {
  const shown = facetFields.filter((field) => facets[field].length > 0);
  if (shown.length === 0) return null;
  return (
    <nav
      aria-label="Narrow the search"
      className="w-56 max-[820px]:w-44 shrink-0 border-e border-rule flex flex-col min-h-0"
    >
      <ScrollPane className="p-2">
        {shown.map((field) => (
          <Facet key={field} field={field} values={facets[field]} query={query} onChange={onChange} />
        ))}
      </ScrollPane>
    </nav>
  );
}
