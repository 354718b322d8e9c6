/** Says that nothing was found, and offers to take away each filter of the query. */
import { SearchX } from 'lucide-react';
import { removeExcluded, removeFilter } from '../../../../../shared/query/change-query';
import { Chip } from '../../../../ui/actions/chip';
import { EmptyState } from '../../../../ui/layout/empty-state';
import { filtersOf } from './query-filters';

interface NothingFoundProps {
  readonly query: string;
  readonly onChange: (query: string) => void;
}

export function NothingFound({ query, onChange }: NothingFoundProps) {
  const filters = filtersOf(query);
  const chips = filters.map(({ field, value, isNot }) => {
    const remove = isNot ? removeExcluded : removeFilter;
    const words = `${isNot ? 'not ' : ''}${field}: ${value}`;
    return (
      <Chip key={words} onRemove={() => onChange(remove(query, field, value))}>
        {words}
      </Chip>
    );
  });
  return (
    <EmptyState icon={<SearchX size={28} aria-hidden />} title="Nothing found" actions={chips}>
      {filters.length > 0
        ? 'Take a filter away, or try fewer or shorter words.'
        : 'Try fewer or shorter words, or the beginning of a word with a star: harb*.'}
    </EmptyState>
  );
}
