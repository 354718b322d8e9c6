import type { PassageRef } from './annotation';
import type { Precision } from './entity';
import type { EventDate } from './event-date';

/** What may be said of an event: each may have several accounts. */
export const facts = ['happened', 'date', 'place', 'type', 'participant', 'count', 'outcome'] as const;
export type FactKind = (typeof facts)[number];

/** How an account is put forward by who says it. */
export const modes = ['states', 'reports', 'claims', 'alleges', 'confirms', 'denies', 'plans'] as const;
export type Mode = (typeof modes)[number];

/** The researcher's own confidence in an account, apart from its mode; '' is not said. */
export const certainties = ['', 'certain', 'probable', 'possible', 'doubtful'] as const;
export type Certainty = (typeof certainties)[number];

/** How a number stands to what it counts: `≥ 23` is "at least 23", `≈` is "about". */
export const comparisons = ['=', '≥', '≤', '>', '<', '≈'] as const;
export type Comparison = (typeof comparisons)[number];

/** A date with, where its words count from an article's publication date, that article. */
export interface AccountDate extends EventDate {
  readonly referenceArticleId: string | null;
}

/**
 * The value that an account gives. `within`: ids of what the place lies in, or the type belongs to, nearest first. A
 * number with `high` is a range from `low` to it, both counted in.
 */
export type AccountValue =
  | { readonly kind: 'boolean'; readonly holds: boolean }
  | { readonly kind: 'date'; readonly date: AccountDate }
  | {
      readonly kind: 'place';
      readonly placeId: string;
      readonly name: string;
      readonly precision: Precision;
      readonly within: readonly string[];
    }
  | {
      readonly kind: 'type';
      readonly typeId: string;
      readonly name: string;
      readonly within: readonly string[];
    }
  | { readonly kind: 'entity'; readonly entityId: string; readonly name: string }
  | {
      readonly kind: 'number';
      readonly comparison: Comparison;
      readonly low: number;
      readonly high: number | null;
    }
  | { readonly kind: 'text'; readonly text: string };

/**
 * Who says it: `none`, nobody in the sources (the researcher's own entry); `narrator`, the article in its own voice;
 * `actors`, known ones; `unnamed`, a source described in words ("sources close to the talks").
 */
export type Claimant =
  | { readonly kind: 'none' }
  | { readonly kind: 'narrator' }
  | { readonly kind: 'actors'; readonly actors: readonly { readonly id: string; readonly name: string }[] }
  | { readonly kind: 'unnamed'; readonly words: string };

/** One value for one fact of an event, with who says so. */
export interface Account {
  readonly id: string;
  readonly eventId: string;
  readonly fact: FactKind;
  /** Participant: the role; count: what is counted; outcome: a label or ''. Elsewhere ''. */
  readonly key: string;
  readonly value: AccountValue;
  readonly claimant: Claimant;
  readonly mode: Mode;
  readonly certainty: Certainty;
  /** Why it holds though no words say it; ''. */
  readonly inferredReason: string;
  /** Participants: said instead of the others in this role. */
  readonly instead: boolean;
  /** Why the researcher prefers it; null: not preferred. */
  readonly preferredReason: string | null;
  readonly comment: string;
  /** The passages it rests on, by article date. */
  readonly evidence: readonly PassageRef[];
  /** The words that say how it is put forward. */
  readonly cues: readonly PassageRef[];
}

/** Whether an event happened, as its accounts stand. */
export type Happened = 'unsaid' | 'yes' | 'no' | 'planned' | 'contested';
