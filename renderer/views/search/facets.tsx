/** What the hits have in common, with counts; a press puts the value into the query, or takes it out again. */
import {
  type FacetField,
  type FacetValue,
  facetFields,
  type SearchResult,
} from '../../../shared/contract/search';
import { addFilter, hasFilter, removeFilter } from '../../../shared/query/format-query';
import type { QueryField } from '../../../shared/query/query';
import { classNames } from '../../ui/class-names';

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

interface FacetsProps {
  readonly query: string;
  readonly facets: SearchResult['facets'];
  readonly onChange: (query: string) => void;
}

function Value({
  field,
  value,
  query,
  onChange,
}: { readonly field: FacetField; readonly value: FacetValue } & Omit<FacetsProps, 'facets'>) {
  const name = queryField[field];
  const on = hasFilter(query, name, value.value);
  return (
    <li>
      <button
        type="button"
        aria-pressed={on}
        onClick={() =>
          onChange(on ? removeFilter(query, name, value.value) : addFilter(query, name, value.value))
        }
        className={classNames(
          'flex items-baseline gap-2 w-full px-2 py-0.5 rounded-sm text-start cursor-default',
          on ? 'bg-selected font-medium' : 'hover:bg-sunken',
        )}
      >
        <span className="truncate flex-1" dir="auto" title={value.value}>
          {value.value}
        </span>
        <span className="text-xs text-muted tabular-nums">{value.count.toLocaleString('en')}</span>
      </button>
    </li>
  );
}

export function Facets({ query, facets, onChange }: FacetsProps) {
  const shown = facetFields.filter((field) => facets[field].length > 0);
  return (
    <nav
      aria-label="Narrow the search"
      className="w-56 shrink-0 overflow-auto border-e border-rule py-2 px-2"
    >
      {shown.map((field) => (
        <section key={field} aria-label={titles[field]} className="mb-3">
          <h2 className="px-2 pb-0.5 text-xs text-muted">{titles[field]}</h2>
          <ul>
            {facets[field].map((value) => (
              <Value key={value.value} field={field} value={value} query={query} onChange={onChange} />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
