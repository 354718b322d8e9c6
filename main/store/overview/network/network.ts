/** The network of entities as the window draws it: counted, narrowed to what is near one of them, the strongest kept. */
import type { QueryArgs } from '../../../../shared/contract';
import type { Network, NetworkEdge, NetworkNode } from '../../../../shared/contract/views/network';
import { all, get, type ReadableDB } from '../../core/sql';
import { countTies, type Tie } from './count-ties';
import type { EntityIndex } from './named-units';

type Args = QueryArgs<'getNetwork'>;
type Entity = Omit<NetworkNode, 'strength'>;

/** By id: what is equal otherwise has the same order each time. The focus is among them whatever its kind. */
function entitiesOf(db: ReadableDB, { kinds, focusId }: Args): Entity[] {
  return all<Entity>(
    db,
    `SELECT id, kind, actor_kind AS "actorKind", name FROM entity
     WHERE root_id IS NULL AND (kind IN (SELECT value FROM json_each(@kinds))
       OR id = (SELECT coalesce(root_id, id) FROM entity WHERE id = @focusId)) ORDER BY id`,
    { kinds: JSON.stringify(kinds), focusId },
  );
}

/** Also what was merged into them leads to their numbers. */
function indexOf(db: ReadableDB, entities: readonly Entity[]): EntityIndex {
  const of = new Map(entities.map(({ id }, at) => [id, at]));
  const merged = all<{ id: string; rootId: string }>(
    db,
    'SELECT id, root_id AS "rootId" FROM entity WHERE root_id IS NOT NULL',
  );
  for (const { id, rootId } of merged) {
    const at = of.get(rootId);
    if (at !== undefined) of.set(id, at);
  }
  return { size: entities.length, of };
}

function neighboursOf(ties: readonly Tie[]): ReadonlyMap<number, readonly number[]> {
  const neighbours = new Map<number, number[]>();
  const add = (from: number, to: number) => {
    const known = neighbours.get(from);
    if (known) known.push(to);
    else neighbours.set(from, [to]);
  };
  for (const { source, target } of ties) {
    add(source, target);
    add(target, source);
  }
  return neighbours;
}

/** The ties among what is at most `steps` away from the focus. */
function tiesAround(ties: readonly Tie[], focus: number, steps: number): Tie[] {
  const neighbours = neighboursOf(ties);
  const near = new Set([focus]);
  for (let step = 0; step < steps; step++) {
    for (const node of Array.from(near)) for (const other of neighbours.get(node) ?? []) near.add(other);
  }
  return ties.filter(({ source, target }) => near.has(source) && near.has(target));
}

/** The sum of the weights of each node's ties, by its number; 0 has none. */
function strengthsOf(ties: readonly Tie[], size: number): Float64Array {
  const strengths = new Float64Array(size);
  for (const { source, target, weight } of ties)
    for (const node of [source, target]) strengths[node] = (strengths[node] ?? 0) + weight;
  return strengths;
}

/** Stated relations go before what is only counted; then by weight; then by entity, so that there is one order. */
const byWeight = (a: Tie, b: Tie): number =>
  Number(b.tie === 'relation') - Number(a.tie === 'relation') ||
  b.weight - a.weight ||
  a.source - b.source ||
  a.target - b.target ||
  (a.tie < b.tie ? -1 : Number(a.tie > b.tie)) ||
  (a.label < b.label ? -1 : Number(a.label > b.label));

/** The first of the ties in order; only those that may be among them are put in order. */
function strongestTies(ties: readonly Tie[], limit: number): Tie[] {
  const weights = Float64Array.from(ties, ({ weight }) => weight).sort();
  const least = weights[Math.max(0, ties.length - limit)] ?? 0;
  return ties
    .filter(({ tie, weight }) => weight >= least || tie === 'relation')
    .sort(byWeight)
    .slice(0, limit);
}

/** The strongest nodes, and among these the strongest ties; the focus stays whatever its strength. */
function strongest(ties: readonly Tie[], size: number, focus: number | undefined, args: Args) {
  const strengths = strengthsOf(ties, size);
  const strengthOf = (node: number) => (node === focus ? Number.POSITIVE_INFINITY : (strengths[node] ?? 0));
  const ranked = Array.from(strengths.keys())
    .filter((node) => strengthOf(node) > 0)
    .sort((a, b) => strengthOf(b) - strengthOf(a) || a - b);
  const kept = new Set(ranked.slice(0, args.nodeLimit));
  const among = ties.filter(({ source, target }) => kept.has(source) && kept.has(target));
  const edges = strongestTies(among, args.edgeLimit);
  const tied = new Set(edges.flatMap(({ source, target }) => [source, target]));
  const nodes = ranked.filter((node) => tied.has(node) || node === focus);
  return { strengths, edges, nodes, nodeTotal: ranked.length };
}

/** Entities that have ties, and the ties; see the contract for what is counted and what is left out. */
export function getNetwork(db: ReadableDB, args: Args): Network {
  const entities = entitiesOf(db, args);
  const index = indexOf(db, entities);
  const counted = countTies(db, index, args);
  const maxWeight = counted.reduce(
    (most, { tie, weight }) => (tie === 'relation' ? most : Math.max(most, weight)),
    0,
  );
  const strong = counted.filter(({ tie, weight }) => tie === 'relation' || weight >= args.minWeight);
  const focus = args.focusId === null ? undefined : index.of.get(args.focusId);
  const isLost = focus === undefined && args.focusId !== null;
  const ties = focus === undefined ? (isLost ? [] : strong) : tiesAround(strong, focus, args.steps);
  const kept = strongest(ties, index.size, focus, args);
  const places = new Map(kept.nodes.map((node, at) => [node, at]));
  const nodes = kept.nodes.flatMap((node): NetworkNode[] => {
    const entity = entities[node];
    return entity ? [{ ...entity, strength: kept.strengths[node] ?? 0 }] : [];
  });
  const edges = kept.edges.map(
    (edge): NetworkEdge => ({
      ...edge,
      source: places.get(edge.source) ?? 0,
      target: places.get(edge.target) ?? 0,
    }),
  );
  return { nodes, edges, nodeTotal: kept.nodeTotal, edgeTotal: ties.length, maxWeight };
}

/** The months between the first and the last date of anything the network is made of; years of other than four digits are left out. */
export function getNetworkSpan(db: ReadableDB): { readonly from: string; readonly to: string } | null {
  const row = get<{ first: string | null; last: string | null }>(
    db,
    `SELECT min(substr(coalesce(earliest, latest), 1, 7)) AS first, max(substr(coalesce(latest, earliest), 1, 7)) AS last FROM (
       SELECT published_earliest AS earliest, published_latest AS latest FROM article
       UNION ALL SELECT date_earliest, date_latest FROM event
       UNION ALL SELECT date_earliest, date_latest FROM entity_relation)
     WHERE coalesce(earliest, latest) GLOB '[0-9][0-9][0-9][0-9]-*' AND coalesce(latest, earliest) GLOB '[0-9][0-9][0-9][0-9]-*'`,
  );
  return row?.first && row.last ? { from: row.first, to: row.last } : null;
}
