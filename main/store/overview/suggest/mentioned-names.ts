/** Words that the researcher has linked to an actor or a place: in their sentence they are its name, whatever they are. */
import type { EntityKind } from '../../../../shared/model/entity';
import type { KnownName } from '../../../suggest/name-speaker';
import { all, type ReadableDB } from '../../core/sql';

interface Row {
  readonly start: number;
  readonly end: number;
  readonly entityId: string;
  readonly name: string;
  readonly kind: EntityKind;
  readonly actorKind: string;
}

/** A longer passage is about someone; it does not name them. Code points. */
const longestName = 60;

const mentioned = `SELECT DISTINCT a.start, a."end", e.id AS entityId, e.name, e.kind, e.actor_kind AS actorKind
  FROM anchor a JOIN mention m USING (annotation_id) JOIN entity e ON e.id = m.entity_id
  WHERE a.revision_id = @revisionId AND a.start >= @from AND a.start < @to AND a."end" <= @to AND a.state <> 'orphan'
    AND a."end" - a.start <= ${longestName}
  ORDER BY a.start, e.id`;

/** A stretch of a revision, in code points. */
export interface Stretch {
  readonly revisionId: string;
  readonly from: number;
  readonly to: number;
}

/** The names that were linked in a stretch; `inward` turns an offset of the revision into one of the text at hand (UTF-16). */
export function mentionedNames(
  db: ReadableDB,
  { revisionId, from, to }: Stretch,
  inward: (offset: number) => number,
): KnownName[] {
  return all<Row>(db, mentioned, { revisionId, from, to }).map(
    ({ start, end, entityId, name, kind, actorKind }) => ({
      start: inward(start),
      end: inward(end),
      entityId,
      name,
      kind,
      isPerson: actorKind === 'person',
    }),
  );
}

const covers = (one: KnownName, other: KnownName): boolean =>
  one.start <= other.start && one.end >= other.end;

const isLonger = (one: KnownName, than: KnownName): boolean => one.end - one.start > than.end - than.start;

/** What was linked goes before names that were only recognised; of words within each other the longer count. In order. */
export function preferMentioned(
  mentions: readonly KnownName[],
  recognised: readonly KnownName[],
): KnownName[] {
  const kept = mentions.filter(
    (name) => ![...mentions, ...recognised].some((other) => isLonger(other, name) && covers(other, name)),
  );
  const others = recognised.filter((name) => !kept.some((mention) => covers(mention, name)));
  return [...kept, ...others].sort((a, b) => a.start - b.start || b.end - a.end);
}
