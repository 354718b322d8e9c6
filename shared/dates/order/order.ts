/**
 * What the stated order of events says about their dates: “a before b” and the like, carried along from event to event.
 * Gives bounds to events that have none of their own, and names the statements that can't all be true.
 */
import { dateOrder } from '../calendar';
import { connected } from './connected';

/** An event's date as far as it is known: `YYYY-MM-DD`, null where it is open. */
export interface BoundedEvent {
  readonly id: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  /** Whether the date is neither approximate nor uncertain; only then can it contradict anything. */
  readonly isSure: boolean;
}

/** That one event lay before, within, or at the time of another. Before is: over by the day the other began. */
export interface StatedOrder {
  readonly id: string;
  readonly kind: 'before' | 'during' | 'simultaneous';
  readonly from: string;
  readonly to: string;
}

/** Statements that can't all be true, with the events concerned. */
export interface OrderContradiction {
  /** `circle`: the order alone is impossible; `dates`: it is against the dates of the first and last event. */
  readonly kind: 'circle' | 'dates';
  readonly relationIds: readonly string[];
  readonly eventIds: readonly string[];
}

/** First and last day on which an event can have been, from its own date and the order. */
export interface DerivedBounds {
  readonly earliest: string | null;
  readonly latest: string | null;
  /** Whether the order said more than the event's own date. */
  readonly isDerived: boolean;
}

/** What follows from dates and order together. */
export interface EventOrder {
  readonly bounds: ReadonlyMap<string, DerivedBounds>;
  readonly contradictions: readonly OrderContradiction[];
}

/** “Not later than” between two ends: begin of event n is 2n, its end 2n + 1. */
interface Edge {
  readonly from: number;
  readonly to: number;
  /** Index of the statement; -1: an event ends no earlier than it begins. */
  readonly stated: number;
}

interface Graph {
  readonly ends: number;
  readonly edges: readonly Edge[];
  /** Indices of edges by the end they leave or arrive at. */
  readonly leaving: readonly (readonly number[])[];
  readonly arriving: readonly (readonly number[])[];
}

function edgesOf({ kind, from, to }: StatedOrder, stated: number, at: ReadonlyMap<string, number>): Edge[] {
  const [a, b] = [at.get(from), at.get(to)];
  if (a === undefined || b === undefined) return [];
  const edge = (one: number, other: number): Edge => ({ from: one, to: other, stated });
  if (kind === 'before') return [edge(2 * a + 1, 2 * b)];
  const within = [edge(2 * b, 2 * a), edge(2 * a + 1, 2 * b + 1)];
  return kind === 'during' ? within : [...within, edge(2 * a, 2 * b), edge(2 * b + 1, 2 * a + 1)];
}

function graphOf(events: readonly BoundedEvent[], relations: readonly StatedOrder[]): Graph {
  const at = new Map(events.map(({ id }, index) => [id, index]));
  const edges = [
    ...events.map((_, index): Edge => ({ from: 2 * index, to: 2 * index + 1, stated: -1 })),
    ...relations.flatMap((relation, index) => edgesOf(relation, index, at)),
  ];
  const leaving: number[][] = Array.from({ length: 2 * events.length }, () => []);
  const arriving: number[][] = Array.from({ length: 2 * events.length }, () => []);
  for (const [index, { from, to }] of edges.entries()) {
    leaving[from]?.push(index);
    arriving[to]?.push(index);
  }
  return { ends: 2 * events.length, edges, leaving, arriving };
}

/** A day carried to an end, and the edge it came by (-1: its own). */
interface Carried {
  readonly day: string;
  readonly order: number;
  readonly edge: number;
}

const own = (day: string | null): Carried | null =>
  day === null ? null : { day, order: dateOrder(day), edge: -1 };

/** Carries first days along the edges, or last days against them, until nothing gets tighter. */
function carry(graph: Graph, first: readonly (Carried | null)[], side: 'low' | 'high'): (Carried | null)[] {
  const carried = [...first];
  const edgesAt = side === 'low' ? graph.leaving : graph.arriving;
  // By the day, the tightest first: so every end is settled once.
  const seeds = [...carried.keys()].filter((end) => carried[end]);
  const sign = side === 'low' ? -1 : 1;
  seeds.sort((a, b) => sign * ((carried[a]?.order ?? 0) - (carried[b]?.order ?? 0)));
  const isDone = new Uint8Array(graph.ends);
  for (const seed of seeds) {
    const waiting = isDone[seed] ? [] : [seed];
    isDone[seed] = 1;
    for (let end = waiting.pop(); end !== undefined; end = waiting.pop()) {
      const value = carried[end];
      for (const index of value ? (edgesAt[end] ?? []) : []) {
        const edge = graph.edges[index];
        const next = side === 'low' ? edge?.to : edge?.from;
        if (!value || next === undefined || isDone[next]) continue;
        carried[next] = { ...value, edge: index };
        isDone[next] = 1;
        waiting.push(next);
      }
    }
  }
  return carried;
}

