import type { PassageRef } from './annotation';
import type { EntityKind } from './entity';
import type { EventDate } from './event-date';

/** How an event stands to another. The last three are order in time; "after" is `before`, the other way round. */
export const eventRelationTypes = [
  'causes',
  'part of',
  'same as',
  'contradicts',
  'responds to',
  'before',
  'during',
  'simultaneous',
] as const;
export type EventRelationType = (typeof eventRelationTypes)[number];

/** A relation of the event asked about (`here`) with another, read from `from` to `to`. */
export interface EventRelation {
  readonly id: string;
  readonly type: EventRelationType;
  readonly fromId: string;
  readonly toId: string;
  /** The other event. */
  readonly otherId: string;
  readonly otherTitle: string;
  readonly otherDate: EventDate | null;
  readonly comment: string;
  readonly evidence: readonly PassageRef[];
}

/** Relations of actors that are offered first; a type is free text. */
export const entityRelationTypes = [
  'member of',
  'holds office in',
  'part of',
  'ally of',
  'opposes',
  'supports',
  'family of',
] as const;

/** A relation of the entity asked about with another, over a time, on words. */
export interface EntityRelation {
  readonly id: string;
  readonly type: string;
  /** Of an office: "spokesperson". */
  readonly title: string;
  readonly fromId: string;
  readonly toId: string;
  readonly otherId: string;
  readonly otherName: string;
  readonly otherKind: EntityKind;
  readonly date: EventDate | null;
  readonly comment: string;
  readonly evidence: readonly PassageRef[];
}
