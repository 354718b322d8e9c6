import type { Timeline } from '../../../../shared/contract/views/timeline';
import { IsolatedNames } from '../../../parts/isolated-names';
import {
  participantsOf,
  passagesWords,
  placeNameOf,
  typeNameOf,
  warningsOf,
  whenWords,
} from '../model/event-words';

/** Who stands on a card; more are counted. */
const namesShown = 6;

export interface EventCardProps {
  readonly timeline: Timeline;
  readonly event: number;
  /** CSS pixels in what it lies over: where it begins, and above or below which height it stands. */
  readonly x: number;
  readonly y: number;
  readonly isAbove: boolean;
}

/** What one event is, beside its mark; the same is said to those who hear the screen by the event itself. */
export function EventCard({ timeline, event, x, y, isAbove }: EventCardProps) {
  const names = participantsOf(timeline, event);
  const where = [typeNameOf(timeline, event), placeNameOf(timeline, event)].filter(Boolean);
  return (
    <div
      aria-hidden
      data-event-card
      className="absolute z-20 w-72 pointer-events-none rounded-lg border border-rule bg-raised px-3 py-2 shadow-lg"
      style={isAbove ? { left: x, bottom: y } : { left: x, top: y }}
    >
      <p className="font-medium line-clamp-3" dir="auto">
        {timeline.titles[event]}
      </p>
      <p className="text-muted text-xs">{whenWords(timeline, event)}</p>
      {where.length > 0 && (
        <p className="text-muted text-xs" dir="auto">
          {where.join(' · ')}
        </p>
      )}
      {names.length > 0 && (
        <p className="text-xs line-clamp-3">
          <IsolatedNames names={names.slice(0, namesShown)} />
          {names.length > namesShown && ` and ${names.length - namesShown} more`}
        </p>
      )}
      <p className="text-faint text-xs">{passagesWords(timeline, event)}</p>
      {warningsOf(timeline, event).map((words) => (
        <p key={words} className="text-danger text-xs">
          {words}
        </p>
      ))}
    </div>
  );
}
