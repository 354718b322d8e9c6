/**
 * What a word or phrase of a query stands for among the words of the index: the forms of `expandWord`, which the engine
 * asks of the full-text index. The same rules on the words of one text are in `token-matches.ts`.
 */

/**
 * Alternatives: each of `tokens` is a sequence of folded tokens that stand side by side; with `prefix` the last token of
 * each is the beginning of one. With `language` (a base language such as `de`) they count only in rows whose article is
 * in it (its tag begins so); null: in every row.
 */
export interface ExpandedForm {
  readonly language: string | null;
  readonly tokens: readonly (readonly string[])[];
  readonly prefix: boolean;
}

/** A row has the word when it has any alternative of any form. */
export interface Expansion {
  /** Never empty for a node with something to look for; the word as typed is in the first. */
  readonly forms: readonly ExpandedForm[];
  /** Other names and spellings that are looked for too, as they are to be told to the user. */
  readonly also: readonly string[];
}

/** The tokens of the index (table `search_word`), each once. */
export interface Vocabulary {
  /** Those that start with `prefix`, in order. */
  prefix(prefix: string): Iterable<string>;
  /** Of those the ones that occur most. */
  likeliest(prefix: string, count: number): Iterable<string>;
  has(term: string): boolean;
  /** Those with any of these pieces in them, of so many letters. */
  holding(pieces: readonly string[], shortest: number, longest: number): Iterable<string>;
}
