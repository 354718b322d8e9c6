import * as z from 'zod/mini';
import { type RoleSide, roleSides } from '../accounts/role-side';
import type { Outcome } from '../accounts/standing';
import { type Account, type AccountValue, type Mode } from '../model/account';
import type { PassageRef } from '../model/annotation';
import {
  actorKinds,
  type CoMention,
  type EntityDetail,
  type EntitySummary,
  entityKinds,
  nameKinds,
  precisions,
} from '../model/entity';
import type { EventDetail, EventSummary } from '../model/event';
import type { EventDate } from '../model/event-date';
import type { EntityRelation } from '../model/relation';
import type { Page } from './articles';
import {
  count,
  dateGiven,
  id,
  line,
  longText,
  newEntity,
  nothing,
  operation,
  pageSize,
  pointGiven,
} from './define';

const date = z.nullable(dateGiven);

const relationDetails = {
  title: z.optional(line),
  date: z.optional(date),
  comment: z.optional(line),
  evidence: z.optional(z.array(id).check(z.maxLength(1000))),
};

export const entityQueries = {
  listEntities: operation<Page<EntitySummary>>()(
    z.strictObject({
      kind: z.nullable(z.enum(entityKinds)),
      filter: line,
      sort: z.enum(['name', 'mentionCount']),
      descending: z.boolean(),
      offset: count,
      limit: pageSize,
    }),
  ),
  /** Found as one types, by name or alias: whole names first, then starts of names, then starts of words in names. */
  findEntities: operation<readonly EntitySummary[]>()(
    z.strictObject({ text: line, kinds: z.array(z.enum(entityKinds)), limit: pageSize }),
  ),
  getEntity: operation<EntityDetail>()(z.strictObject({ id })),
  /** Passages that mention an entity, by article date, then place in the text. */
  listMentions: operation<Page<PassageRef>>()(
    z.strictObject({ entityId: id, offset: count, limit: pageSize }),
  ),
  /** Relations of an entity with others, both ways, by the time they began. */
  listEntityRelations: operation<readonly EntityRelation[]>()(z.strictObject({ entityId: id })),
  /** Types of relations in use, most used first. */
  listRelationTypes: operation<readonly string[]>()(nothing),
};

export const entityCommands = {
  createEntity: operation<{ readonly id: string }>()(z.strictObject(newEntity)),
  updateEntity: operation<null>()(
    z.strictObject({
      id,
      kind: z.optional(z.enum(entityKinds)),
      actorKind: z.optional(z.enum(actorKinds)),
      name: z.optional(line),
      description: z.optional(line),
      identifiers: z.optional(z.array(z.strictObject({ scheme: line, value: line }))),
      /** What it lies in or belongs to; null: nothing. */
      parentId: z.optional(z.nullable(id)),
      precision: z.optional(z.enum(precisions)),
      point: z.optional(z.nullable(pointGiven)),
      /** Further names that it gets, as by `addAlias`, in the same step. */
      moreNames: z.optional(z.array(z.strictObject({ name: line, kind: z.enum(nameKinds) }))),
    }),
  ),
  addAlias: operation<{ readonly id: string }>()(
    z.strictObject({ entityId: id, name: line, kind: z.optional(z.enum(nameKinds)) }),
  ),
  updateAlias: operation<null>()(
    z.strictObject({ id, name: z.optional(line), kind: z.optional(z.enum(nameKinds)) }),
  ),
  removeAlias: operation<null>()(z.strictObject({ id })),
  /** `mergeId` is read as `keepId` from now on: its mentions, names, accounts, relations. Nothing of it is rewritten. */
  mergeEntities: operation<null>()(z.strictObject({ keepId: id, mergeId: id })),
  /** Takes an entity out of the one it was merged into: all that was its own is its own again, what was done since included. */
  splitEntity: operation<null>()(z.strictObject({ id })),
  /** Says what one entity is to another: a member, its spokesperson (`title`), an ally; when, on which words. */
  addEntityRelation: operation<{ readonly id: string }>()(
    z.strictObject({ fromId: id, toId: id, type: line, ...relationDetails }),
  ),
  updateEntityRelation: operation<null>()(z.strictObject({ id, type: z.optional(line), ...relationDetails })),
  /** Makes the `to` end the `from` end: who was said to be a member of the other has it as a member. */
  turnEntityRelation: operation<null>()(z.strictObject({ id })),
  removeEntityRelation: operation<null>()(z.strictObject({ id })),
  trashEntities: operation<null>()(z.strictObject({ ids: z.array(id) })),
};

