/** One event: when, where, who in which role, and the passages that are its evidence. */
import { CalendarRange, Trash2 } from 'lucide-react';
import type { EventDetail } from '../../../shared/model/event';
import { commands } from '../../client/client';
import { useAnswer } from '../../client/query';
import { useMoreRows } from '../../client/use-rows';
import { CitingNotes } from '../../parts/page/citing-notes';
import { PageTitle } from '../../parts/page/page-title';
import { memoryOf, type PlaceMemory } from '../../parts/page/place-memory';
import { PassageList } from '../../parts/passages/passage-list';
import { ErrorMessage } from '../../shell/error-message';
import { go, useNavigation } from '../../shell/navigation';
import { notifyUndoable, run } from '../../shell/notices';
import type { ScreenProps } from '../../shell/screen-props';
import { Button, IconButton } from '../../ui/actions/button';
import { ScrollPane } from '../../ui/layout/scroll-pane';
import { SplitPane } from '../../ui/layout/split-pane';
import { EventFacts } from './event-facts';
import { Participants } from './participants';

async function trash({ id, title }: EventDetail): Promise<void> {
  const { past, back, replace } = useNavigation.getState();
  if (past.length > 0) back();
  else replace({ kind: 'events' });
  const done = await run(commands.trashEvents({ ids: [id] }));
  if (done !== undefined) notifyUndoable(`Moved “${title}” to the trash`, 'trashEvents');
}

function EventHeader({ event }: { readonly event: EventDetail }) {
  return (
    <header className="px-4 pt-3.5 pb-3 border-b border-rule flex flex-col gap-2">
      <PageTitle
        label="Title"
        value={event.title}
        onSave={(title) => run(commands.updateEvent({ id: event.id, title }))}
      />
      <div className="flex items-center gap-1.5">
        <Button icon={<CalendarRange size={14} aria-hidden />} onPress={() => go({ kind: 'timeline' })}>
          Timeline
        </Button>
        <span className="ms-auto" />
        <IconButton label="Move to the trash" icon={<Trash2 size={15} />} onPress={() => void trash(event)} />
      </div>
    </header>
  );
}

interface EvidenceProps {
  readonly event: EventDetail;
  readonly memory: PlaceMemory;
}

function Evidence({ event, memory }: EvidenceProps) {
  const { rows, total, more, isLoading, error } = useMoreRows('listEvidence', { eventId: event.id }, memory);
  if (error) return <ErrorMessage error={error} />;
  if (isLoading) return null;
  return (
    <section aria-label="Evidence">
      {total > 0 && (
        <h2 className="px-4 pt-2.5 text-xs text-muted tabular-nums">
          {total === 1 ? '1 passage of evidence' : `${total.toLocaleString('en')} passages of evidence`}
        </h2>
      )}
      <PassageList
        passages={rows}
        total={total}
        onMore={more}
        memory={memory}
        emptyWords="No evidence yet. Choose words in an article and press E to link them to this event."
      />
    </section>
  );
}

export function EventView({ place }: ScreenProps<'event'>) {
  const { data: event, error } = useAnswer('getEvent', { id: place.id });
  const memory = memoryOf(place);
  if (error) return <ErrorMessage error={error} />;
  if (!event) return null;
  return (
    <SplitPane
      name="event"
      label="Width of the details"
      main={
        <ScrollPane memory={memory}>
          <EventHeader event={event} />
          <Evidence event={event} memory={memory} />
        </ScrollPane>
      }
      side={
        <ScrollPane>
          <EventFacts event={event} />
          <Participants event={event} />
          <CitingNotes of={{ kind: 'event', id: event.id }} />
        </ScrollPane>
      }
    />
  );
}
