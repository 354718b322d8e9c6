/** The head of an event's page: its title, what its accounts come to, and where else it is seen. */
import { CalendarClock, CalendarRange, CircleAlert, FileDown, Trash2 } from 'lucide-react';
import { happenedWords } from '../../../shared/accounts/account-words';
import { describeEdtf } from '../../../shared/dates/describe-edtf';
import type { Account } from '../../../shared/model/account';
import type { EventDetail } from '../../../shared/model/event';
import { commands } from '../../client/client';
import { ExportMenu } from '../../parts/export/export-menu';
import { PageTitle } from '../../parts/page/page-title';
import { go, useNavigation } from '../../shell/navigation';
import { notifyUndoable, run } from '../../shell/notices';
import { openDialog } from '../../shell/open-dialog';
import { Button, IconButton } from '../../ui/actions/button';
import { Segmented } from '../../ui/fields/segmented';
import { accountsTable } from './accounts-table';
import { matrixSvg } from './matrix/matrix-svg';
import type { SourceKind } from './matrix/source-matrix';

/** How the accounts are laid out. */
export type Layout = 'facts' | SourceKind;

const layouts = [
  { value: 'facts', label: 'By fact' },
  { value: 'article', label: 'By article' },
  { value: 'speaker', label: 'By speaker' },
] as const;

const showInTimeline = ({ id }: EventDetail) => go({ kind: 'timeline', at: { eventId: id } });

async function trash({ id, title }: EventDetail): Promise<void> {
  const { past, back, replace } = useNavigation.getState();
  if (past.length > 0) back();
  else replace({ kind: 'events' });
  const done = await run(commands.trashEvents({ ids: [id] }));
  if (done !== undefined) notifyUndoable(`Moved “${title}” to the trash`, 'trashEvents');
}

/** In a line: when, where, what sort, and what is open about it. */
function Summary({ event }: { readonly event: EventDetail }) {
  const { date, placeName, typeName, happened, conflictCount } = event;
  const settled = [date && describeEdtf(date.edtf), placeName, typeName].filter(Boolean).join(' · ');
  const state = happenedWords[happened];
  return (
    <p
      aria-label="In short"
      role="note"
      className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-muted min-w-0"
    >
      {settled && (
        <span className="[overflow-wrap:anywhere]" dir="auto">
          {settled}
        </span>
      )}
      {state && (
        <span className="inline-flex items-center gap-1 text-ink font-medium">
          <CalendarClock size={13} aria-hidden />
          {state}
        </span>
      )}
      {conflictCount > 0 && (
        <span className="inline-flex items-center gap-1 text-warning font-medium">
          <CircleAlert size={13} aria-hidden />
          contested: {conflictCount === 1 ? '1 fact' : `${conflictCount} facts`} open
        </span>
      )}
    </p>
  );
}

interface EventHeaderProps {
  readonly event: EventDetail;
  readonly accounts: readonly Account[];
  readonly layout: Layout;
  readonly onLayout: (layout: Layout) => void;
}

export function EventHeader({ event, accounts, layout, onLayout }: EventHeaderProps) {
  const drawing = () => matrixSvg(event.title, accounts, layout === 'speaker' ? 'speaker' : 'article');
  return (
    <header className="px-4 pt-4 pb-3 border-b border-rule flex flex-col gap-2">
      <PageTitle
        label="Title"
        value={event.title}
        onSave={(title) => run(commands.updateEvent({ id: event.id, title }))}
      />
      <Summary event={event} />
      <div className="flex flex-wrap items-center gap-1.5">
        <Segmented label="Accounts" labelHidden value={layout} choices={layouts} onChange={onLayout} />
        <Button icon={<CalendarRange size={14} aria-hidden />} onPress={() => showInTimeline(event)}>
          Timeline
        </Button>
        <ExportMenu
          name={`Accounts of ${event.title}`}
          rows={() => accountsTable(accounts)}
          svg={drawing}
          isDisabled={accounts.length === 0}
        />
        <span className="ms-auto" />
        <Button
          icon={<FileDown size={14} aria-hidden />}
          onPress={() => openDialog({ kind: 'export', scope: { kind: 'event', id: event.id } })}
        >
          Report…
        </Button>
        <IconButton label="Move to the trash" icon={<Trash2 size={15} />} onPress={() => void trash(event)} />
      </div>
    </header>
  );
}