/** One way in which an entity is in an event, with what it rests on. Of a place `role` is '' and `side` other. */
export interface DoingPart {
  readonly role: string;
  readonly side: RoleSide;
  /** Of a place: itself, or the one inside it that is meant. */
  readonly entityId: string;
  readonly name: string;
  /** `contested`: undecided; `passed over`: the researcher prefers an account that says otherwise. */
  readonly state: 'said' | 'planned' | 'contested' | 'passed over';
  /** Why it holds though no words say it, not even those it rests on; ''. */
  readonly inferredReason: string;
  /** The first passages that say so, and how many do. */
  readonly words: readonly PassageRef[];
  readonly wordsCount: number;
}

/** An event that an actor takes part in, or that is at a place or inside it. */
export interface Doing {
  readonly event: EventSummary;
  readonly parts: readonly DoingPart[];
}

/** Somebody else's account of the same fact. */
export interface Voice {
  readonly who: string;
  readonly value: AccountValue;
  readonly mode: Mode;
}

/** An account that an actor gave, and what became of it. */
export interface Claim {
  readonly account: Account;
  readonly eventTitle: string;
  readonly eventDate: EventDate | null;
  readonly outcome: Outcome;
  /** Who else says the same, or what can be true with it; each once. */
  readonly agreeing: readonly string[];
  /** Who says what cannot be true with it. */
  readonly against: readonly Voice[];
  /** The account that the researcher prefers, where it is another, and why. */
  readonly preferred: (Voice & { readonly reason: string }) | null;
}

/** An article that mentions an entity. */
export interface MentioningArticle {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** EDTF; null: not known. */
  readonly published: string | null;
  readonly passageCount: number;
}

/** What the passages of an entity can be narrowed by, with how many of them each leaves. */
interface PassageChoice {
  readonly id: string;
  readonly label: string;
  readonly count: number;
}
export interface PassageChoices {
  /** Years of publication `YYYY`, the latest first. */
  readonly years: readonly PassageChoice[];
  /** The most frequent first, as the others are. */
  readonly publishers: readonly PassageChoice[];
  readonly events: readonly PassageChoice[];
  readonly tags: readonly PassageChoice[];
}

const ofEntity = z.strictObject({ entityId: id, offset: count, limit: pageSize });

/** What the page of an entity shows; one that was merged is asked about as what it was merged into. */
export const dossierQueries = {
  /** In order of time, undated last; `side`: those in which it has a role of this side. */
  listDoings: operation<Page<Doing>>()(
    z.strictObject({
      entityId: id,
      side: z.nullable(z.enum(roleSides)),
      offset: count,
      limit: pageSize,
    }),
  ),
  /** By the time of their events, undated last. */
  listClaims: operation<Page<Claim>>()(z.strictObject({ actorId: id, offset: count, limit: pageSize })),
  /** By date of publication, undated last. */
  listMentioningArticles: operation<Page<MentioningArticle>>()(ofEntity),
  /** Those with most in common first. */
  listCoMentions: operation<Page<CoMention>>()(ofEntity),
  getPassageChoices: operation<PassageChoices>()(z.strictObject({ entityId: id })),
};

export const eventQueries = {
  /** Events in order of time, undated last; of one actor, one place, one type, or all. */
  listEvents: operation<Page<EventSummary>>()(
    z.strictObject({
      filter: line,
      actorId: z.nullable(id),
      placeId: z.nullable(id),
      typeId: z.nullable(id),
      offset: count,
      limit: pageSize,
    }),
  ),
  findEvents: operation<readonly EventSummary[]>()(z.strictObject({ text: line, limit: pageSize })),
  getEvent: operation<EventDetail>()(z.strictObject({ id })),
  listEvidence: operation<Page<PassageRef>>()(
    z.strictObject({ eventId: id, offset: count, limit: pageSize }),
  ),
};

export const eventCommands = {
  createEvent: operation<{ readonly id: string }>()(
    z.strictObject({ title: line, typeId: z.nullable(id), date, placeId: z.nullable(id) }),
  ),
  updateEvent: operation<null>()(
    z.strictObject({
      id,
      title: z.optional(line),
      typeId: z.optional(z.nullable(id)),
      description: z.optional(longText),
      date: z.optional(date),
      placeId: z.optional(z.nullable(id)),
    }),
  ),
  addParticipation: operation<{ readonly id: string }>()(
    z.strictObject({ eventId: id, actorId: id, role: line, annotationId: z.nullable(id) }),
  ),
  updateParticipation: operation<null>()(
    z.strictObject({ id, role: z.optional(line), annotationId: z.optional(z.nullable(id)) }),
  ),
  removeParticipation: operation<null>()(z.strictObject({ id })),
  trashEvents: operation<null>()(z.strictObject({ ids: z.array(id) })),
};
