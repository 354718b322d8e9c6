/** Which of a place's many names are worth showing: the one it was found by, and a few of every script. */
import { foldForMatch } from '../../../shared/text/fold';

const scripts = [
  'Cyrillic',
  'Arabic',
  'Hebrew',
  'Han',
  'Hangul',
  'Hiragana',
  'Katakana',
  'Greek',
  'Georgian',
  'Armenian',
  'Devanagari',
  'Thai',
  'Ethiopic',
  'Latin',
].map((script) => new RegExp(`\\p{Script=${script}}`, 'u'));

/** The dump does not say whose name a name is: of a large place it has every language's and every case's. */
const namesPerScript = 8;

/** The index of the first script in the list that a name has letters of; beyond the last: another one. */
function scriptOf(name: string): number {
  const found = scripts.findIndex((script) => script.test(name));
  return found < 0 ? scripts.length : found;
}

function isFoundBy(name: string, folded: string): number {
  const own = foldForMatch(name);
  if (own === folded) return 0;
  return own.startsWith(folded) ? 1 : 2;
}

/** A few of the other names, those that match the folded words first; none that folds to the main name. */
export function chooseNames(name: string, others: readonly string[], folded: string): string[] {
  const main = foldForMatch(name);
  const taken = new Map<number, number>();
  const distinct = others.filter((other) => foldForMatch(other) !== main);
  const isMatchedByMain = main.startsWith(folded);
  const best = isMatchedByMain ? 2 : Math.min(2, ...distinct.map((other) => isFoundBy(other, folded)));
  const matching = best < 2 ? distinct.filter((other) => isFoundBy(other, folded) === best).slice(0, 1) : [];
  const ordered = [...distinct].sort((a, b) => scriptOf(a) - scriptOf(b));
  const ofScripts = ordered.filter((other) => {
    const script = scriptOf(other);
    const count = taken.get(script) ?? 0;
    taken.set(script, count + 1);
    return count < namesPerScript;
  });
  return [...new Set([...matching, ...ofScripts])];
}
