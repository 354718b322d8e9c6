/** In which sentences or paragraphs of an article's current text words stand, by the rule of the full-text index. */
import { searchTokens } from '../../../../shared/text/fold';
import { pluck } from '../../core/sql';
import { blankRanges, greyedRanges } from '../index/items/item-words';
import { sentenceStarts } from '../index/read-facts';
import { languageOfArticle } from './article-language';
import type { Evaluation } from './evaluation';
import type { ExpandedNode, WordsNode } from './expressions';
import { idsOfRows } from './search-state';

/** The places of words in one article: sentences or paragraphs, first and last of each occurrence. */
export interface WordPlaces {
  /** The last sentence or paragraph there is. */
  readonly last: number;
  readonly placesOf: (node: WordsNode) => readonly (readonly [first: number, last: number])[];
}

/** A stretch of words, by their numbers, end exclusive. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/** Where words stand by their number, and where each first stands. */
interface Tokens {
  readonly list: readonly string[];
  readonly at: ReadonlyMap<string, readonly number[]>;
}

function indexTokens(list: readonly string[]): Tokens {
  const at = new Map<string, number[]>();
  list.forEach((token, index) => {
    const places = at.get(token);
    if (places) places.push(index);
    else at.set(token, [index]);
  });
  return { list, at };
}

function isPhraseAt({ list }: Tokens, at: number, phrase: readonly string[], prefix: boolean): boolean {
  return phrase.every((token, index) => {
    const word = list[at + index];
    return word === token || (prefix && index === phrase.length - 1 && word?.startsWith(token) === true);
  });
}

function runsOfPhrase(tokens: Tokens, phrase: readonly string[], prefix: boolean): Run[] {
  const [first = ''] = phrase;
  const starts =
    prefix && phrase.length === 1
      ? [...tokens.at].flatMap(([token, places]) => (token.startsWith(first) ? places : []))
      : (tokens.at.get(first) ?? []);
  return starts
    .filter((at) => isPhraseAt(tokens, at, phrase, prefix))
    .map((from) => ({ from, to: from + phrase.length }));
}

/** Where an expansion stands in a text of a language. */
function runsOf(tokens: Tokens, { expansions }: ExpandedNode, operand: number, language: string): Run[] {
  const forms = expansions[operand]?.forms ?? [];
  return forms
    .filter((form) => form.language === null || form.language === language)
    .flatMap(({ tokens: phrases, prefix }) =>
      phrases.flatMap((phrase) => runsOfPhrase(tokens, phrase, prefix)),
    );
}

/**
 * The stretches in which all operands stand with at most `distance` words from the end of the first to the start of the
 * last: for each that may end first, as far as they reach. Which of them go together is not told: there may be millions of ways.
 */
function runsOfNear(lists: readonly (readonly Run[])[], distance: number): Run[] {
  return lists.flatMap((list, at) => {
    const others = lists.filter((_, other) => other !== at);
    return list.flatMap((first) => reachOf(first, others, distance) ?? []);
  });
}

/** From the first to the last word of what stands near a run that ends first; null where one of the others does not. */
function reachOf(first: Run, others: readonly (readonly Run[])[], distance: number): Run | null {
  let { from, to } = first;
  for (const list of others) {
    const near = list.filter((run) => run.to >= first.to && run.from <= first.to + distance);
    if (near.length === 0) return null;
    for (const run of near) {
      from = Math.min(from, run.from);
      to = Math.max(to, run.to);
    }
  }
  return { from, to };
}

/** The sentence or paragraph that a word is in. */
function placeAt(starts: readonly number[], word: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= word) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A reader of the places of a query's words in articles (rows of them). */
export function wordPlaces(
  { state, expanded }: Evaluation,
  unit: 'sentence' | 'paragraph',
): (article: number) => WordPlaces {
  return (article) => {
    const [id = ''] = idsOfRows(state, [article]);
    const [revisionId = ''] = pluck<string>(state.db, 'SELECT revision_id FROM article WHERE id = ?', [id]);
    const [text = ''] = pluck<string>(state.db, 'SELECT text FROM revision WHERE id = ?', [revisionId]);
    const tokens = indexTokens(searchTokens(blankRanges(text, greyedRanges(state.db, revisionId))));
    const starts = sentenceStarts(state.db, article);
    const places = (unit === 'sentence' ? starts?.sentences : starts?.paragraphs) ?? [0];
    const language = languageOfArticle(state, id);
    const placesOf = (node: WordsNode) => {
      const known = expanded.get(node);
      if (!known) return [];
      const lists = known.expansions.map((_, operand) => runsOf(tokens, known, operand, language));
      const runs = node.kind === 'near' ? runsOfNear(lists, node.distance) : (lists[0] ?? []);
      return runs.map(({ from, to }) => [placeAt(places, from), placeAt(places, to - 1)] as const);
    };
    return { last: places.length - 1, placesOf };
  };
}
