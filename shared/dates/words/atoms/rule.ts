/** What the rules for simple dates are made of. */
import type { Lexicon } from '../lexicon';
import type { Reading } from '../reading/reading';
import type { Token } from '../tokens';

/** A pattern over the letters of tokens, and the date it means. */
export interface AtomRule {
  readonly pattern: string;
  /** Null: words for time that give no date. Undefined: the rule does not hold for these tokens after all. */
  readonly read: (tokens: readonly Token[], lexicon: Lexicon) => Reading | null | undefined;
  /** `framed`: in running text only after a word for time; `whole`: only where it is all there is; else anywhere. */
  readonly use?: 'framed' | 'whole';
}

/** A year and what may stand around it. */
export const yearPattern = '(?:,?y?Y[yE]?)';

/** “Of last year”. */
export const shiftedYear = '(?:Ry|yR)';

/** A day of the month. */
export const dayPattern = '[Nδ]';

/** The value of the first token of a kind; null: there is none. */
export function valueOf(tokens: readonly Token[], letters: string): number | null {
  return tokens.find(({ letter }) => letters.includes(letter))?.value ?? null;
}

/** The values of all tokens of a kind. */
export function valuesOf(tokens: readonly Token[], letters: string): number[] {
  return tokens.filter(({ letter }) => letters.includes(letter)).map(({ value }) => value);
}
