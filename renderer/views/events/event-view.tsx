/** One event: every fact with its accounts side by side, the passages they rest on, and how it stands to other events. */
import { useCallback, useMemo, useRef, useState } from 'react';
import { factWords, modeWords, putWords } from '../../../shared/accounts/account-words';
import { factsOf } from '../../../shared/accounts/facts';
import type { Account } from '../../../shared/model/account';
import type { EventDetail } from '../../../shared/model/event';
import { commands } from '../../client/client';
import { useAnswer } from '../../client/query';
import { useMoreRows } from '../../client/use-rows';
import { CitingNotes } from '../../parts/page/citing-notes';
import { EditableText } from '../../parts/page/editable-text';
import { memoryOf, type PlaceMemory } from '../../parts/page/place-memory';
import { SideSection } from '../../parts/page/side-section';
import { PassageList } from '../../parts/passages/passage-list';
import { ErrorMessage } from '../../shell/error-message';
import { run } from '../../shell/notices';
import type { ScreenProps } from '../../shell/screen-props';
import { AfterPaint } from '../../ui/layout/after-paint';
import { ScrollPane } from '../../ui/layout/scroll-pane';
import { SplitPane } from '../../ui/layout/split-pane';
import { EventHeader, type Layout } from './event-header';
import { AccountMenu } from './facts/account-menu';
import { FactList } from './facts/fact-list';
import { type Editing, EditingContext, type OpenMenu, PageActionsContext } from './facts/page-actions';
import { SourceTable } from './matrix/source-table';
import { RelatedEvents } from './related/related-events';

/** What rests on each passage: "How many: injured – 14 (denies)". */
function restingByPassage(accounts: readonly Account[]): ReadonlyMap<string, readonly string[]> {
  const resting = new Map<string, string[]>();
  for (const account of accounts) {
    const how = account.mode === 'states' ? '' : ` (${modeWords[account.mode]})`;
    const words = `${factWords(account)} – ${putWords(account)}${how}`;
    for (const { annotationId } of account.evidence)
      resting.set(annotationId, [...(resting.get(annotationId) ?? []), words]);
  }
  return resting;
}

interface EvidenceProps {
  readonly eventId: string;
  readonly accounts: readonly Account[];
  readonly memory: PlaceMemory;
}

function Evidence({ eventId, accounts, memory }: EvidenceProps) {
  const { rows, total, more, isLoading, error } = useMoreRows('listEvidence', { eventId }, memory);
  const resting = useMemo(() => restingByPassage(accounts), [accounts]);
  const noteOf = useCallback((id: string) => resting.get(id)?.join(' · ') ?? 'no account yet', [resting]);
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
        noteOf={noteOf}
        emptyWords="No evidence yet. Choose words in an article and press E to link them to this event."
      />
    </section>
  );
}

/** Where the keyboard goes when a form is closed: to what opened it. */
function focusOpener(editing: Editing): void {
  requestAnimationFrame(() => {
    if (document.activeElement && document.activeElement !== document.body) return;
    const selector =
      editing.kind === 'add'
        ? `[data-add="${editing.fact}"]`
        : `[data-account="${editing.account.id}"] button`;
    document.querySelector<HTMLElement>(selector)?.focus();
  });
}

function usePage(eventId: string) {
  const [editing, setEditing] = useState<Editing | null>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const latest = useRef(editing);
  latest.current = editing;
  const actions = useMemo(() => {
    const edit = (next: Editing | null) => {
      if (!next && latest.current) focusOpener(latest.current);
      setEditing(next);
    };
    return { eventId, edit, openMenu: setMenu };
  }, [eventId]);
  return { actions, editing, menu };
}

function Side({ event }: { readonly event: EventDetail }) {
  return (
    <ScrollPane>
      <SideSection title="Description">
        <EditableText
          label="Description"
          multiline
          placeholder="What is said to have happened"
          value={event.description}
          onSave={(description) => run(commands.updateEvent({ id: event.id, description }))}
        />
      </SideSection>
      <RelatedEvents eventId={event.id} />
      <CitingNotes of={{ kind: 'event', id: event.id }} />
    </ScrollPane>
  );
}

interface MainProps {
  readonly event: EventDetail;
  readonly accounts: readonly Account[];
  readonly memory: PlaceMemory;
}

function Main({ event, accounts, memory }: MainProps) {
  const [layout, setLayout] = useState<Layout>('facts');
  const known = useMemo(() => factsOf(accounts), [accounts]);
  const showFacts = useCallback(() => setLayout('facts'), []);
  const [isComeBack] = useState(memory.scrollTop > 0);
  const evidence = <Evidence eventId={event.id} accounts={accounts} memory={memory} />;
  const header = <EventHeader {...{ event, accounts, layout }} onLayout={setLayout} />;
  if (layout !== 'facts')
    return (
      <>
        {header}
        <div
          role="region"
          aria-label="Facts and sources"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
          tabIndex={0}
          className="flex-1 min-h-0 overflow-auto -outline-offset-2"
        >
          {accounts.length === 0 ? (
            <p className="px-4 py-6 text-muted">Nothing is said of this event yet.</p>
          ) : (
            <SourceTable accounts={accounts} kind={layout} onShowFacts={showFacts} />
          )}
        </div>
      </>
    );
  return (
    <ScrollPane memory={memory}>
      {header}
      <FactList facts={known} atOnce={isComeBack} />
      {isComeBack ? evidence : <AfterPaint>{evidence}</AfterPaint>}
    </ScrollPane>
  );
}

export function EventView({ place }: ScreenProps<'event'>) {
  const { data: event, error } = useAnswer('getEvent', { id: place.id });
  const { data: accounts } = useAnswer('listAccounts', { eventId: place.id });
  const { actions, editing, menu } = usePage(place.id);
  const memory = memoryOf(place);
  if (error) return <ErrorMessage error={error} />;
  if (!event || !accounts) return null;
  return (
    <PageActionsContext value={actions}>
      <EditingContext value={editing}>
        <SplitPane
          name="event"
          label="Width of the details"
          main={<Main event={event} accounts={accounts} memory={memory} />}
          side={<Side event={event} />}
        />
        {menu && <AccountMenu menu={menu} />}
      </EditingContext>
    </PageActionsContext>
  );
}
