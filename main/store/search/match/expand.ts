/** What the words of a query stand for, and what of them is to be marked in what was found. */
import type { WordNode } from '../../../../shared/query/query';
import { valuesOf } from '../index/read-facts';
import { completeWord, expandWord, type WordContext } from '../words/expand-word';
import { readKnownNames } from '../words/read-known-names';
import { vocabularyOf } from '../words/vocabulary';
import type { ExpandedNode, WordsNode } from './expressions';
import { type CheckOvertaken, remembered, type SearchState } from './search-state';

/** How words are taken. */
export interface WordChoice {
  /** Other forms of words are looked for too. */
  readonly stemming: boolean;
  /** The word that is still being typed; null: none. */
  readonly completed: WordNode | null;
}

/** Tokens that stand side by side; with `prefix`, the last is the beginning of a word. */
export interface Term {
  readonly tokens: readonly string[];
  readonly prefix: boolean;
}

/** The same for terms that mean the same. */
export function termKey({ tokens, prefix }: Term): string {
  return `${tokens.join(' ')}${prefix ? '*' : ''}`;
}

/** Each term once. */
export function distinctTerms(terms: readonly Term[]): Term[] {
  return [...new Map(terms.map((term) => [termKey(term), term])).values()];
}

function contextOf(state: SearchState, choice: WordChoice, check: CheckOvertaken): WordContext {
  return {
    vocabulary: remembered(state, 'vocabulary', () => vocabularyOf(state.db)),
    names: remembered(state, 'known names', () => readKnownNames(state.db)),
    languages: valuesOf(state.db, 'lang').map(({ key }) => key),
    stems: choice.stemming,
    check,
  };
}

/** What a node stands for; null when it holds nothing that is indexed. */
export function expandNode(
  state: SearchState,
  node: WordsNode,
  choice: WordChoice,
  check: CheckOvertaken,
): ExpandedNode | null {
  const context = contextOf(state, choice, check);
  const operands = node.kind === 'near' ? node.operands : [node];
  const expansions = operands.flatMap(
    (operand) =>
      (operand === choice.completed ? completeWord(context, operand) : expandWord(context, operand)) ?? [],
  );
  return expansions.length > 0 ? { node, expansions } : null;
}

/** Every alternative of a node, in any language. */
export function termsOf({ expansions }: ExpandedNode): Term[] {
  return expansions.flatMap(({ forms }) =>
    forms.flatMap(({ tokens, prefix }) => tokens.map((each) => ({ tokens: each, prefix }))),
  );
}
