/** What sort of thing an entity is. Only actors act and speak. */
export const entityKinds = ['actor', 'place', 'object'] as const;
export type EntityKind = (typeof entityKinds)[number];

/** Finer kinds of actor; '' is not said yet. */
export const actorKinds = [
  '',
  'person',
  'organisation',
  'state',
  'state body',
  'armed group',
  'population',
  'media',
  'unnamed',
] as const;
export type ActorKind = (typeof actorKinds)[number];

/** A further name of an entity. */
export interface EntityName {
  readonly id: string;
  readonly name: string;
}

/** An identifier in another system, e.g. scheme `wikidata`, value `Q7747`. */
export interface Identifier {
  readonly scheme: string;
  readonly value: string;
}

export interface EntitySummary {
  readonly id: string;
  readonly kind: EntityKind;
  readonly actorKind: ActorKind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly mentionCount: number;
  readonly eventCount: number;
}

export interface EntityDetail {
  readonly id: string;
  readonly kind: EntityKind;
  readonly actorKind: ActorKind;
  readonly name: string;
  readonly aliases: readonly EntityName[];
  readonly description: string;
  readonly identifiers: readonly Identifier[];
}

/** Another entity named in the same articles, strongest first. */
export interface CoMention {
  readonly entityId: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly articleCount: number;
}
