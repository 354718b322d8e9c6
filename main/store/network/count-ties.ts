/** Ties counted: how often two entities are named together, share an event, or are stated to have to do with each other. */
import type { Nearness, TieKind } from '../../../shared/contract/network';
import { all, type ReadableDB } from '../core/sql';
import { namings } from './named-units';
import { type Months, monthParams, withinMonths } from './within-months';

/** A tie of two entities by their index; only a relation has a direction, the others have the lower index first. */
export interface Tie {
  readonly source: number;
  readonly target: number;
  readonly tie: TieKind;
  readonly weight: number;
  readonly label: string;
}

/** The index of each entity that is to be in the network. */
export type EntityIndex = ReadonlyMap<string, number>;

/** Counts pairs of members; the pair's key is `lower * size + higher`. */
function countPairs(groups: Iterable<ReadonlySet<number>>, size: number): Map<number, number> {
  const pairs = new Map<number, number>();
  for (const group of groups) {
    const members = [...group].sort((a, b) => a - b);
    members.forEach((lower, at) => {
      for (let next = at + 1; next < members.length; next++) {
        const key = lower * size + (members[next] ?? 0);
        pairs.set(key, (pairs.get(key) ?? 0) + 1);
      }
    });
  }
  return pairs;
}

interface Member {
  readonly entityId: string;
  readonly unit: string;
}

function tiesOfGroups(rows: readonly Member[], index: EntityIndex, tie: TieKind): Tie[] {
  const groups = new Map<string, Set<number>>();
  for (const { entityId, unit } of rows) {
    const member = index.get(entityId);
    if (member === undefined) continue;
    const group = groups.get(unit);
    if (group) group.add(member);
    else groups.set(unit, new Set([member]));
  }
  const pairs = countPairs(groups.values(), index.size);
  return Array.from(pairs, ([key, weight]) => {
    const source = Math.floor(key / index.size);
    return { source, target: key - source * index.size, tie, weight, label: '' };
  });
}

/** Who is in an event: those who take part, and the place. One row each, with the role. */
export const partsSql = `SELECT event_id, actor_id AS entity_id, role FROM participation
  UNION ALL SELECT event.id, coalesce(place.root_id, place.id), 'place' FROM event JOIN entity AS place ON place.id = event.place_id`;

function eventTies(db: ReadableDB, index: EntityIndex, months: Months): Tie[] {
  const sql = `SELECT event.id AS unit, part.entity_id AS "entityId" FROM (${partsSql}) AS part
    CROSS JOIN event ON event.id = part.event_id WHERE ${withinMonths('event.date', months)}`;
  return tiesOfGroups(all<Member>(db, sql, monthParams(months)), index, 'event');
}

/** Relations with the entities they go between after merging. */
export const relationsSql = `SELECT relation.*, coalesce(source.root_id, source.id) AS source_id, coalesce(target.root_id, target.id) AS target_id
  FROM entity_relation AS relation CROSS JOIN entity AS source ON source.id = relation.from_id
  CROSS JOIN entity AS target ON target.id = relation.to_id`;

function relationTies(db: ReadableDB, index: EntityIndex, months: Months): Tie[] {
  const sql = `SELECT source_id AS "sourceId", target_id AS "targetId", type, count(*) AS weight FROM (${relationsSql}) AS relation
    WHERE ${withinMonths('relation.date', months)} GROUP BY source_id, target_id, type`;
  const rows = all<{ sourceId: string; targetId: string; type: string; weight: number }>(
    db,
    sql,
    monthParams(months),
  );
  return rows.flatMap(({ sourceId, targetId, type, weight }): Tie[] => {
    const [source, target] = [index.get(sourceId), index.get(targetId)];
    if (source === undefined || target === undefined || source === target) return [];
    return [{ source, target, tie: 'relation', weight, label: type }];
  });
}

/** What is to be counted. */
export interface Counting extends Months {
  readonly ties: readonly TieKind[];
  readonly near: Nearness;
}

/** All ties of the kinds wanted between the entities of the index, in no order. */
export function countTies(db: ReadableDB, index: EntityIndex, { ties, near, from, to }: Counting): Tie[] {
  const months = { from, to };
  const counted: Readonly<Record<TieKind, () => Tie[]>> = {
    mention: () => tiesOfGroups(namings(db, near, { ...months, entityIds: null }), index, 'mention'),
    event: () => eventTies(db, index, months),
    relation: () => relationTies(db, index, months),
  };
  return [...new Set(ties)].flatMap((tie) => counted[tie]());
}
