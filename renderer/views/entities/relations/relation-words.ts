/** How entities stand to each other, in plain words, read from the entity on the page. */
import type { EntityRelation, entityRelationTypes } from '../../../../shared/model/relation';

/** A relation as it is chosen or listed. */
export interface Reading {
  readonly type: string;
  /** The entity on the page is the `to` end. */
  readonly isReversed: boolean;
  /** As it is read from the entity on the page. */
  readonly label: string;
}

type KnownType = (typeof entityRelationTypes)[number];

/** Each known type as it reads from both ends; those that read the same both ways have one. */
const knownLabels: Readonly<Record<KnownType, readonly [string, string?]>> = {
  'holds office in': ['holds office in', 'has in office'],
  'member of': ['member of', 'has as member'],
  'part of': ['part of', 'has as part'],
  'ally of': ['ally of'],
  supports: ['supports', 'supported by'],
  opposes: ['opposes', 'opposed by'],
  'family of': ['family of'],
};

/** All that is offered. */
export const knownReadings: readonly Reading[] = Object.entries(knownLabels).flatMap(
  ([type, [forth, back]]) => [
    { type, isReversed: false, label: forth },
    ...(back ? [{ type, isReversed: true, label: back }] : []),
  ],
);

const isKnown = (type: string): type is KnownType => Object.hasOwn(knownLabels, type);

/** Words of one's own are read from this end, known ones as they are meant. */
export function readingFor(words: string): Reading {
  const label = words.trim();
  return knownReadings.find((one) => one.label === label) ?? { type: label, isReversed: false, label };
}

/** How a relation reads from an entity; one with words of the researcher's own says so when it comes from the other end. */
export function readingOf({ type, toId }: EntityRelation, entityId: string): Reading {
  const isReversed = toId === entityId;
  if (!isKnown(type)) return { type, isReversed, label: isReversed ? `${type} (from the other)` : type };
  const [forth, back = forth] = knownLabels[type];
  return { type, isReversed, label: isReversed ? back : forth };
}

/** How it would read from the entity on the page turned round; null where that says the same. */
export function turnedReading(relation: EntityRelation, entityId: string): string | null {
  const { fromId, toId } = relation;
  const { label } = readingOf({ ...relation, fromId: toId, toId: fromId }, entityId);
  return label === readingOf(relation, entityId).label ? null : label;
}
