import type { Happened } from './account';
import type { EventDate } from './event-date';

/** A type in the notebook's own list of event types. */
export interface EventType {
  readonly id: string;
  readonly name: string;
  /** The type it is a kind of. */
  readonly parentId: string | null;
  readonly description: string;
  /** Events of which an account says it. */
  readonly useCount: number;
}

/** A role on the notebook's list; any other words can be a role as well. */
export interface Role {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Participants that have it. */
  readonly useCount: number;
}

/** An actor in an event, with a role; linked to the very words where they are known. */
export interface Participation {
  readonly id: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly role: string;
  readonly annotationId: string | null;
}

export interface EventSummary {
  readonly id: string;
  readonly title: string;
  readonly typeName: string;
  readonly date: EventDate | null;
  readonly placeId: string | null;
  readonly placeName: string;
  readonly happened: Happened;
  /** Facts with conflicts undecided. */
  readonly conflictCount: number;
  readonly participants: readonly {
    readonly actorId: string;
    readonly name: string;
    readonly role: string;
  }[];
  readonly evidenceCount: number;
}

export interface EventDetail {
  readonly id: string;
  readonly title: string;
  readonly typeId: string | null;
  readonly typeName: string;
  readonly description: string;
  readonly date: EventDate | null;
  readonly placeId: string | null;
  readonly placeName: string;
  readonly happened: Happened;
  readonly conflictCount: number;
  readonly participations: readonly Participation[];
}
