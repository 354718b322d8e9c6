/**
 * Finds what a word or phrase of a query stands for among the words of the index: its other forms in each language, the
 * other names of who is called so, words that are a letter or two away, and what a word being typed is likeliest to be.
 */
import type { PhraseNode, WordNode } from '../../../../shared/query/query';
import { searchTokens } from '../../../../shared/text/fold';
import { beginningsOf } from '../../../../shared/text/transliterate';
import { isWithinDistance, piecesOf } from './edit-distance';
import type { ExpandedForm, Expansion, Vocabulary } from './expansion';
import { isSpelledLike, type KnownNames } from './known-names';
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

/** The other words of the index that are forms of this one in a language; `starting` reads those that start so. */
function formsIn(
  { names }: WordContext,
  word: string,
  language: string,
  starting: (prefix: string) => readonly string[],
): ExpandedForm[] {
  const stem = stemOf(language, word);
  if (stem === null) return [];
  const forms = starting(beginningOf(word, stem)).filter(
    (term) => term !== word && areForms(language, word, term) && !names.tokens.has(term),
  );
  return forms.length > 0 ? [{ language, tokens: forms.map((term) => [term]), prefix: false }] : [];
}

function allForms(context: WordContext, word: string): ExpandedForm[] {
  const { vocabulary, languages } = context;
  const read = new Map<string, readonly string[]>();
  const starting = (prefix: string) => {
    const terms = read.get(prefix) ?? [...vocabulary.prefix(prefix)];
    read.set(prefix, terms);
    return terms;
  };
  return languages
    .filter((language) => stemmedLanguages.includes(language))
    .flatMap((language) => formsIn(context, word, language, starting));
}

/** More misspellings than these are not looked for. */
const mostFuzzy = 500;

function fuzzyTerms({ vocabulary, check }: WordContext, word: string, most: number): string[] {
  const { length } = [...word];
  const near: string[] = [];
  let read = 0;
  for (const term of vocabulary.holding(piecesOf(word, most), length - most, length + most)) {
    if (++read % 5000 === 0) check?.();
    if (near.length < mostFuzzy && isWithinDistance(word, term, most)) near.push(term);
  }
  return near;
}

/** Words of the index that are other spellings of names. */
function spellingsIn({ vocabulary }: WordContext, keys: ReadonlySet<string>): string[] {
  return beginningsOf([...keys]).flatMap((beginning) =>
    [...vocabulary.prefix(beginning)].filter((term) => isSpelledLike(term, keys)),
  );
}

interface NameForms {
  readonly tokens: readonly (readonly string[])[];
  readonly also: readonly string[];
}

function namesFor(context: WordContext, { otherNames, spellings }: AskedWords): NameForms {
  if (otherNames.length === 0) return { tokens: [], also: [] };
  const here = otherNames.filter((name) => name.tokens.every((token) => context.vocabulary.has(token)));
  return {
    tokens: [...here.map((name) => name.tokens), ...spellingsIn(context, spellings).map((term) => [term])],
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
  const isPrefix = node.kind === 'word' && node.prefix;
  return {
    forms: [
      inAll(distinctTokens([tokens, ...names.tokens]), isPrefix),
      ...(stemmed === null ? [] : allForms(context, stemmed)),
    ],
    also: names.also,
  };
}

/** So many words are taken that a word being typed may become; and so many that a single letter may. */
const mostLikely = 10;
const mostOfLetter = 3;

/** A word shorter than this is hardly a word yet: its other forms would be those of many. */
const shortestTyped = 4;

/**
 * What a word that is still being typed stands for: its ten likeliest words of the index that start so (three for a letter),
 * and, where it is a word already or none start so, what that stands for.
 */
export function completeWord(context: WordContext, node: WordNode): Expansion | null {
  const tokens = searchTokens(node.text);
  const last = tokens.at(-1);
  if (last === undefined) return null;
  const most = [...last].length === 1 ? mostOfLetter : mostLikely;
  const likely = Array.from(context.vocabulary.likeliest(last, most), (term) => [
    ...tokens.slice(0, -1),
    term,
  ]);
  // What nothing begins with is a word that is there in other forms or under other names, if it is one at all.
  const isWord = likely.length === 0 || context.vocabulary.has(last);
  const stems = context.stems && last.length >= shortestTyped;
  const whole = isWord ? expandWord({ ...context, stems }, node) : null;
  const [form, ...others] = whole?.forms ?? [];
  const all = distinctTokens([...(form?.tokens ?? [tokens]), ...likely]);
  return { forms: [inAll(all), ...others], also: whole?.also ?? [] };
}
