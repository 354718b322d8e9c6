/**
 * Finds what a word or phrase of a query stands for among the words of the index: its other forms in each language, the
 * other names of who is called so, words that are a letter or two away, and what a word being typed is likeliest to be.
 */
import type { PhraseNode, WordNode } from '../../../../shared/query/query';
import { searchTokens } from '../../../../shared/text/fold';
import { beginningsOf, nameKeys } from '../../../../shared/text/transliterate';
import { isWithinDistance, piecesOf } from './edit-distance';
import type { ExpandedForm, Expansion, Vocabulary } from './expansion';
import { isLongToken, isSpelledLike, type KnownNames, type NameWords } from './known-names';
import { areForms, beginningOf, stemmedLanguages, stemOf } from './stems';
import { type AskedWords, askedWords } from './token-matches';

/** What words are expanded with. */
export interface WordContext {
  readonly vocabulary: Vocabulary;
  readonly names: KnownNames;
  /** Base languages of the notebook's articles. */
  readonly languages: readonly string[];
  /** False: no other forms of words. */
  readonly stems: boolean;
  /** Throws when nobody waits for the answer any more. */
  readonly check?: () => void;
}

const inAll = (tokens: readonly (readonly string[])[], prefix = false): ExpandedForm => ({
  language: null,
  tokens,
  prefix,
});

/** The other words of the index that are forms of this one in a language. */
function formsIn({ vocabulary, names }: WordContext, word: string, language: string): ExpandedForm[] {
  const stem = stemOf(language, word);
  if (stem === null) return [];
  const forms = Array.from(vocabulary.prefix(beginningOf(word, stem)), ({ term }) => term).filter(
    (term) => term !== word && !names.tokens.has(term) && areForms(language, word, term),
  );
  return forms.length > 0 ? [{ language, tokens: forms.map((term) => [term]), prefix: false }] : [];
}

/** More likely misspellings than these are not looked for. */
const mostFuzzy = 500;

function fuzzyTerms({ vocabulary, check }: WordContext, word: string, most: number): string[] {
  const { length } = [...word];
  const near: { readonly term: string; readonly seen: number }[] = [];
  let read = 0;
  for (const each of vocabulary.holding(piecesOf(word, most), length - most, length + most)) {
    if (++read % 2000 === 0) check?.();
    if (isWithinDistance(word, each.term, most)) near.push(each);
  }
  return near
    .sort((a, b) => b.seen - a.seen || (a.term < b.term ? -1 : 1))
    .slice(0, mostFuzzy)
    .map(({ term }) => term);
}

/** Words of the index that are another spelling of a name of one word. */
function spellingsOf({ vocabulary }: WordContext, name: NameWords): string[] {
  const [only] = name.tokens;
  if (only === undefined || name.tokens.length !== 1) return [];
  const beginnings = new Set(nameKeys(only).flatMap(beginningsOf));
  return [...beginnings].flatMap((beginning) =>
    Array.from(vocabulary.prefix(beginning), ({ term }) => term).filter((term) => isSpelledLike(term, name)),
  );
}

interface NameForms {
  readonly tokens: readonly (readonly string[])[];
  readonly also: readonly string[];
}

/** One of each way of spelling names of one word that are long enough to be told by it. */
function spelledNames({ otherNames, tokens }: AskedWords): NameWords[] {
  const names = [...otherNames, { shown: '', tokens }].filter((name) => name.tokens.every(isLongToken));
  return [...new Map(names.map((name) => [name.tokens.flatMap(nameKeys).join(' '), name])).values()];
}

function namesFor(context: WordContext, asked: AskedWords): NameForms {
  const { otherNames } = asked;
  if (otherNames.length === 0) return { tokens: [], also: [] };
  const here = otherNames.filter((name) => name.tokens.every((token) => context.vocabulary.has(token)));
  const spellings = spelledNames(asked).flatMap((name) => spellingsOf(context, name));
  return {
    tokens: [...here.map((name) => name.tokens), ...[...new Set(spellings)].map((term) => [term])],
    also: [...new Set(here.map(({ shown }) => shown))],
  };
}

function distinctTokens(tokens: readonly (readonly string[])[]): (readonly string[])[] {
  return [...new Map(tokens.map((each) => [each.join(' '), each])).values()];
}

/** What a word or phrase stands for; null when it holds nothing that is indexed. */
export function expandWord(context: WordContext, node: WordNode | PhraseNode): Expansion | null {
  const asked = askedWords(context, node);
  if (!asked) return null;
  const { tokens, stemmed } = asked;
  const [first = ''] = tokens;
  if (node.kind === 'word' && node.fuzzy > 0) {
    const near = fuzzyTerms(context, first, node.fuzzy).filter((term) => term !== first);
    return { forms: [inAll([tokens, ...near.map((term) => [term])])], also: [] };
  }
  const names = namesFor(context, asked);
  const languages =
    stemmed === null ? [] : context.languages.filter((each) => stemmedLanguages.includes(each));
  const isPrefix = node.kind === 'word' && node.prefix;
  return {
    forms: [
      inAll(distinctTokens([tokens, ...names.tokens]), isPrefix),
      ...languages.flatMap((language) => formsIn(context, first, language)),
    ],
    also: names.also,
  };
}

/** So many words are taken that a word being typed may become. */
const mostLikely = 10;

/**
 * What a word that is still being typed stands for: its ten likeliest words of the index that start so, and, where it is
 * a word already, what that stands for.
 */
export function completeWord(context: WordContext, node: WordNode): Expansion | null {
  const tokens = searchTokens(node.text);
  const last = tokens.at(-1);
  const whole = expandWord(context, node);
  if (last === undefined || !whole) return null;
  const likely = Array.from(context.vocabulary.likeliest(last, mostLikely), ({ term }) => [
    ...tokens.slice(0, -1),
    term,
  ]);
  const isWord = context.vocabulary.has(last);
  const [form, ...others] = whole.forms;
  const all = distinctTokens([...(form?.tokens ?? [tokens]), ...likely]);
  return isWord
    ? { forms: [inAll(all), ...others], also: whole.also }
    : { forms: [inAll(all)], also: whole.also };
}
