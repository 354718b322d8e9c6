/** A text as the line of letters that the rules for dates read: words without meaning for the date and times of day left out. */
import type { Line } from './atoms';
import type { WordFinder } from './lexicon';
import { type Token, tokenise } from './tokens';

/** In text, a word that means other things too is a date only where it is written as a name. */
const withoutWeak = (token: Token): Token =>
  token.isWeak && 'MWN'.includes(token.letter) && /^\p{Ll}/u.test(token.text)
    ? { ...token, letter: 'o' }
    : token;

const letterOf = (token: Token | undefined): string => token?.letter ?? '';

/** Clock times and times of day say nothing about the day, but “this morning” is today. */
function withoutTimes(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (const [index, token] of tokens.entries()) {
    const before = letterOf(kept.at(-1));
    if (token.letter === '_') continue;
    if (token.letter !== 'C' && token.letter !== 'T') {
      kept.push(token);
      continue;
    }
    const shift = kept.at(-1);
    if (before === 'R' && shift) {
      kept[kept.length - 1] = { ...shift, letter: 'D', value: Math.ceil(shift.value), end: token.end };
      continue;
    }
    if (before === 'P') kept.pop();
    // “At 8 in the evening”: the number is an hour.
    if (letterOf(kept.at(-1)) === 'N' && 'i~'.includes(letterOf(kept.at(-2)) || ' ')) kept.splice(-2);
    const isAfterPreposition =
      'i~gu'.includes(letterOf(kept.at(-1)) || ' ') && kept.at(-1)?.end !== undefined;
    if (token.letter === 'C' && isAfterPreposition && index > 0) kept.pop();
  }
  return kept;
}

/** The line of a text in a finder's language; in running text, words that may be no dates are left out. */
export function lineOf(text: string, finder: WordFinder, isRunningText: boolean): Line {
  const tokens = tokenise(text, finder);
  const sure = isRunningText ? tokens.map(withoutWeak) : tokens;
  const kept = withoutTimes(sure);
  return { tokens: kept, letters: kept.map(({ letter }) => letter).join(''), lexicon: finder.lexicon };
}
