/** Which of a place's many names are worth showing: the one it was found by, and a few of every script. */
import { foldForMatch } from '../../../../shared/text/fold';
import { scriptOf, scripts } from '../../../../shared/text/script';

/** The dump does not say whose name a name is: of a large place it has every language's and every case's. */
const namesPerScript = 24;
/** Spellings made for typing (`kheiyf`): they find the place, and nobody calls it so. */
const isTransliteration = /^(?=\p{Script=Latin})\p{Ll}/u;

/** Latin last: of it the dump has most, and one reads it already. */
const placeOf = (name: string): number => [...scripts, ''].indexOf(scriptOf(name));

function isFoundBy(name: string, folded: string): number {
  const own = foldForMatch(name);
  if (own === folded) return 0;
  return own.startsWith(folded) ? 1 : 2;
}

/** A few of the other names, those that match the folded words first; none that folds to the main name. */
export function chooseNames(name: string, others: readonly string[], folded: string): string[] {
  const main = foldForMatch(name);
  const taken = new Map<string, number>();
  const distinct = others.filter((other) => foldForMatch(other) !== main);
  const isMatchedByMain = main.startsWith(folded);
  const best = isMatchedByMain ? 2 : Math.min(2, ...distinct.map((other) => isFoundBy(other, folded)));
  const matching = best < 2 ? distinct.filter((other) => isFoundBy(other, folded) === best).slice(0, 1) : [];
  const called = distinct.filter((other) => !isTransliteration.test(other));
  const ordered = called.sort((a, b) => placeOf(a) - placeOf(b));
  const ofScripts = ordered.filter((other) => {
    const script = scriptOf(other);
    const count = taken.get(script) ?? 0;
    taken.set(script, count + 1);
    return count < namesPerScript;
  });
  return [...new Set([...matching, ...ofScripts])];
}
