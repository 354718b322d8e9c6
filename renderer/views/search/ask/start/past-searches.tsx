/** The searches asked last, newest first; each can be asked again. The arrow leads down from the search box into them. */
import { History } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { PastSearch } from '../../../../../shared/contract/search';
import { useAnswer } from '../../../../client/query';
import { queryDirection } from '../../../../shell/frame/search/query-direction';
import { useArrowFromBox } from '../../../../shell/frame/search/use-arrow-from-box';
import { clearPastSearches } from '../../../../shell/frame/search/use-offers';
import { useNavigation } from '../../../../shell/navigation';
import { runCommand } from '../../../../shell/use-command';
import { Button } from '../../../../ui/actions/button';
import { useWalk } from '../../../../ui/lists/use-walk';

const shown = 50;
const moment = new Intl.DateTimeFormat('en', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

function ask(query: string): void {
  useNavigation.getState().replace({ kind: 'search', query });
}

function Row({ past, isCurrent }: { readonly past: PastSearch; readonly isCurrent: boolean }) {
  const { query, askedAt } = past;
  return (
    <li>
      <button
        type="button"
        data-walked={query}
        tabIndex={isCurrent ? 0 : -1}
        onClick={() => ask(query)}
        className="w-full flex items-center gap-2 px-2 py-0.5 rounded-sm text-start cursor-default hover:bg-sunken -outline-offset-2"
      >
        <History size={13} aria-hidden className="shrink-0 text-faint" />
        <span className="truncate flex-1" dir={queryDirection(query)} title={query}>
          {query}
        </span>
        <time dateTime={askedAt} className="text-xs text-muted whitespace-nowrap">
          {moment.format(new Date(askedAt))}
        </time>
      </button>
    </li>
  );
}

export function PastSearches() {
  const { data = [] } = useAnswer('searchHistory', {});
  const rows = data.slice(0, shown);
  const { listProps, current, step } = useWalk<HTMLUListElement>(rows.map(({ query }) => query));
  useArrowFromBox(() => step(1));
  const press = (event: KeyboardEvent) => {
    const isFirst = document.activeElement === listProps.ref.current?.querySelector('[data-walked]');
    if (event.key === 'ArrowUp' && isFirst) runCommand('find');
    else listProps.onKeyDown(event);
  };
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="asked-before" className="mb-6">
      <div className="flex items-center pb-1">
        <h2 id="asked-before" className="text-[15px] font-semibold flex-1">
          Searched before
        </h2>
        <Button look="quiet" onPress={() => void clearPastSearches()}>
          Clear this list
        </Button>
      </div>
      <ul
        aria-label="Searched before"
        ref={listProps.ref}
        onFocus={listProps.onFocus}
        onKeyDown={press}
        className="max-h-64 overflow-y-auto"
      >
        {rows.map((past) => (
          <Row key={past.query} past={past} isCurrent={past.query === current} />
        ))}
      </ul>
    </section>
  );
}
