/** The line above passages and above the matrix: words to find, what else they are narrowed by, and a menu of more. */
import { ListFilter } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import type { PassageFilters } from '../../../../shared/contract/passages';
import { Button } from '../../../ui/actions/button';
import { MenuButton } from '../../../ui/actions/menu-button';
import { SearchField } from '../../../ui/fields/text-field';
import { Popover } from '../../../ui/overlays/popover';
import { FilterChips } from './filter-chips';
import { partsOf, withoutPart, withParts } from './filter-parts';
import { filterKinds } from './filter-pickers';

export interface FilterBarProps {
  readonly filters: PassageFilters;
  readonly onChange: (filters: PassageFilters) => void;
  /** Stands before the filters. */
  readonly children?: ReactNode;
}

function AddFilter({ filters, onChange }: FilterBarProps) {
  const [adding, setAdding] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const kind = filterKinds.find(({ id }) => id === adding);
  const add = (more: PassageFilters) => {
    setAdding(null);
    onChange(withParts(filters, more));
  };
  return (
    <>
      <MenuButton
        label="Narrow by"
        rows={filterKinds.map(({ id, label, group }) => ({ id, label, ...(group && { group }) }))}
        onAction={setAdding}
      >
        <Button ref={button} icon={<ListFilter size={14} aria-hidden />}>
          Narrow
        </Button>
      </MenuButton>
      <Popover
        label={kind?.label.replace('…', '') ?? 'Narrow'}
        isOpen={kind !== undefined}
        onClose={() => setAdding(null)}
        anchorRef={button}
      >
        {kind && <kind.picker onPick={add} />}
      </Popover>
    </>
  );
}

export function FilterBar({ filters, onChange, children }: FilterBarProps) {
  const words = filters.words ?? '';
  const setWords = (text: string) =>
    onChange(text === '' ? withoutPart(filters, { name: 'words', index: 0 }) : { ...filters, words: text });
  const parts = partsOf(filters).length;
  return (
    <div className="flex flex-wrap items-center gap-2 px-4 py-1.5 border-b border-rule shrink-0 max-h-32 overflow-y-auto">
      {children}
      <div className="w-52 min-w-32">
        <SearchField
          label="Words in the passage or its comment"
          placeholder="Words or comment"
          value={words}
          onChange={setWords}
        />
      </div>
      <AddFilter filters={filters} onChange={onChange} />
      <FilterChips filters={filters} onChange={onChange} />
      {parts > 1 && (
        <Button look="quiet" onPress={() => onChange({})}>
          Show all
        </Button>
      )}
    </div>
  );
}
