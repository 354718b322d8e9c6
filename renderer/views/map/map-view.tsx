/**
 * The map: where events were, as exactly as it is known and at the time that is chosen; as a drawing or as a table. Works
 * without a network; land is all it knows of the earth.
 */
import { Map as MapIcon } from 'lucide-react';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useAnswer } from '../../client/query';
import { ExportMenu } from '../../parts/export/export-menu';
import { ErrorMessage } from '../../shell/error-message';
import { useNavigation } from '../../shell/navigation';
import type { PlaceOf, ScreenProps } from '../../shell/screen-props';
import { Spinner } from '../../ui/feedback/progress';
import { Segmented } from '../../ui/fields/segmented';
import { EmptyState } from '../../ui/layout/empty-state';
import { PageHeader } from '../../ui/layout/page-header';
import { ScrollPane } from '../../ui/layout/scroll-pane';
import { SplitPane } from '../../ui/layout/split-pane';
import { contentOf, type MapContent } from './content';
import { Legend } from './drawing/legend';
import { MapDrawing } from './drawing/map-drawing';
import { type MonthRange, monthsOf } from './geometry/months';
import { worldFor } from './geometry/world';
import { MapFilters } from './map-filters';
import { mapTable } from './map-rows';
import { MapTable } from './map-table';
import { type Shown, shownIn } from './shown';
import { MapSide } from './side/map-side';
import { TimeRange } from './time-range';
import { useBoundaries } from './use-boundaries';
import { countWords } from './words';

type MapPlaceOf = PlaceOf<'map'>;
type Narrowing = Omit<MapPlaceOf, 'kind'>;

/** The screen with something else chosen; what is undefined is taken off. */
function show(
  place: MapPlaceOf,
  change: { readonly [Name in keyof Narrowing]: Narrowing[Name] | undefined },
): void {
  const given = Object.entries({ ...place, ...change }).filter(([, value]) => value !== undefined);
  useNavigation.getState().replace({ ...Object.fromEntries(given), kind: 'map' });
}

const noContent: MapContent = { events: [], places: [] };

/** What is read, and what of it is in the time chosen. */
function useShown({ actorId, typeId, months }: MapPlaceOf) {
  const narrowed = { actorId: actorId ?? null, typeId: typeId ?? null };
  const { data, error, isPending } = useAnswer('listMapPlaces', narrowed);
  const content = useMemo(() => (data ? contentOf(data) : noContent), [data]);
  const dates = useMemo(() => content.events.map(({ date }) => date), [content]);
  const whole = useMemo(() => monthsOf(dates), [dates]);
  const chosen = useMemo(() => (months && whole ? within(months, whole) : whole), [months, whole]);
  const isNarrowed = chosen?.first !== whole?.first || chosen?.last !== whole?.last;
  // The ends of the time follow the hand at once, the map a moment later where there are many events.
  const inTime = useDeferredValue(isNarrowed ? chosen : null);
  const shown = useMemo(() => shownIn(content, inTime), [content, inTime]);
  const world = useMemo(() => worldFor(content.places.flatMap(({ point }) => point ?? [])), [content]);
  return { content, dates, whole, chosen, shown, world, error, isPending };
}

/** A range that was chosen, where other events have another first and last month. */
const within = ({ first, last }: MonthRange, whole: MonthRange): MonthRange => ({
  first: Math.min(Math.max(first, whole.first), whole.last),
  last: Math.max(Math.min(last, whole.last), whole.first),
});

function statusWords({ eventCount, placed, undatedCount }: Shown): string {
  const counted = `${countWords(eventCount, 'event')}, ${countWords(placed.length, 'place')} on the map`;
  return undatedCount > 0 ? `${counted}, ${undatedCount.toLocaleString('en')} undated left out` : counted;
}

function NoEvents({ isNarrowed }: { readonly isNarrowed: boolean }) {
  return (
    <EmptyState
      icon={<MapIcon size={28} aria-hidden />}
      title={isNarrowed ? 'No event is like this' : 'No events yet'}
    >
      {isNarrowed
        ? 'Take a filter off to see more.'
        : 'Events appear here where they happened, as exactly as it is known.'}
    </EmptyState>
  );
}

/** Chooses places; the same function as long as the screen is there. */
function useSelect(place: MapPlaceOf): (ids: readonly string[]) => void {
  const latest = useRef(place);
  useEffect(() => {
    latest.current = place;
  });
  return useCallback((ids) => show(latest.current, { selected: ids.length > 0 ? ids : undefined }), []);
}

const forms = [
  { value: 'map', label: 'Map' },
  { value: 'table', label: 'Table' },
] as const;

export function MapView({ place }: ScreenProps<'map'>) {
  const { actorId, typeId } = place;
  const { content, dates, whole, chosen, shown, world, error, isPending } = useShown(place);
  const [form, setForm] = useState<'map' | 'table'>('map');
  const drawing = useRef<SVGSVGElement>(null);
  const { boundaries, add, remove } = useBoundaries();
  const selected = useMemo(() => new Set(place.selected ?? []), [place.selected]);
  const select = useSelect(place);
  const svg = () => {
    if (!drawing.current) throw new Error('The map is not drawn.');
    return drawing.current;
  };
  const isEmpty = content.events.length === 0;
  if (error) return <ErrorMessage error={error} />;
  const map = (
    <>
      <MapDrawing
        {...{ world, boundaries, selected }}
        placed={shown.placed}
        onSelect={select}
        svg={drawing}
      />
      <div className="absolute start-2 top-2 rounded-md bg-raised/90 border border-rule">
        <Legend boundaries={boundaries} onAdd={() => void add()} onRemove={() => void remove()} />
      </div>
    </>
  );
  return (
    <>
      <PageHeader title="Map" detail={<span role="status">{isPending ? '' : statusWords(shown)}</span>}>
        <MapFilters actorId={actorId} typeId={typeId} onChange={(change) => show(place, change)} />
        <Segmented label="Show as" labelHidden value={form} choices={forms} onChange={setForm} />
        <ExportMenu
          name="Map"
          rows={() => mapTable(shown)}
          {...(form === 'map' ? { svg } : {})}
          isDisabled={isEmpty}
        />
      </PageHeader>
      {isPending && <Spinner />}
      {isEmpty && !isPending && <NoEvents isNarrowed={actorId !== undefined || typeId !== undefined} />}
      {!isEmpty && form === 'table' && <MapTable shown={shown} />}
      {!isEmpty && form === 'map' && (
        <SplitPane
          name="map"
          label="Width of the list of events"
          main={<div className="relative flex flex-col flex-1 min-h-0">{map}</div>}
          side={
            <ScrollPane>
              <MapSide shown={shown} selected={selected} onSelect={select} />
            </ScrollPane>
          }
          sideWidth={270}
        />
      )}
      {!isEmpty && whole && chosen && whole.first < whole.last && (
        <TimeRange
          dates={dates}
          whole={whole}
          chosen={chosen}
          onChange={(months) => show(place, { months })}
        />
      )}
    </>
  );
}
