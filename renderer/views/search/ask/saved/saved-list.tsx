/** The saved searches by name, each with what it finds now and how much of that is new since it was last looked at. */
import { Bookmark, MoreHorizontal } from 'lucide-react';
import { useRef, useState } from 'react';
import type { SavedSearch } from '../../../../../shared/contract/search';
import { useAnswer } from '../../../../client/query';
import { queryDirection } from '../../../../shell/frame/search/query-direction';
import { useTakesKeyboard } from '../../../../shell/frame/search/side-tab';
import { IconButton } from '../../../../ui/actions/button';
import { MenuButton, type MenuRow } from '../../../../ui/actions/menu-button';
import { classNames } from '../../../../ui/class-names';
import { Spinner } from '../../../../ui/feedback/progress';
import { EmptyState } from '../../../../ui/layout/empty-state';
import { deleteSaved, openSaved, renameSaved } from './saved-changes';
import { SearchNameField } from './search-name-field';

const byName = new Intl.Collator(undefined, { numeric: true }).compare;

const menuRows: readonly MenuRow[] = [
  { id: 'rename', label: 'Rename' },
  { id: 'delete', label: 'Delete', danger: true, group: true },
];

function Counts({ total, fresh }: Pick<SavedSearch, 'total' | 'fresh'>) {
  return (
    <span className="flex items-baseline gap-1.5 text-xs tabular-nums shrink-0">
      {fresh > 0 && (
        <span className="rounded px-1 bg-accent text-accent-ink font-medium">
          {fresh.toLocaleString('en')} new
        </span>
      )}
      <span className="text-muted">{total.toLocaleString('en')}</span>
    </span>
  );
}

interface RowProps {
  readonly saved: SavedSearch;
  readonly isCurrent: boolean;
  readonly onRename: () => void;
}

function Row({ saved, isCurrent, onRename }: RowProps) {
  const act = (id: string) => (id === 'rename' ? onRename() : void deleteSaved(saved));
  return (
    <div
      className={classNames('flex items-center rounded-md', isCurrent ? 'bg-selected' : 'hover:bg-sunken')}
    >
      <button
        type="button"
        aria-current={isCurrent ? 'true' : undefined}
        onClick={() => openSaved(saved)}
        className="flex-1 min-w-0 ps-2 pe-1.5 py-1 text-start cursor-default rounded-md -outline-offset-2"
      >
        <span className="flex items-baseline gap-2">
          <span className="truncate flex-1 font-medium" dir="auto" title={saved.name}>
            {saved.name}
          </span>
          <Counts total={saved.total} fresh={saved.fresh} />
        </span>
        <span
          className="block truncate text-xs text-muted"
          dir={queryDirection(saved.query)}
          title={saved.query}
        >
          {saved.query}
        </span>
      </button>
      <MenuButton label={`Saved search ${saved.name}`} rows={menuRows} onAction={act}>
        <IconButton label={`More for ${saved.name}`} icon={<MoreHorizontal size={15} />} />
      </MenuButton>
    </div>
  );
}

export function SavedList({ query }: { readonly query: string }) {
  const { data, isPending } = useAnswer('savedSearches', {});
  const [renamedId, setRenamedId] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  useTakesKeyboard(list, data !== undefined);
  if (isPending || !data) return <Spinner label="Reading saved searches" />;
  if (data.length === 0)
    return (
      <EmptyState icon={<Bookmark size={24} aria-hidden />} title="No saved searches">
        Ask for something, then press Save search. It is asked anew each time, and says what is new.
      </EmptyState>
    );
  const rename = async (saved: SavedSearch, name: string) => {
    const problem = await renameSaved(saved, name);
    if (problem === null) setRenamedId(null);
    return problem;
  };
  return (
    <ul ref={list} aria-label="Saved searches" className="flex flex-col gap-0.5">
      {[...data]
        .sort((a, b) => byName(a.name, b.name))
        .map((saved) => (
          <li key={saved.id}>
            {renamedId === saved.id ? (
              <SearchNameField
                label="New name"
                initial={saved.name}
                action="Rename"
                onTake={(name) => rename(saved, name)}
                onCancel={() => setRenamedId(null)}
              />
            ) : (
              <Row
                saved={saved}
                isCurrent={saved.query === query.trim()}
                onRename={() => setRenamedId(saved.id)}
              />
            )}
          </li>
        ))}
    </ul>
  );
}
