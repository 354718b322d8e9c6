/**
 * What a word or phrase means for one text, word by word: the same rules as `expandWord`, without the list of all words.
 * For whoever reads texts themselves: marking what was found, and trying the search against reading everything.
 */
import type { PhraseNode, WordNode } from '../../../../shared/query/query';
import { searchTokens } from '../../../../shared/text/fold';
import { isWithinDistance } from './edit-distance';
import { isSpelledLike, type KnownNames, type NameWords, otherNamesOf, spellingKeys } from './known-names';
import { areForms } from './stems';

/** What the words of a query are compared with. */
export interface WordRules {
  readonly names: KnownNames;
  /** False: words are looked for in the form in which they were typed. */
  readonly stems: boolean;
}

/** A word or phrase, made ready to be compared. */
export interface AskedWords {
  readonly tokens: readonly string[];
  readonly node: WordNode | PhraseNode;
  /** The one token of a word that may have other forms; else null. */
  readonly stemmed: string | null;
  readonly otherNames: readonly NameWords[];
  /** Keys of the names of one word among them, and of the name itself: they are met in any spelling. */
  readonly spellings: ReadonlySet<string>;
}

/** Makes a node ready; null when it holds nothing that is indexed. */
export function askedWords({ names, stems }: WordRules, node: WordNode | PhraseNode): AskedWords | null {
  const tokens = searchTokens(node.text);
  const [first] = tokens;
  if (first === undefined) return null;
  const isPlain = node.kind === 'phrase' || (!node.prefix && node.fuzzy === 0);
  const isWord = node.kind === 'word' && tokens.length === 1;
  const hasForms = isPlain && isWord && !node.exact && stems && !names.tokens.has(first);
  const otherNames = isPlain && !node.exact ? otherNamesOf(names, tokens) : [];
  return {
    tokens,
    node,
    stemmed: hasForms ? first : null,
    otherNames,
    spellings: spellingKeys(otherNames.length > 0 ? [...otherNames, { shown: '', tokens }] : []),
  };
}

function standsAt(
  text: readonly string[],
  at: number,
  tokens: readonly string[],
  isPrefix: boolean,
): boolean {
  return tokens.every((token, index) => {
    const here = text[at + index];
    return isPrefix && index === tokens.length - 1 ? here?.startsWith(token) === true : here === token;
  });
}

function isForm({ names }: WordRules, asked: AskedWords, token: string, language: string | null): boolean {
  return (
    asked.stemmed !== null &&
    language !== null &&
    !names.tokens.has(token) &&
    areForms(language, asked.stemmed, token)
  );
}

/**
 * How many words of a text from one on are what was asked for; 0 when they are not. `text`: its folded tokens in order;
 * `language`: the base language of its article, null for other texts and unknown languages.
 */
export function wordsMatchedAt(
  rules: WordRules,
  asked: AskedWords,
  text: readonly string[],
  at: number,
  language: string | null,
): number {
  const { tokens, node, otherNames } = asked;
  const token = text[at] ?? '';
  if (node.kind === 'word' && node.fuzzy > 0)
    return isWithinDistance(tokens[0] ?? '', token, node.fuzzy) ? 1 : 0;
  const isPrefix = node.kind === 'word' && node.prefix;
  if (standsAt(text, at, tokens, isPrefix)) return tokens.length;
  const other = otherNames.find((name) => standsAt(text, at, name.tokens, false));
  if (other) return other.tokens.length;
  return isForm(rules, asked, token, language) || isSpelledLike(token, asked.spellings) ? 1 : 0;
}
