/**
 * What a search query means: the tree that a query string is parsed to. The words keep the form they were typed in;
 * folding them, other names and other forms of them are the search's own matter.
 */
import { certainties } from '../model/account';
import { colours } from '../model/tag';

/**
 * Fields whose value is free text: names and labels, compared by `foldForMatch`, with `*` and `?` as wildcards.
 * `claimant` knows two more than names: `narrator` and `unnamed`.
 */
export const nameFields = [
  'actor',
  'event',
  'place',
  'tag',
  'publisher',
  'claimant',
  'type',
  'by',
  'role',
] as const;
export type NameField = (typeof nameFields)[number];

/** Fields whose value is one of a few words, in lower case; `lang` is the beginning of a BCP 47 tag (`de`, `pt-br`). */
export const valueFields = ['mode', 'certainty', 'lang', 'has', 'colour'] as const;
export type ValueField = (typeof valueFields)[number];

/** Fields whose value is an EDTF date or a range `a..b` of two: an event's date, and the day of publication. */
export const dateFields = ['date', 'published'] as const;
export type DateField = (typeof dateFields)[number];

/** Where words are looked for. */
export const searchScopes = ['title', 'text', 'note', 'comment'] as const;
export type SearchScope = (typeof searchScopes)[number];

/** What is looked for; `comment` is a passage with a comment. */
export const searchKinds = [
  'article',
  'passage',
  'comment',
  'note',
  'entity',
  'event',
  'account',
  'tag',
] as const;
export type SearchKind = (typeof searchKinds)[number];

/** Orders of what is found. `place`: by article, and in it by the place in the text. */
export const searchSorts = ['relevance', 'newest', 'oldest', 'published', 'title', 'place'] as const;
export type SearchSort = (typeof searchSorts)[number];

/** What a thing may have, by `has:`. */
export const havings = ['conflict', 'orphan', 'note', 'evidence', 'unread', 'changed'] as const;

/** Certainties as `certainty:` has them: `unsaid` is the stored ''. */
export const searchCertainties: readonly string[] = certainties.map((certainty) => certainty || 'unsaid');

/** Colours as `colour:` has them. */
export const searchColours: readonly string[] = colours;

/** Every field that a query may name before a colon. */
export const queryFields = [
  ...nameFields,
  ...valueFields,
  ...dateFields,
  'in',
  'kind',
  'sort',
  'within',
] as const;
export type QueryField = (typeof queryFields)[number];

/** How many changed letters a fuzzy word may have. */
export type Fuzziness = 0 | 1 | 2;

/**
 * A word; with `prefix`, any word that starts so; with `fuzzy` (then it is one token, and never a prefix), any word that
 * is so many letters away; with `exact`, neither its other forms nor other names. It may hold punctuation: then it is a
 * phrase of its tokens.
 */
export interface WordNode {
  readonly kind: 'word';
  readonly text: string;
  readonly prefix: boolean;
  readonly fuzzy: Fuzziness;
  readonly exact: boolean;
}

/** Words in this order, side by side. */
export interface PhraseNode {
  readonly kind: 'phrase';
  readonly text: string;
  readonly exact: boolean;
}

/** Two or more of these with at most `distance` words between them, in any order (as FTS5's NEAR counts). */
export interface NearNode {
  readonly kind: 'near';
  readonly operands: readonly (WordNode | PhraseNode)[];
  readonly distance: number;
}

/** An actor of this name; with `roles` (it had any of them), taking part in an event. */
export interface ActorNode {
  readonly kind: 'actor';
  readonly value: string;
  readonly roles: readonly string[];
}

/** Things linked to an entity, event, tag, role, event type or claimant of this name, or of this publisher or author. */
export interface NameNode {
  readonly kind: 'name';
  readonly field: Exclude<NameField, 'actor'>;
  readonly value: string;
}

/** Things that bear one of a closed set of values. */
export interface ValueNode {
  readonly kind: 'value';
  readonly field: ValueField;
  readonly value: string;
}

/** Events, or articles by the day they were published, within these days (inclusive, `YYYY-MM-DD`; null: open). */
export interface DateNode {
  readonly kind: 'date';
  readonly field: DateField;
  readonly value: string;
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** Restricts where all words of the query are looked for; several of them: in any of these. */
export interface ScopeNode {
  readonly kind: 'scope';
  readonly scope: SearchScope;
}

/** Restricts what is found; several of them: any of these. */
export interface KindNode {
  readonly kind: 'kind';
  readonly value: SearchKind;
}

/** All that `node` asks for, within `size` sentences in a row, or within one paragraph (`size` paragraphs in a row). */
export interface WithinNode {
  readonly kind: 'within';
  readonly node: QueryNode;
  readonly size: number;
  readonly unit: 'sentence' | 'paragraph';
}

export interface NotNode {
  readonly kind: 'not';
  readonly node: QueryNode;
}

/** `and`: all of them; `or`: any. Two nodes at least, none of the same kind as this one. */
export interface GroupNode {
  readonly kind: 'and' | 'or';
  readonly nodes: readonly QueryNode[];
}

export type QueryNode =
  | WordNode
  | PhraseNode
  | NearNode
  | ActorNode
  | NameNode
  | ValueNode
  | DateNode
  | ScopeNode
  | KindNode
  | WithinNode
  | NotNode
  | GroupNode;

/** A parsed query. */
export interface Query {
  /** Null: nothing was asked. */
  readonly root: QueryNode | null;
  /** Null: the usual order (most relevant first; filters alone: newest first). */
  readonly sort: SearchSort | null;
  /** What was not understood and taken as words or left out, each a sentence for the user. */
  readonly problems: readonly string[];
}
