/** Ties counted: how often two entities are named together, share an event, or are stated to have to do with each other. */
import type { Nearness, TieKind } from '../../../../shared/contract/views/network';
import { all, type ReadableDB } from '../../core/sql';
import { type EntityIndex, type Group, namedGroups } from './named-units';
import { type Months, monthParams, withinMonths } from './within-months';

/** A tie of two entities by their index; only a relation has a direction, the others have the lower index first. */
export interface Tie {
  readonly source: number;
  readonly target: number;
  readonly tie: TieKind;
  readonly weight: number;
  readonly label: string;
}

/** Up to so many entities the pairs are counted in a table of all of them: several times as fast, 36 MB at the most. */
const largestTable = 3000;

/** Calls with the key of each pair of members of a group, `lower * size + higher`, once for each group. */
function forEachPair(groups: readonly Group[], size: number, call: (key: number) => void): void {
  for (const group of groups) {
    const members = Uint32Array.from(group).sort();
    for (let at = 0; at < members.length; at++) {
      const row = (members[at] ?? 0) * size;
      for (let next = at + 1; next < members.length; next++) call(row + (members[next] ?? 0));
    }
  }
}

function tiesOfGroups(groups: readonly Group[], { size }: EntityIndex, tie: TieKind): Tie[] {
  const ties: Tie[] = [];
  const add = (weight: number, key: number) => {
    const source = Math.floor(key / size);
    if (weight > 0) ties.push({ source, target: key - source * size, tie, weight, label: '' });
  };
  if (size <= largestTable) {
    const table = new Uint32Array(size * size);
    forEachPair(groups, size, (key) => (table[key] = (table[key] ?? 0) + 1));
    table.forEach(add);
  } else {
    const counts = new Map<number, number>();
    forEachPair(groups, size, (key) => counts.set(key, (counts.get(key) ?? 0) + 1));
    counts.forEach(add);
  }
  return ties;
}

interface Member {
  readonly entityId: string;
  readonly unit: string;
}

function groupsOf(members: readonly Member[], { of }: EntityIndex): Group[] {
  const groups = new Map<string, Set<number>>();
  for (const { entityId, unit } of members) {
    const member = of.get(entityId);
    if (member === undefined) continue;
    const group = groups.get(unit);
    if (group) group.add(member);
    else groups.set(unit, new Set([member]));
  }
  return [...groups.values()];
}

/** Who is in an event: those who take part, and the place. One row each, with the role. */
export const partsSql = `SELECT event_id, actor_id AS entity_id, role FROM participation
  UNION ALL SELECT event.id, coalesce(place.root_id, place.id), 'place' FROM event JOIN entity AS place ON place.id = event.place_id`;

function eventTies(db: ReadableDB, index: EntityIndex, months: Months): Tie[] {
  const sql = `SELECT event.id AS unit, part.entity_id AS "entityId" FROM (${partsSql}) AS part
    CROSS JOIN event ON event.id = part.event_id WHERE ${withinMonths('event.date', months)}`;
  return tiesOfGroups(groupsOf(all<Member>(db, sql, monthParams(months)), index), index, 'event');
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
    const [source, target] = [index.of.get(sourceId), index.of.get(targetId)];
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
    mention: () => tiesOfGroups(namedGroups(db, index, near, months), index, 'mention'),
    event: () => eventTies(db, index, months),
    relation: () => relationTies(db, index, months),
  };
  return [...new Set(ties)].flatMap((tie) => counted[tie]());
}
