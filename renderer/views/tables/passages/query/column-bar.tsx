/** Which search has a column, and whether all passages are listed, or those that it finds, or the others. */
import { Columns3, X } from 'lucide-react';
import { useState } from 'react';
import type { PassageFilters } from '../../../../../shared/contract/passages';
import { useAnswer } from '../../../../client/query';
import { askedNow } from '../../../../shell/settings';
import { Button, IconButton } from '../../../../ui/actions/button';
import { Segmented } from '../../../../ui/fields/segmented';
import { TextField } from '../../../../ui/fields/text-field';
import { PopoverButton } from '../../../../ui/overlays/popover';

/** The name that a query was saved under, else the query. */
export function useQueryName(query: string): string {
  const { data = [] } = useAnswer('savedSearches', {}, query !== '');
  return data.find((saved) => saved.query === query)?.name ?? query;
}

interface PanelProps {
  readonly query: string;
  readonly onPick: (query: string) => void;
}

function Panel({ query, onPick }: PanelProps) {
  const [text, setText] = useState(query);
  const { data: saved = [] } = useAnswer('savedSearches', {});
  return (
    <form
      className="w-72 flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onPick(text.trim());
      }}
    >
      <TextField
        label="Search"
        autoFocus
        placeholder="ferry actor:“Mira Tolvane”"
        value={text}
        onChange={setText}
        help="Each passage is marked where the search finds it."
      />
      <Button type="submit" look="primary" isDisabled={text.trim() === ''}>
        Show as a column
      </Button>
      {saved.length > 0 && (
        <section aria-label="Saved searches" className="border-t border-rule pt-1.5">
          <h3 className="px-1 text-xs text-muted">Saved searches</h3>
          <ul className="max-h-48 overflow-y-auto">
            {saved.map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  onClick={() => onPick(one.query)}
                  className="w-full truncate text-start px-1 py-1 rounded-sm hover:bg-sunken cursor-default"
                  dir="auto"
                  title={one.query}
                >
                  {one.name}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </form>
  );
}

/** Chooses the search that has a column. */
export function AddColumn({ query, onPick }: PanelProps) {
  return (
    <PopoverButton
      label="Search as a column"
      trigger={<Button icon={<Columns3 size={14} aria-hidden />}>Search column…</Button>}
    >
      {(close) => (
        <Panel
          query={query}
          onPick={(picked) => {
            close();
            onPick(picked);
          }}
        />
      )}
    </PopoverButton>
  );
}

const choices = [
  { value: 'all', label: 'All' },
  { value: 'found', label: 'Found' },
  { value: 'others', label: 'Not found' },
] as const;
type Shown = (typeof choices)[number]['value'];

function shownBy({ found }: PassageFilters): Shown {
  if (!found) return 'all';
  return found.not ? 'others' : 'found';
}

interface ColumnBarProps {
  readonly query: string;
  readonly filters: PassageFilters;
  readonly onFilter: (filters: PassageFilters) => void;
  readonly onClose: () => void;
}

export function ColumnBar({ query, filters, onFilter, onClose }: ColumnBarProps) {
  const name = useQueryName(query);
  const choose = (shown: Shown) => {
    const { found: _, ...rest } = filters;
    const asked = askedNow(query);
    onFilter(
      shown === 'all' ? rest : { ...rest, found: shown === 'others' ? { ...asked, not: true } : asked },
    );
  };
  return (
    <div
      role="group"
      aria-label="Column of the search"
      className="flex items-center gap-2 px-4 py-1 border-b border-rule bg-sunken shrink-0 min-w-0"
    >
      <span className="text-muted shrink-0">Column:</span>
      <bdi className="truncate min-w-0" title={query}>
        {name}
      </bdi>
      <span className="ms-auto" />
      <Segmented
        label="Passages listed"
        labelHidden
        value={shownBy(filters)}
        choices={choices}
        onChange={choose}
      />
      <IconButton label="Take the column off" icon={<X size={15} />} onPress={onClose} />
    </div>
  );
}
