/**
 * What is linked with what, as a graph: actors, places, objects and events are the nodes; taking part, happening at a place,
 * belonging and relations are the edges. GEXF and GraphML only write it down.
 */
import type { MakeContext } from '../../formats/format';
import type { ExportData, ExportEntity, ExportEvent } from '../../gather/export-data';
import { daySpan } from '../days';

/** What is said of a node or an edge, by the names in {@link nodeFields} and {@link edgeFields}; '' is not said. */
export type Said = Readonly<Record<string, string | number | null>>;

export interface GraphNode {
  readonly id: string;
  readonly label: string;
  /** From the first to the last day, both known for sure. */
  readonly spell: ReturnType<typeof daySpan>;
  readonly said: Said;
}
export interface GraphEdge extends GraphNode {
  readonly source: string;
  readonly target: string;
}

interface Field {
  readonly name: string;
  readonly type: 'string' | 'double' | 'integer';
}
const text = (...names: readonly string[]): Field[] => names.map((name) => ({ name, type: 'string' }));
const numbers = (...names: readonly string[]): Field[] => names.map((name) => ({ name, type: 'double' }));

export const nodeFields: readonly Field[] = [
  ...text('kind', 'actor_kind', 'other_names', 'description', 'identifiers', 'precision'),
  ...numbers('latitude', 'longitude', 'radius_km'),
  ...text('coordinates_from', 'event_type', 'date', 'date_words', 'happened'),
  { name: 'mentions', type: 'integer' },
];
export const edgeFields: readonly Field[] = [
  ...text('kind', 'role', 'title', 'date', 'date_words', 'mode', 'certainty', 'claimants', 'comment'),
];

const join = (words: readonly string[]): string => words.join('; ');

function entityNode(entity: ExportEntity, mentions: number): GraphNode {
  const { id, name, kind, actorKind, aliases, description, identifiers, precision, point } = entity;
  return {
    id,
    label: name,
    spell: null,
    said: {
      kind,
      actor_kind: actorKind,
      other_names: join(aliases),
      description,
      identifiers: join(identifiers.map(({ scheme, value }) => `${scheme}: ${value}`)),
      precision: precision === '' && point ? 'not said' : precision,
      latitude: point?.latitude ?? null,
      longitude: point?.longitude ?? null,
      radius_km: point?.radiusKm ?? null,
      coordinates_from: point?.source ?? '',
      mentions,
    },
  };
}

function eventNode({ id, title, type, description, date, dateWords, happened }: ExportEvent): GraphNode {
  return {
    id,
    label: title,
    spell: daySpan(date),
    said: {
      kind: 'event',
      event_type: type,
      description,
      date,
      date_words: dateWords,
      happened: happened === 'unsaid' ? '' : happened,
    },
  };
}

/** Nodes in the order they are written: entities, those that are only referred to, events. */
export function* graphNodes(data: ExportData, { each }: Pick<MakeContext, 'each'>): Iterable<GraphNode> {
  const counts = new Map<string, number>();
  for (const { entities } of data.passages)
    for (const { id } of entities) counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const entity of each([...data.entities, ...data.around.entities], 'entities'))
    yield entityNode(entity, counts.get(entity.id) ?? 0);
  for (const event of each(data.events, 'events')) yield eventNode(event);
}

/** Who took part and where it was, an edge for each account that does not deny it. */
function* eventEdges(event: ExportEvent): Iterable<GraphEdge> {
  for (const account of event.accounts) {
    const { id, value, mode, certainty, claimant, comment, key } = account;
    const target = value.kind === 'entity' ? value.entityId : value.kind === 'place' ? value.placeId : null;
    if (target === null || mode === 'denies') continue;
    const takesPart = value.kind === 'entity';
    const claimants = claimant.kind === 'actors' ? join(claimant.actors.map(({ name }) => name)) : '';
    yield {
      id,
      source: takesPart ? target : event.id,
      target: takesPart ? event.id : target,
      label: takesPart ? key || 'takes part' : 'at',
      spell: daySpan(event.date),
      said: { kind: takesPart ? 'participation' : 'place', role: key, mode, certainty, claimants, comment },
    };
  }
}

/** What a place lies in and what an actor belongs to. */
function parentEdge({ id, parent }: ExportEntity): GraphEdge[] {
  if (!parent) return [];
  const said = { kind: 'part of' };
  return [{ id: `${id}-part-of`, source: id, target: parent.id, label: 'part of', spell: null, said }];
}

export function* graphEdges(data: ExportData): Iterable<GraphEdge> {
  for (const event of data.events) yield* eventEdges(event);
  for (const entity of [...data.entities, ...data.around.entities]) yield* parentEdge(entity);
  for (const { id, from, to, type, title, date, comment } of data.entityRelations) {
    const said = { kind: 'relation', title, date: date?.edtf ?? '', date_words: date?.words ?? '', comment };
    yield { id, source: from.id, target: to.id, label: type, spell: daySpan(date?.edtf ?? null), said };
  }
  for (const { id, from, to, type, comment } of data.eventRelations) {
    const said = { kind: 'event relation', comment };
    yield { id, source: from.id, target: to.id, label: type, spell: null, said };
  }
}
