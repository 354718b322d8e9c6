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

/**
 * What sort of name it is. A weak alias also names others ("the president"); a metonym names it by something else
 * ("Kyiv" for the government of Ukraine).
 */
export const nameKinds = ['name', 'alias', 'weak alias', 'former', 'other script', 'metonym'] as const;
export type NameKind = (typeof nameKinds)[number];

/** A further name of an entity. */
export interface EntityName {
  readonly id: string;
  readonly name: string;
  readonly kind: NameKind;
  /** The merged entity whose name it is; null: the entity's own. */
  readonly memberId: string | null;
}

/** An entity that was merged into the one asked about. */
export interface MergedEntity {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Passages that were linked to it itself. */
  readonly mentionCount: number;
}

/** Where a place lies: WGS 84, in degrees. */
export interface GeoPoint {
  readonly latitude: number;
  readonly longitude: number;
  /** How far from there it may lie or reach; null: as its precision says. */
  readonly radiusKm: number | null;
  /** Where the coordinates are from, with the licence. */
  readonly source: string;
}

/** How exactly a place is known; '' is not said. */
export const precisions = ['', 'point', 'settlement', 'district', 'region', 'country'] as const;
export type Precision = (typeof precisions)[number];

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
  /** What a place lies in, what a body belongs to. */
  readonly parentId: string | null;
  readonly parentName: string;
  readonly precision: Precision;
  readonly point: GeoPoint | null;
  readonly merged: readonly MergedEntity[];
}

/** Another entity that is named in the same articles or takes part in the same events. */
export interface CoMention {
  readonly entityId: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly articleCount: number;
  readonly eventCount: number;
}
