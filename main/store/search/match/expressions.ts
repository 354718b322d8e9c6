/** Full-text expressions of what words stand for. They are made of folded tokens, so that no query can break their syntax. */
import type { NearNode, PhraseNode, WordNode } from '../../../../shared/query/query';
import type { ExpandedForm, Expansion } from '../words/expansion';

/** What of a query is asked of the full-text index. */
export type WordsNode = WordNode | PhraseNode | NearNode;

/** A node with what each of its words stands for: one expansion, or for NEAR one of each operand. */
export interface ExpandedNode {
  readonly node: WordsNode;
  readonly expansions: readonly Expansion[];
}

/** NEAR of more combinations of forms than this looks for the first of them only. */
export const mostNears = 200;

/** How many combinations of its forms a node has. */
export function formsOf({ expansions }: ExpandedNode): number {
  const counts = expansions.map((expansion) => phrasesOf(expansion, 'every').length);
  return counts.reduce((product, count) => product * count, 1);
}

/** Whether a NEAR has more combinations of forms than are looked for. */
export const hasTooManyForms = (one: ExpandedNode): boolean =>
  one.node.kind === 'near' && formsOf(one) > mostNears;

const phraseOf = (tokens: readonly string[], prefix: boolean): string =>
  `"${tokens.join(' ')}"${prefix ? ' *' : ''}`;

/** A language, `every` one of them, or null: what counts in all languages alone. */
export type InLanguage = string | null;

const isOf = (form: ExpandedForm, language: InLanguage): boolean =>
  form.language === null || language === 'every' || form.language === language;

/** The phrases of an expansion that count in a language, each once, as full-text expressions. */
export function phrasesOf({ forms }: Expansion, language: InLanguage): string[] {
  const phrases = forms
    .filter((form) => isOf(form, language))
    .flatMap(({ tokens, prefix }) => tokens.map((each) => phraseOf(each, prefix)));
  return [...new Set(phrases)];
}

function combinations(lists: readonly (readonly string[])[]): string[] {
  return lists.reduce<string[]>(
    (sofar, list) => sofar.flatMap((one) => list.map((each) => `${one} ${each}`)).slice(0, mostNears),
    [''],
  );
}

/** A node as a full-text expression for rows of a language. */
function expressionOf({ node, expansions }: ExpandedNode, language: InLanguage): string {
  const phrases = expansions.map((expansion) => phrasesOf(expansion, language));
  if (node.kind !== 'near') return phrases.flat().join(' OR ');
  return combinations(phrases)
    .map((each) => `NEAR(${each.trim()}, ${node.distance})`)
    .join(' OR ');
}

/** Several nodes as one expression: rows of a language with all, or any, of them. */
export function expressionOfAll(
  nodes: readonly ExpandedNode[],
  operator: 'AND' | 'OR',
  language: InLanguage,
): string {
  return nodes.map((node) => `(${expressionOf(node, language)})`).join(` ${operator} `);
}

/** The languages in which any of some nodes has forms of its own. */
export function languagesOf(nodes: readonly ExpandedNode[]): string[] {
  const languages = nodes.flatMap(({ expansions }) =>
    expansions.flatMap(({ forms }) => forms.map(({ language }) => language)),
  );
  return [...new Set(languages)].filter((language) => language !== null);
}
