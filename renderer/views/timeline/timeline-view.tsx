/**
 * Events in time, each drawn as surely as its date is known: in lanes, or one below the other; narrowed to an actor, a place, a
 * type, an article, words, or whether it happened.
 */
import { CalendarRange } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import type { Timeline } from '../../../shared/contract/views/timeline';
import { dayNumber } from '../../../shared/dates/calendar';
import { useAnswer } from '../../client/query';
import { ExportMenu } from '../../parts/export/export-menu';
import { ErrorMessage } from '../../shell/error-message';
import { useNavigation } from '../../shell/navigation';
import type { ScreenProps } from '../../shell/screen-props';
import { Spinner } from '../../ui/feedback/progress';
import { Segmented } from '../../ui/fields/segmented';
import { Select } from '../../ui/fields/select';
import { EmptyState } from '../../ui/layout/empty-state';
import { PageHeader } from '../../ui/layout/page-header';
import { isIn, timelineDrawing, timelinePicture, timelineTable } from './export-timeline';
import { LanesView } from './lanes/lanes-view';
import { useLanesModel } from './lanes/use-lanes-model';
import { TimelineList } from './list/timeline-list';
import type { LaneKind } from './model/lanes-of';
import type { TimeWindow } from './model/time-window';
import { TimelineFilters } from './timeline-filters';
import { filtersOf, showPlace, type TimelinePlace } from './timeline-place';

/** Of the calendar on the wall: `YYYY-MM-DD`. */
function todayHere(): string {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 10);
}

const forms = [
  { value: 'lanes', label: 'Lanes' },
  { value: 'list', label: 'List' },
] as const;

const kinds: readonly { readonly value: LaneKind; readonly label: string }[] = [
  { value: 'actor', label: 'By actor' },
  { value: 'place', label: 'By place' },
  { value: 'type', label: 'By type' },
  { value: 'article', label: 'By article' },
];

function NoEvents({ isNarrowed }: { readonly isNarrowed: boolean }) {
  return (
    <EmptyState
      icon={<CalendarRange size={28} aria-hidden />}
      title={isNarrowed ? 'No event is like this' : 'No events yet'}
    >
      {isNarrowed
        ? 'Take a filter off to see more.'
        : 'Events appear here in order of time, as surely as their dates are known.'}
    </EmptyState>
  );
}

function countWords(total: number): string {
  return total === 1 ? '1 event' : `${total.toLocaleString('en')} events`;
}

function Choices({ place }: { readonly place: TimelinePlace }) {
  const isList = place.form === 'list';
  return (
    <div className="flex flex-wrap items-center gap-2 px-4 py-2 border-b border-rule shrink-0">
      <Segmented
        label="Form"
        labelHidden
        value={isList ? 'list' : 'lanes'}
        choices={forms}
        onChange={(form) => showPlace({ form: form === 'list' ? form : undefined })}
      />
      {!isList && (
        <Select
          label="Lanes"
          labelHidden
          value={place.lanes ?? 'actor'}
          choices={kinds}
          onChange={(kind) => showPlace({ lanes: kind === 'actor' ? undefined : kind })}
        />
      )}
      <TimelineFilters place={place} />
    </div>
  );
}

interface FilledProps {
  readonly timeline: Timeline;
  readonly place: TimelinePlace;
}

function Filled({ timeline, place }: FilledProps) {
  const [today] = useState(todayHere);
  const kind: LaneKind = place.lanes ?? 'actor';
  const isList = place.form === 'list';
  const model = useLanesModel(timeline, kind, dayNumber(today));
  // Another step of the history may have had other days in view.
  const step = useNavigation(({ past }) => past.length);
  const shown = useRef<TimeWindow>(model.extent);
  const onShown = useCallback((window: TimeWindow) => {
    shown.current = window;
  }, []);
  const { shapes, lanes, undated } = model;
  const rows = () => {
    const all = timeline.ids.map((_, event) => event);
    const inView = all.filter((event) => isIn(shapes[event], shown.current));
    return timelineTable(timeline, isList ? all : [...inView, ...undated]);
  };
  const drawn = () => ({
    timeline,
    shapes,
    lanes,
    kind,
    window: shown.current,
    today: dayNumber(today),
    undatedCount: undated.length,
  });
  const drawings = { svg: () => timelineDrawing(drawn()), png: () => timelinePicture(drawn()) };
  const filters = JSON.stringify(filtersOf(place));
  return (
    <>
      <Header total={timeline.ids.length}>
        <ExportMenu
          name="Timeline"
          rows={rows}
          {...(isList ? {} : drawings)}
          isDisabled={timeline.ids.length === 0}
        />
      </Header>
      <Choices place={place} />
      {timeline.ids.length === 0 && <NoEvents isNarrowed={isNarrowed(place)} />}
      {timeline.ids.length > 0 &&
        (isList ? (
          <TimelineList timeline={timeline} today={today} rememberAs={`timeline ${filters}`} />
        ) : (
          <LanesView
            key={`${kind} ${step}`}
            {...{ timeline, model, kind, place, onShown }}
            today={dayNumber(today)}
          />
        ))}
    </>
  );
}

const isNarrowed = (place: TimelinePlace): boolean =>
  Object.values(filtersOf(place)).some((value) => value !== null && value !== '');

function Header({ total, children }: { readonly total: number; readonly children?: React.ReactNode }) {
  return (
    <PageHeader title="Timeline" detail={<span role="status">{countWords(total)}</span>}>
      {children}
    </PageHeader>
  );
}

export function TimelineView({ place }: ScreenProps<'timeline'>) {
  const { data, error } = useAnswer('listTimeline', filtersOf(place));
  if (data) return <Filled timeline={data} place={place} />;
  return (
    <>
      <PageHeader title="Timeline" />
      {error ? <ErrorMessage error={error} /> : <Spinner />}
    </>
  );
}
