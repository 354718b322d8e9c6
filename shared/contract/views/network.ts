/** The network of entities: who is named with whom, who takes part in the same events, and what is stated of two. */
import * as z from 'zod/mini';
import type { PassageRef } from '../../model/annotation';
import { type ActorKind, type EntityKind, entityKinds } from '../../model/entity';
import type { Page } from '../articles';
import { count, id, nothing, operation, pageSize } from '../define';

/** What ties two entities: words that name both, an event that both have a part in, a relation that somebody stated. */
export const tieKinds = ['mention', 'event', 'relation'] as const;
export type TieKind = (typeof tieKinds)[number];

/**
 * How near two entities must be named to count as named together: in words linked to both, in the same paragraph, or
 * in the same article. The weight of such a tie is how many of these there are.
 */
export const nearnesses = ['passage', 'paragraph', 'article'] as const;
export type Nearness = (typeof nearnesses)[number];

export interface NetworkNode {
  readonly id: string;
  readonly kind: EntityKind;
  readonly actorKind: ActorKind;
  readonly name: string;
  /** The weights of all its ties that were counted, also of those left out by the limits. */
  readonly strength: number;
}

/** A tie of two entities; `source` and `target` are indices into the nodes. Only relations have a direction. */
export interface NetworkEdge {
  readonly source: number;
  readonly target: number;
  readonly tie: TieKind;
  /** Passages, paragraphs or articles that name both; events shared; relations stated. At least 1. */
  readonly weight: number;
  /** What sort of relation; '' for the other ties. */
  readonly label: string;
}

export interface Network {
  /** By strength, strongest first. */
  readonly nodes: readonly NetworkNode[];
  /** By weight, strongest first. */
  readonly edges: readonly NetworkEdge[];
  /** How many there are without the limits. */
  readonly nodeTotal: number;
  readonly edgeTotal: number;
  /** The greatest weight of any tie before `minWeight` is applied; 0 when there is none. */
  readonly maxWeight: number;
}

/** An event that two entities have a part in; `aRoles` and `bRoles` say which; the place of an event has the role "place". */
export interface TieEvent {
  readonly id: string;
  readonly title: string;
  /** EDTF, or null. */
  readonly date: string | null;
  readonly aRoles: readonly string[];
  readonly bRoles: readonly string[];
}

/** A stated relation of two entities, from one to the other. */
export interface TieRelation {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  readonly type: string;
  readonly title: string;
  /** EDTF, or null. */
  readonly date: string | null;
  readonly comment: string;
  readonly evidenceCount: number;
}

/** A month, `YYYY-MM`. */
const month = z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}$/)));
/** Articles published, events and relations dated within these months, ends included; null: open. What has no date is out when one is given. */
const time = { from: month, to: month };
const pair = { aId: id, bId: id };
const limit = z.int().check(z.minimum(1), z.maximum(20_000));

export const networkQueries = {
  /** Entities with their ties. With `focusId` only what is at most `steps` ties away from it. */
  getNetwork: operation<Network>()(
    z.strictObject({
      kinds: z.array(z.enum(entityKinds)),
      ties: z.array(z.enum(tieKinds)),
      near: z.enum(nearnesses),
      ...time,
      /** Ties of less weight are left out, but never stated relations. */
      minWeight: z.int().check(z.minimum(1)),
      focusId: z.nullable(id),
      steps: z.union([z.literal(1), z.literal(2)]),
      nodeLimit: limit,
      edgeLimit: limit,
    }),
  ),
  /** The months that articles, events and relations are dated in, first and last; null when nothing is dated. */
  getNetworkSpan: operation<{ readonly from: string; readonly to: string } | null>()(nothing),
  /** The passages behind a tie: of a mention those that name the two together, else the evidence of the events or relations. */
  listTiePassages: operation<Page<PassageRef>>()(
    z.strictObject({
      ...pair,
      tie: z.enum(tieKinds),
      near: z.enum(nearnesses),
      ...time,
      offset: count,
      limit: pageSize,
    }),
  ),
  /** The events that two entities share, in order of time. */
  listTieEvents: operation<readonly TieEvent[]>()(z.strictObject({ ...pair, ...time, limit: pageSize })),
  /** What is stated of two entities, either way. */
  listTieRelations: operation<readonly TieRelation[]>()(
    z.strictObject({ ...pair, ...time, limit: pageSize }),
  ),
};
