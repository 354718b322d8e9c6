/** What is left to do in the notebook, a list a kind; what is settled is gone from its list at once. */
import { Check, ListTodo } from 'lucide-react';
import { type ToDoCount, type ToDoItem, type ToDoKind } from '../../../../shared/contract/passages';
import { queries } from '../../../client/client';
import { useAnswer } from '../../../client/query';
import { useRows } from '../../../client/use-rows';
import { ExportMenu } from '../../../parts/export/export-menu';
import { ErrorMessage } from '../../../shell/error-message';
import { go, useNavigation } from '../../../shell/navigation';
import type { ScreenProps } from '../../../shell/screen-props';
import { classNames } from '../../../ui/class-names';
import { Spinner } from '../../../ui/feedback/progress';
import { EmptyState } from '../../../ui/layout/empty-state';
import { PageHeader } from '../../../ui/layout/page-header';
import { SplitPane } from '../../../ui/layout/split-pane';
import { useWalk } from '../../../ui/lists/use-walk';
import { VirtualList } from '../../../ui/lists/virtual-list';
import { keyOf, toDoWords } from './to-do-words';

interface KindsProps {
  readonly counts: readonly ToDoCount[];
  readonly current: ToDoKind;
}

function KindButton({
  kind,
  count,
  isCurrent,
  isWalked,
}: ToDoCount & { readonly isCurrent: boolean; readonly isWalked: boolean }) {
  return (
    <li>
      <button
        type="button"
        data-walked={kind}
        tabIndex={isWalked ? 0 : -1}
        aria-current={isCurrent ? 'true' : undefined}
        onClick={() => useNavigation.getState().replace({ kind: 'to-do', list: kind })}
        className={classNames(
          'flex items-center gap-2 w-full h-8 px-2.5 rounded-md text-start cursor-default',
          isCurrent ? 'bg-selected font-medium' : 'hover:bg-sunken',
          count === 0 && 'text-muted',
        )}
      >
        <span className="truncate flex-1">{toDoWords[kind].label}</span>
        {count === 0 ? (
          <Check size={14} role="img" aria-label="none" className="text-faint shrink-0" />
        ) : (
          <span className="tabular-nums text-muted font-normal">{count.toLocaleString('en')}</span>
        )}
      </button>
    </li>
  );
}

function Kinds({ counts, current }: KindsProps) {
  const { listProps, current: walked } = useWalk<HTMLUListElement>(counts.map(({ kind }) => kind));
  return (
    <nav aria-label="Kinds of things to do" className="p-2 overflow-y-auto">
      <ul {...listProps}>
        {counts.map((row) => (
          <KindButton
            key={row.kind}
            {...row}
            isCurrent={row.kind === current}
            isWalked={row.kind === walked}
          />
        ))}
      </ul>
    </nav>
  );
}

function Item({ kind, item: { label, detail } }: { readonly kind: ToDoKind; readonly item: ToDoItem }) {
  return (
    <span className="flex items-baseline gap-3 w-full min-w-0" title={label}>
      <span className="truncate" dir="auto">
        {label || 'Untitled'}
      </span>
      {detail && (
        <span className="ms-auto text-xs text-muted truncate max-w-[45%] shrink-0" dir="auto">
          {toDoWords[kind].detail(detail)}
        </span>
      )}
    </span>
  );
}

const itemOf = (kind: ToDoKind) => (item: ToDoItem) => <Item kind={kind} item={item} />;

function Items({ kind }: { readonly kind: ToDoKind }) {
  const rows = useRows('listToDoItems', { kind });
  const { about, label, placeOf } = toDoWords[kind];
  if (rows.error) return <ErrorMessage error={rows.error} />;
  if (rows.isLoading) return <Spinner />;
  if (rows.total === 0)
    return <EmptyState title="Nothing to do here" icon={<Check size={28} aria-hidden />} />;
  return (
    <>
      <p className="px-4 py-2 text-muted shrink-0 max-w-[80ch]">{about}</p>
      <VirtualList
        key={kind}
        label={label}
        rows={rows}
        rowKey={keyOf}
        rowHeight={32}
        item={itemOf(kind)}
        onOpen={(item) => go(placeOf(item.id))}
        rememberAs={`to do ${kind}`}
        autoFocus
      />
    </>
  );
}

const pageLength = 500;

async function toDoTable(counts: readonly ToDoCount[]) {
  const rows: string[][] = [];
  for (const { kind, count } of counts) {
    for (let offset = 0; offset < count; offset += pageLength) {
      const page = await queries.listToDoItems({ kind, offset, limit: pageLength });
      const { label, detail } = toDoWords[kind];
      for (const item of page.rows) rows.push([label, item.label, item.detail && detail(item.detail)]);
    }
  }
  return { columns: ['To do', 'What', 'Detail'], rows };
}

const totalOf = (counts: readonly ToDoCount[]) => counts.reduce((sum, { count }) => sum + count, 0);

export function ToDoView({ place }: ScreenProps<'to-do'>) {
  const { data: counts, error } = useAnswer('listToDo', {});
  const total = totalOf(counts ?? []);
  const kind = place.list ?? counts?.find(({ count }) => count > 0)?.kind;
  return (
    <>
      <PageHeader
        title="To do"
        detail={
          <span role="status">
            {counts ? (total === 1 ? '1 thing' : `${total.toLocaleString('en')} things`) : ''}
          </span>
        }
      >
        <ExportMenu name="To do" rows={() => toDoTable(counts ?? [])} isDisabled={total === 0} />
      </PageHeader>
      {error ? <ErrorMessage error={error} /> : null}
      {!counts && !error && <Spinner />}
      {counts && kind === undefined && (
        <EmptyState title="Nothing is left to do" icon={<ListTodo size={28} aria-hidden />}>
          Events without evidence, conflicts undecided, dates and kinds not known yet gather here.
        </EmptyState>
      )}
      {counts && kind !== undefined && (
        <SplitPane
          name="to-do"
          label="Width of the kinds"
          sideAt="start"
          sideWidth={250}
          side={<Kinds counts={counts} current={kind} />}
          main={<Items kind={kind} />}
        />
      )}
    </>
  );
}
