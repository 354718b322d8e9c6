/** How events stand to each other, in plain words, read from the event on the page. */
import type { EventRelation, EventRelationType } from '../../../../shared/model/relation';

/** A relation as it is chosen or listed: a type, and from which end it is read. */
export interface Reading {
  readonly id: string;
  readonly type: EventRelationType;
  /** The event on the page is the `to` end. */
  readonly isReversed: boolean;
  /** As a heading above the other events. */
  readonly label: string;
}

const reading = (type: EventRelationType, label: string, isReversed = false): Reading => ({
  id: `${type}${isReversed ? ' reversed' : ''}`,
  type,
  isReversed,
  label,
});

/** In the order they are listed in; those that read the same both ways have one row. */
export const readings: readonly Reading[] = [
  reading('before', 'Before'),
  reading('before', 'After', true),
  reading('during', 'During'),
  reading('during', 'While it lasted', true),
  reading('simultaneous', 'At the same time as'),
  reading('part of', 'Part of'),
  reading('part of', 'Has part', true),
  reading('causes', 'Causes'),
  reading('causes', 'Caused by', true),
  reading('responds to', 'Responds to'),
  reading('responds to', 'Answered by', true),
  reading('contradicts', 'Contradicts'),
  reading('same as', 'Same as'),
];

/** How a relation reads from an event. */
export function readingOf({ type, toId }: EventRelation, eventId: string): Reading {
  const ofType = readings.filter((one) => one.type === type);
  const found = ofType.find(({ isReversed }) => isReversed === (toId === eventId)) ?? ofType[0];
  if (!found) throw new Error(`no words for “${type}”`);
  return found;
}
