import * as z from 'zod/mini';
import {
  type Account,
  type AccountDate,
  type Claimant,
  certainties,
  comparisons,
  facts,
  type Mode,
  modes,
} from '../model/account';
import { precisions } from '../model/entity';
import { type EventRelation, eventRelationTypes } from '../model/relation';
import type { TextRange } from '../text/offset-types';
import { type Annotated, eventRef, onWords, part } from './annotations';
import { dateGiven, id, line, newEntity, operation } from './define';

const value = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('boolean'), holds: z.boolean() }),
  z.strictObject({ kind: z.literal('date'), date: dateGiven }),
  z.strictObject({ kind: z.literal('place'), placeId: id, precision: z.enum(precisions) }),
  z.strictObject({ kind: z.literal('type'), typeId: id }),
  z.strictObject({ kind: z.literal('entity'), entityId: id }),
  z.strictObject({
    kind: z.literal('number'),
    comparison: z.enum(comparisons),
    low: z.number(),
    high: z.nullable(z.number()),
  }),
  z.strictObject({ kind: z.literal('text'), text: line }),
]);

const claimant = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('narrator') }),
  z.strictObject({
    kind: z.literal('actors'),
    actorIds: z.array(id).check(z.minLength(1), z.maxLength(100)),
  }),
  z.strictObject({ kind: z.literal('unnamed'), words: line }),
]);

/** What an account says, as it is given. Left out: no key, `none`, `states`, no certainty, no reasons, no comment. */
const said = {
  fact: z.enum(facts),
  key: z.optional(line),
  value,
  claimant: z.optional(claimant),
  mode: z.optional(z.enum(modes)),
  certainty: z.optional(z.enum(certainties)),
  inferredReason: z.optional(line),
  instead: z.optional(z.boolean()),
  comment: z.optional(line),
};

/**
 * Entities to make together with an account. Their `id` is a passing one: where the account's value or claimant bears it,
 * the id of what was made takes its place.
 */
const making = z.optional(z.array(z.strictObject({ id, ...newEntity })));

const annotationIds = z.array(id).check(z.maxLength(1000));

/** What {@link accountCommands.recordAccount} made or took. */
export interface Recorded extends Omit<Annotated, 'entityIds' | 'eventIds' | 'tagIds'> {
  readonly eventId: string;
  readonly accountId: string;
}

/** An account met at the words it rests on. */
export interface ArticleAccount extends Account {
  readonly eventTitle: string;
}

/** An event that words may be evidence for. */
export interface SuggestedEvent {
  readonly id: string;
  readonly title: string;
  /** EDTF; '' when undated. */
  readonly date: string;
  /** Likely enough to be taken unless the person says otherwise. */
  readonly isLikely: boolean;
}

/** What words of an article most likely say of an event. It is a proposal: nothing of it is in the notebook. */
export interface AccountSuggestion {
  /** The likeliest first. */
  readonly events: readonly SuggestedEvent[];
  /** For a new event. */
  readonly title: string;
  /** The likeliest first; never empty. A participant that the notebook does not know has the id ''. */
  readonly facts: readonly Pick<Account, 'fact' | 'key' | 'value'>[];
  /** An actor that the notebook does not know has the id ''. */
  readonly claimant: Claimant;
  readonly mode: Mode;
  /** The words that say how, in code points of the revision; null: none do. */
  readonly cue: TextRange | null;
  /** When it was, with the words, in code points. */
  readonly date: { readonly date: AccountDate; readonly range: TextRange } | null;
  /** A place that the notebook knows and the sentence names. */
  readonly place: { readonly id: string; readonly name: string; readonly range: TextRange } | null;
}

export const accountQueries = {
  /** See {@link AccountSuggestion}. `range` counts code points of the revision. */
  suggestAccount: operation<AccountSuggestion>()(
    z.strictObject({ articleId: id, revisionId: id, range: part }),
  ),
  /** Every account of an event, in the order they were made. Facts and conflicts follow by `factsOf` in shared/accounts. */
  listAccounts: operation<readonly Account[]>()(z.strictObject({ eventId: id })),
  /** What is counted, or labels of outcomes, most used first. */
  listFactKeys: operation<readonly string[]>()(z.strictObject({ fact: z.enum(['count', 'outcome']) })),
  /** Accounts that rest on words of an article, or whose cue words are there, in the order they were made. */
  listArticleAccounts: operation<readonly ArticleAccount[]>()(z.strictObject({ articleId: id })),
  getAccount: operation<Account>()(z.strictObject({ id })),
  /** Relations of an event with others, both ways. */
  listEventRelations: operation<readonly EventRelation[]>()(z.strictObject({ eventId: id })),
};

export const accountCommands = {
  /** Adds an account; its evidence becomes evidence of the event too. `cues`: annotations on the words that say how. */
  addAccount: operation<{ readonly id: string }>()(
    z.strictObject({
      eventId: id,
      ...said,
      evidence: annotationIds,
      cues: z.optional(annotationIds),
      making,
    }),
  ),
  /** Changes what is given; `evidence` and `cues` replace what was linked. The fact itself stays; its key may change. */
  updateAccount: operation<null>()(
    z.strictObject({
      id,
      key: z.optional(line),
      value: z.optional(value),
      claimant: z.optional(claimant),
      mode: z.optional(z.enum(modes)),
      certainty: z.optional(z.enum(certainties)),
      inferredReason: z.optional(line),
      instead: z.optional(z.boolean()),
      comment: z.optional(line),
      evidence: z.optional(annotationIds),
      cues: z.optional(annotationIds),
      making,
    }),
  ),
  /** Marks one account as the preferred one of its fact, with a reason; null: none is preferred any more. */
  preferAccount: operation<null>()(z.strictObject({ id, reason: z.nullable(line) })),
  removeAccount: operation<null>()(z.strictObject({ id })),
  /**
   * The linking flow in one step: words of an article become a passage, evidence for an event (given or new) and for an
   * account of one of its facts, with the cue words (a range of the same revision) as a passage of their own.
   */
  recordAccount: operation<Recorded>()(
    z.strictObject({
      on: onWords,
      event: eventRef,
      account: z.strictObject(said),
      cue: z.nullable(part),
      making,
      /** Further accounts in the same step, of the same passage, or of words of their own (null: the same). */
      also: z.optional(
        z
          .array(z.strictObject({ account: z.strictObject(said), words: z.nullable(part) }))
          .check(z.maxLength(100)),
      ),
    }),
  ),
  /** Says how an event stands to another. A relation that is there already takes the new comment and evidence as well. */
  addEventRelation: operation<{ readonly id: string }>()(
    z.strictObject({
      fromId: id,
      toId: id,
      type: z.enum(eventRelationTypes),
      comment: z.optional(line),
      evidence: z.optional(annotationIds),
    }),
  ),
  updateEventRelation: operation<null>()(
    z.strictObject({ id, comment: z.optional(line), evidence: z.optional(annotationIds) }),
  ),
  removeEventRelation: operation<null>()(z.strictObject({ id })),
};
