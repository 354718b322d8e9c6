/** Beside the map: the events of the places that are chosen; with none chosen every place, and what is at no place of the map. */
import { memo, useCallback, useDeferredValue } from 'react';
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import { SideSection } from '../../../parts/page/side-section';
import { go } from '../../../shell/navigation';
import { Button, LinkButton } from '../../../ui/actions/button';
import type { MapPlace } from '../content';
import type { PlacedEvent, Shown, ShownPlace } from '../shown';
import { countWords, happenedWords, precisionWords } from '../words';

const rowsShown = 200;
const nothingShown: Shown = { placed: [], unplaced: [], nowhere: [], eventCount: 0, undatedCount: 0 };

export interface MapSideProps {
  readonly shown: Shown;
  /** Ids of places. */
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (placeIds: readonly string[]) => void;
}

function More({ count }: { readonly count: number }) {
  if (count <= rowsShown) return null;
  const left = (count - rowsShown).toLocaleString('en');
  return <p className="mt-1.5 text-xs text-muted">{left} more are in the table.</p>;
}

function detailOf({ event, isMaybe, isContested }: PlacedEvent): string {
  return [
    event.date ? describeEdtf(event.date.edtf) : 'date not known',
    event.typeName,
    happenedWords[event.happened],
    isMaybe ? 'possibly at this time' : '',
    isContested ? 'place contested' : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function EventRow({ placed }: { readonly placed: PlacedEvent }) {
  const { event } = placed;
  const detail = detailOf(placed);
  return (
    <li className="min-w-0">
      <LinkButton title={event.title} onPress={() => go({ kind: 'event', id: event.id })}>
        {event.title}
      </LinkButton>
      <span className="block text-xs text-muted" dir="auto">
        {detail}
      </span>
    </li>
  );
}

function Events({ events }: { readonly events: readonly PlacedEvent[] }) {
  return (
    <>
      <ul className="flex flex-col gap-1.5">
        {events.slice(0, rowsShown).map((placed) => (
          <EventRow key={placed.event.id} placed={placed} />
        ))}
      </ul>
      <More count={events.length} />
    </>
  );
}

function ChosenPlace({ shown: { place, events } }: { readonly shown: ShownPlace }) {
  const where = [...place.path].reverse().join(', ');
  return (
    <SideSection
      title={place.name}
      detail={countWords(events.length, 'event')}
      action={<LinkButton onPress={() => go({ kind: 'entity', id: place.id })}>Open</LinkButton>}
    >
      <p className="text-xs text-faint mb-1.5" dir="auto">
        {[precisionWords[place.precision], where].filter(Boolean).join(' · ')}
      </p>
      <Events events={events} />
    </SideSection>
  );
}

interface PlaceRowProps {
  readonly place: MapPlace;
  readonly count: number;
  readonly onPress: (place: MapPlace) => void;
}

/** Few of them change when the time does. */
const PlaceRow = memo(function PlaceRow({ place, count, onPress }: PlaceRowProps) {
  return (
    <li className="flex items-center gap-1.5 min-w-0">
      <LinkButton title={place.name} onPress={() => onPress(place)}>
        {place.name}
      </LinkButton>
      <span className="text-xs text-faint ms-auto whitespace-nowrap tabular-nums">
        {countWords(count, 'event')}
      </span>
    </li>
  );
});

interface PlaceRowsProps extends Pick<PlaceRowProps, 'onPress'> {
  readonly rows: readonly ShownPlace[];
}

function PlaceRows({ rows, onPress }: PlaceRowsProps) {
  return (
    <>
      <ul className="flex flex-col gap-0.5">
        {rows.slice(0, rowsShown).map(({ key, place, events }) => (
          <PlaceRow key={key} place={place} count={events.length} onPress={onPress} />
        ))}
      </ul>
      <More count={rows.length} />
    </>
  );
}

const openPlace = ({ id }: MapPlace): void => go({ kind: 'entity', id });

const countEvents = (places: readonly ShownPlace[]): number =>
  new Set(places.flatMap(({ events }) => events.map(({ event }) => event.id))).size;

function Unplaced({ places }: { readonly places: readonly ShownPlace[] }) {
  if (places.length === 0) return null;
  return (
    <SideSection title="Without coordinates" detail={places.length.toLocaleString('en')}>
      <p className="text-xs text-muted mb-1.5">
        {countWords(countEvents(places), 'event')} at places without coordinates. Open a place to find it in
        the gazetteer.
      </p>
      <PlaceRows rows={places} onPress={openPlace} />
    </SideSection>
  );
}

function Nowhere({ events }: { readonly events: Shown['nowhere'] }) {
  if (events.length === 0) return null;
  return (
    <SideSection title="At no place" detail={countWords(events.length, 'event')}>
      <Events events={events.map((event) => ({ ...event, isContested: false }))} />
    </SideSection>
  );
}

/** It comes after the map: it has hundreds of rows, and what was pressed is looked for there first. */
export const MapSide = memo(function MapSide({ shown: latest, selected, onSelect }: MapSideProps) {
  const shown = useDeferredValue(latest, nothingShown);
  const choose = useCallback(({ id }: MapPlace) => onSelect([id]), [onSelect]);
  const all = [...shown.placed, ...shown.unplaced];
  const chosen = all.filter(({ place }) => selected.has(place.id));
  if (selected.size > 0)
    return (
      <>
        <div className="px-4 py-2 border-b border-rule flex items-center gap-2">
          <Button onPress={() => onSelect([])}>All places</Button>
          {chosen.length === 0 && <span className="text-xs text-muted">No events at this time.</span>}
        </div>
        {chosen.map((place) => (
          <ChosenPlace key={place.key} shown={place} />
        ))}
      </>
    );
  return (
    <>
      {shown.placed.length > 0 && (
        <SideSection title="On the map" detail={shown.placed.length.toLocaleString('en')}>
          <PlaceRows rows={shown.placed} onPress={choose} />
        </SideSection>
      )}
      <Unplaced places={shown.unplaced} />
      <Nowhere events={shown.nowhere} />
    </>
  );
});
