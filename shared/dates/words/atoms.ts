/**
 * The simplest dates that words give (“3 July”, “last Friday”, “the third quarter”): rules as patterns over the letters of
 * tokens (`lexicon.ts` says what they stand for), each with what it means. How dates are joined is `expressions.ts`.
 */
import { calendarRules } from './atoms/calendar-rules';
import { countedRules } from './atoms/counted-rules';
import type { AtomRule } from './atoms/rule';
import { yearRules } from './atoms/year-rules';
import type { Lexicon } from './lexicon';
import type { Reading } from './reading/reading';
import type { Token } from './tokens';

/** Tokens with the letters they stand for, one for one. */
export interface Line {
  readonly tokens: readonly Token[];
  readonly letters: string;
  readonly lexicon: Lexicon;
}

/** A date found at a place of a line. */
export interface Found {
  /** Null: words for time that give no date (“a few days ago”, “a week later”). */
  readonly reading: Reading | null;
  /** Index of the token after it. */
  readonly next: number;
  /** Whether it is a date only with a word for time before it: a number that may be no year. */
  readonly needsFrame: boolean;
  /** Whether it is a date only where it is all there is. */
  readonly isOnlyWhole: boolean;
}

const rules: readonly AtomRule[] = [...calendarRules, ...yearRules, ...countedRules];
const compiled = rules.map((rule) => ({ ...rule, sticky: new RegExp(rule.pattern, 'uy') }));

/** What was found in a line already, by token: joined dates ask for the same place again and again. */
const found = new WeakMap<Line, Map<number, Found | null>>();

/** The longest simple date that begins at a token; null: none does. */
export function atomAt(line: Line, index: number): Found | null {
  const known = found.get(line) ?? new Map<number, Found | null>();
  found.set(line, known);
  const before = known.get(index);
  if (before !== undefined) return before;
  const atom = findAtom(line, index);
  known.set(index, atom);
  return atom;
}

function findAtom(line: Line, index: number): Found | null {
  let best: Found | null = null;
  for (const { sticky, read, use } of compiled) {
    sticky.lastIndex = index;
    const length = sticky.exec(line.letters)?.[0].length ?? 0;
    if (length === 0 || index + length <= (best?.next ?? 0)) continue;
    const tokens = line.tokens.slice(index, index + length);
    const reading = read(tokens, line.lexicon);
    if (reading === undefined) continue;
    const needsFrame = use === 'framed' || tokens.every((one) => one.isWeak);
    best = { reading, next: index + length, needsFrame, isOnlyWhole: use === 'whole' };
  }
  return best;
}
