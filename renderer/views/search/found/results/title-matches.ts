/** Which words of a title a query asked for: the store marks snippets, titles are marked here by the same folding. */
import { parseQuery } from '../../../../../shared/query/parse-query';
import type { QueryNode } from '../../../../../shared/query/query';
import { searchTokens, wordsOf } from '../../../../../shared/text/fold';

/** UTF-16 offsets of the title. */
export interface TitleMatch {
  readonly start: number;
  readonly end: number;
}

/** Words in this order; the last may be the beginning of one. */
interface Asked {
  readonly words: readonly string[];
  readonly prefix: boolean;
}

/** What a title may be asked for; what is left out is not. */
function askedIn(node: QueryNode): readonly Asked[] {
  if (node.kind === 'word') return [{ words: searchTokens(node.text), prefix: node.prefix }];
  if (node.kind === 'phrase') return [{ words: searchTokens(node.text), prefix: false }];
  if (node.kind === 'near') return node.operands.flatMap(askedIn);
  if (node.kind === 'within') return askedIn(node.node);
  return node.kind === 'and' || node.kind === 'or' ? node.nodes.flatMap(askedIn) : [];
}

/**
 * The stretches of a title that a query's words are in, in order. `forms`: words that the store found for them, which may be
 * other forms and other names.
 */
export function titleMatches(
  title: string,
  query: string,
  forms: readonly string[] = [],
): readonly TitleMatch[] {
  const { root } = parseQuery(query);
  const found = forms.map((form) => ({ words: searchTokens(form), prefix: false }));
  const asked = [...(root ? askedIn(root) : []), ...found].filter(({ words: { length } }) => length > 0);
  const words = [...wordsOf(title)];
  const matches: TitleMatch[] = [];
  for (let at = 0; at < words.length; at++) {
    const isHere = ({ words: wanted, prefix }: Asked) =>
      wanted.every((word, index) => {
        const folded = words[at + index]?.folded;
        return (
          folded === word || (prefix && index === wanted.length - 1 && folded?.startsWith(word) === true)
        );
      });
    const length = Math.max(0, ...asked.filter(isHere).map((one) => one.words.length));
    const [first, last] = [words[at], words[at + length - 1]];
    if (length === 0 || !first || !last) continue;
    matches.push({ start: first.start, end: last.end });
    at += length - 1;
  }
  return matches;
}
