/** As `words-keep-passages`, with long scripts: what many edits do to one another, undone and redone to any depth. */
import { describe, it } from 'vitest';
import { numbersFor, runAll } from '../testing/all-scripts';
import { makeScript, runScript } from '../testing/script-run';

const numbers = numbersFor(1 / 8, process.env);

describe(`words, ${numbers.count} scripts of 9 to 40 steps, seed ${numbers.seed}`, () => {
  it('keep their passages through long edits', () => {
    runAll(numbers, (seed) => makeScript(seed, 'long'), runScript);
  }, 600_000);
});
