/** Random scripts: which steps, how many, and which passages the texts begin with; each is the same for its seed. For tests. */
import { plainText } from '../../../shared/document/plain-text';
import type { TextRange } from '../../../shared/text/offset-types';
import { snapToGraphemes } from '../../../shared/text/offsets';
import type { Dice } from './dice';
import type { Step } from './edit-script';
import { mixedArticle } from './mixed-article';

const weights: Readonly<Record<Step['kind'], number>> = {
  insert: 6,
  type: 3,
  retype: 2,
  delete: 4,
  key: 4,
  split: 3,
  break: 1,
  format: 3,
  link: 2,
  block: 2,
  bullets: 2,
  numbers: 1,
  unlist: 1,
  indent: 2,
  outdent: 1,
  table: 1,
  grow: 1,
  shrink: 1,
  copy: 2,
  cut: 3,
  paste: 5,
  bring: 1,
  drag: 2,
  replace: 3,
  undo: 4,
  redo: 2,
  switch: 1,
};

const kinds = Object.entries(weights).flatMap(([kind, weight]) =>
  Array<Step['kind']>(weight).fill(kind as Step['kind']),
);
const typed = [
  'x',
  ' und',
  'zwölf ',
  'Кол',
  '—',
  'q r',
  '😀',
  'e\u0301',
  '\u0301',
  'שלום',
  '\u200b',
  '👩‍🔬',
  'न',
  'ि',
];

function randomStep(dice: Dice): Step {
  return {
    kind: dice.pick(kinds),
    at: dice.below(1000) / 1000,
    length: dice.below(2) ? dice.below(31) : dice.below(4),
    words: dice.pick(typed),
    way: dice.below(24),
  };
}

/** Of 1 to 8 steps, or of 9 to 40. */
export type ScriptLength = 'short' | 'long';

export function randomSteps(dice: Dice, length: ScriptLength): Step[] {
  const count = length === 'short' ? dice.between(1, 8) : dice.between(9, 40);
  return dice.list(count, () => randomStep(dice));
}

const text = plainText(mixedArticle);
const size = [...text].length;

/** Up to six stretches of the article (code points), none inside a character; they overlap, and lie in one another. */
export function randomRanges(dice: Dice): TextRange[] {
  return dice.list(dice.below(7), () => {
    const from = dice.below(size);
    const more = dice.below(2) ? dice.between(1, 8) : dice.between(1, 60);
    return snapToGraphemes(text, from, Math.min(size, from + more));
  });
}
