/** The bars above the facets: of publication, or of when events happened. */
import type { SearchResult } from '../../../../../shared/contract/search';
import { Segmented } from '../../../../ui/fields/segmented';
import { withDates } from '../query-changes';
import { chooseSearch, useSearchChoices } from '../search-choices';
import { DateBars } from './date-bars';

const choices = [
  { value: 'published', label: 'Published' },
  { value: 'date', label: 'Happened' },
] as const;

interface OverTimeProps {
  readonly query: string;
  readonly histogram: SearchResult['histogram'];
  readonly onChange: (query: string) => void;
}

export function OverTime({ query, histogram, onChange }: OverTimeProps) {
  const chosen = useSearchChoices(({ dates }) => dates);
  const of = { published: histogram.published, date: histogram.happened };
  const possible = choices.filter(({ value }) => of[value] !== null);
  const field = of[chosen] ? chosen : possible[0]?.value;
  const shown = field && of[field];
  if (!shown) return null;
  const label = choices.find(({ value }) => value === field)?.label ?? '';
  return (
    <section aria-label="Over time" className="px-1 pb-3 flex flex-col gap-1">
      {possible.length > 1 ? (
        <Segmented
          label="Dates"
          labelHidden
          value={field}
          choices={possible}
          onChange={(dates) => chooseSearch({ dates })}
        />
      ) : (
        <h2 className="px-1 text-xs text-muted">{label}</h2>
      )}
      <DateBars
        key={field}
        histogram={shown}
        label={label}
        onChoose={(dates) => onChange(withDates(query, field, dates))}
      />
    </section>
  );
}
