/** The saved searches by name, each with what it finds now and how much of that is new since it was last looked at. */
import { Bookmark, MoreHorizontal } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { SavedSearch } from '../../../../../shared/contract/search';
import { useAnswer } from '../../../../client/query';
import { queryDirection } from '../../../../shell/frame/search/query-direction';
import { useTakesKeyboard } from '../../../../shell/frame/search/side-tab';
import { IconButton } from '../../../../ui/actions/button';
import { MenuButton, type MenuRow } from '../../../../ui/actions/menu-button';
import { classNames } from '../../../../ui/class-names';
import { Spinner } from '../../../../ui/feedback/progress';
import { EmptyState } from '../../../../ui/layout/empty-state';
import { isFocusFree } from '../../../../ui/lists/free-focus';
import { useWalk } from '../../../../ui/lists/use-walk';
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
  /** It is the row in the tab order. */
  readonly isWalked: boolean;
  readonly onRename: () => void;
  readonly onDelete: () => void;
}

function Row({ saved, isCurrent, isWalked, onRename, onDelete }: RowProps) {
  const act = (id: string) => (id === 'rename' ? onRename() : onDelete());
  return (
    <div
      className={classNames('flex items-center rounded-md', isCurrent ? 'bg-selected' : 'hover:bg-sunken')}
    >
      <button
        type="button"
        data-walked={saved.id}
        tabIndex={isWalked ? 0 : -1}
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

/** A row that was renamed or deleted gives the keyboard back to the list: to itself, or to the first. */
function useKeepsKeyboard(
  list: RefObject<HTMLElement | null>,
  rows: readonly SavedSearch[],
  changedId: string | null,
) {
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (changedId !== null) last.current = changedId;
    else if (last.current !== null && isFocusFree()) {
      const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[data-walked]') ?? [])];
      (buttons.find((row) => row.dataset['walked'] === last.current) ?? buttons[0])?.focus();
      last.current = null;
    }
  }, [list, rows, changedId]);
}

const inOrder = (rows: readonly SavedSearch[]) => [...rows].sort((a, b) => byName(a.name, b.name));

interface SavedRowsProps {
  readonly rows: readonly SavedSearch[];
  readonly query: string;
}

function SavedRows({ rows, query }: SavedRowsProps) {
  // A row that is being renamed, or that goes.
  const [changed, setChanged] = useState<{ readonly id: string; readonly isGoing: boolean } | null>(null);
  const { listProps, current } = useWalk<HTMLUListElement>(rows.map(({ id }) => id));
  const { ref, onFocus, onKeyDown } = listProps;
  useTakesKeyboard(ref, true);
  useKeepsKeyboard(ref, rows, changed?.id ?? null);
  const rename = async (saved: SavedSearch, name: string) => {
    const problem = await renameSaved(saved, name);
    if (problem === null) setChanged(null);
    return problem;
  };
  const remove = async (saved: SavedSearch) => {
    setChanged({ id: saved.id, isGoing: true });
    await deleteSaved(saved);
    setChanged(null);
  };
  const isTyping = changed?.isGoing === false;
  return (
    <ul
      ref={ref}
      aria-label="Saved searches"
      onFocus={onFocus}
      onKeyDown={isTyping ? undefined : onKeyDown}
      className="flex flex-col gap-0.5"
    >
      {rows.map((saved) => (
        <li key={saved.id}>
          {isTyping && changed.id === saved.id ? (
            <SearchNameField
              label="New name"
              initial={saved.name}
              action="Rename"
              onTake={(name) => rename(saved, name)}
              onCancel={() => setChanged(null)}
            />
          ) : (
            <Row
              saved={saved}
              isCurrent={saved.query === query.trim()}
              isWalked={saved.id === current}
              onRename={() => setChanged({ id: saved.id, isGoing: false })}
              onDelete={() => void remove(saved)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

export function SavedList({ query }: { readonly query: string }) {
  const { data } = useAnswer('savedSearches', {});
  if (!data) return <Spinner label="Reading saved searches" />;
  if (data.length > 0) return <SavedRows rows={inOrder(data)} query={query} />;
  return (
    <EmptyState icon={<Bookmark size={24} aria-hidden />} title="No saved searches">
      Ask for something, then press Save search. It is asked anew each time, and says what is new.
    </EmptyState>
  );
}