const lowOf = (events: readonly BoundedEvent[]): (Carried | null)[] =>
  events.flatMap(({ earliest }) => [own(earliest), own(earliest)]);
const highOf = (events: readonly BoundedEvent[]): (Carried | null)[] =>
  events.flatMap(({ latest }) => [own(latest), own(latest)]);

const isApart = (low: Carried | null | undefined, high: Carried | null | undefined): boolean =>
  Boolean(low && high && low.order > high.order);

/** The edges by which a day came to an end, from where it was that end's own. */
function wayTo(
  graph: Graph,
  carried: readonly (Carried | null)[],
  end: number,
  side: 'low' | 'high',
): Edge[] {
  const way: Edge[] = [];
  let at = end;
  for (let index = carried[at]?.edge ?? -1; index >= 0; index = carried[at]?.edge ?? -1) {
    const edge = graph.edges[index];
    if (!edge) break;
    way.push(edge);
    at = side === 'low' ? edge.from : edge.to;
  }
  return side === 'low' ? way.reverse() : way;
}

const unique = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];

function contradictionOf(
  kind: OrderContradiction['kind'],
  way: readonly Edge[],
  events: readonly BoundedEvent[],
  relations: readonly StatedOrder[],
): OrderContradiction {
  const ends = way.flatMap(({ from, to }) => [from, to]);
  return {
    kind,
    relationIds: unique(way.flatMap(({ stated }) => relations[stated]?.id ?? [])),
    eventIds: unique(ends.flatMap((end) => events[Math.floor(end / 2)]?.id ?? [])),
  };
}

/** Ways by which a first day comes to an event that must have been over. One for each set of statements. */
function againstDates(
  graph: Graph,
  events: readonly BoundedEvent[],
  relations: readonly StatedOrder[],
): OrderContradiction[] {
  const sure = events.map((event) => (event.isSure ? event : { ...event, earliest: null, latest: null }));
  const low = carry(graph, lowOf(sure), 'low');
  const high = carry(graph, highOf(sure), 'high');
  const found = new Map<string, OrderContradiction>();
  for (let end = 0; end < graph.ends; end += 1) {
    if (!isApart(low[end], high[end])) continue;
    const way = [...wayTo(graph, low, end, 'low'), ...wayTo(graph, high, end, 'high')];
    const contradiction = contradictionOf('dates', way, events, relations);
    if (contradiction.relationIds.length > 0)
      found.set([...contradiction.relationIds].sort().join(' '), contradiction);
  }
  return [...found.values()];
}

/** Circles that go through a “before”: something would be over before it began. */
function circles(
  graph: Graph,
  events: readonly BoundedEvent[],
  relations: readonly StatedOrder[],
): OrderContradiction[] {
  const parts = connected(graph.leaving.map((edges) => edges.map((edge) => graph.edges[edge]?.to ?? 0)));
  const inside = graph.edges.filter(({ from, to }) => parts[from] === parts[to]);
  const impossible = new Set(
    inside.filter(({ stated }) => relations[stated]?.kind === 'before').map(({ from }) => parts[from] ?? -1),
  );
  return [...impossible].map((part) => {
    const way = inside.filter(({ from }) => parts[from] === part);
    return contradictionOf('circle', way, events, relations);
  });
}

/**
 * Carries what is known of events' dates along their stated order. Bounds that contradict are left as the event's own date
 * has them. Statements about events that are not given are passed over. Takes time in proportion to events and statements.
 */
export function orderEvents(events: readonly BoundedEvent[], relations: readonly StatedOrder[]): EventOrder {
  const graph = graphOf(events, relations);
  const low = carry(graph, lowOf(events), 'low');
  const high = carry(graph, highOf(events), 'high');
  const bounds = events.map(({ id, earliest, latest }, index): [string, DerivedBounds] => {
    const [first, last] = [low[2 * index], high[2 * index + 1]];
    if (isApart(first, last)) return [id, { earliest, latest, isDerived: false }];
    const derived = { earliest: first?.day ?? null, latest: last?.day ?? null };
    return [id, { ...derived, isDerived: derived.earliest !== earliest || derived.latest !== latest }];
  });
  const contradictions = [...circles(graph, events, relations), ...againstDates(graph, events, relations)];
  return { bounds: new Map(bounds), contradictions };
}
