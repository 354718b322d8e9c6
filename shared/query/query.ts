/**
 * What a search query means: the tree that a query string is parsed to. The words keep the form they were typed in;
 * folding them is the search's own matter.
 */

/** Fields whose value is free text: names and labels, compared by `foldForMatch`. */
export const nameFields = ['actor', 'event', 'place', 'tag', 'publisher'] as const;
export type NameField = (typeof nameFields)[number];

/** Where words are looked for. */
export const searchScopes = ['title', 'text', 'note', 'comment'] as const;
export type SearchScope = (typeof searchScopes)[number];

/** What is looked for. */
export const searchKinds = ['article', 'note', 'comment', 'entity', 'event'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** Every field that a query may name before a colon. */
export const queryFields = [...nameFields, 'in', 'published', 'kind'] as const;
export type QueryField = (typeof queryFields)[number];

/** A word; with `prefix`, any word that starts so. It may hold punctuation: then it is a phrase of its tokens. */
export interface WordNode {
  readonly kind: 'word';
  readonly text: string;
  readonly prefix: boolean;
}

/** Words in this order, side by side. */
export interface PhraseNode {
  readonly kind: 'phrase';
  readonly text: string;
}

/** Things linked to an entity, event or tag of this name, or articles of this publisher. */
export interface NameNode {
  readonly kind: 'name';
  readonly field: NameField;
  readonly value: string;
}

/** Articles published within these days (inclusive, `YYYY-MM-DD`; null: open). */
export interface PublishedNode {
  readonly kind: 'published';
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
  | NameNode
  | PublishedNode
  | ScopeNode
  | KindNode
  | NotNode
  | GroupNode;

/** A parsed query. */
export interface Query {
  /** Null: nothing was asked. */
  readonly root: QueryNode | null;
  /** What was not understood and taken as words or left out, each a sentence for the user. */
  readonly problems: readonly string[];
}
