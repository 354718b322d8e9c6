/** What a language's table of cue words looks like. The words themselves are in the tables beside this file. */
import type { Mode } from '../../../shared/model/account';

/**
 * Where the speaker of a cue stands. `verb`: it is the subject ("Russia claims", "said Peskov"); `participle`: the subject of
 * the clause before ("…, noting that"); `by`: right after it ("according to X", "confirmed by X"); `after`: right before it
 * ("X zufolge"); `none`: nobody is named ("reportedly", "is expected to").
 */
export type CueForm = 'verb' | 'participle' | 'by' | 'after' | 'none';

export interface CueRow {
  readonly mode: Mode;
  readonly form: CueForm;
  /** Patterns parted by bars, matched as whole words whatever their case; a space stands for any white space. */
  readonly words: string;
  /** Speech about something that does not say that it happened: who "condemns" or "calls for" it states nothing of it. */
  readonly isStance?: true;
}

/** A role in an event that is clear from the words right beside a name; a title may stand between. Patterns as in {@link CueRow}. */
export interface RoleRow {
  /** By the name that the plain ready list of roles has for it. */
  readonly role: 'initiator' | 'target' | 'speaker' | 'addressee' | 'mediator' | 'victim';
  readonly before?: string;
  readonly after?: string;
}

/** The cue words of a language and what is needed to find who speaks. All are patterns parted by bars. */
export interface CueTable {
  readonly cues: readonly CueRow[];
  /** The first that fits a name counts. */
  readonly roles: readonly RoleRow[];
  /** Before a cue: it does not count ("if confirmed", "has not confirmed"). */
  readonly unless: string;
  /** Between a subject and its verb. */
  readonly between: string;
  /** At the beginning of a clause, before its subject. */
  readonly openings: string;
  /** After a comma: another clause begins, for which the speaker before does not answer. */
  readonly breaks: string;
  /** At the beginning of a clause that ends at its first comma. */
  readonly subordinate: string;
  /** Ends the words of a speaker who stands after the cue. */
  readonly endsSpeaker: string;
  readonly pronouns: string;
  /** Two who were named before. */
  readonly both: string;
  /** A place, not a speaker, follows. */
  readonly locative: string;
  /** The last word of a source that has no name, as a pattern. */
  readonly generic: string;
  /** Before a name, and no part of it. */
  readonly titles: string;
  /** Whether any noun has a capital, so that a capital makes no name. */
  readonly capitalNouns: boolean;
  /** What is counted in people: pattern and the key it is given in every language. */
  readonly fates: readonly (readonly [string, string])[];
  /** Words at which what is counted ends. */
  readonly endsCounted: string;
  /** Words for people at large: what befell them is counted. */
  readonly people: string;
}
