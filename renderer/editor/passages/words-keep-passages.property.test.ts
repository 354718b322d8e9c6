/**
 * Random edits, in the editor and in a plain model of its characters: after every step both have the same characters, each
 * in the same passages, and in the end what would be saved says so. A failing script is printed, with its seed.
 */
import { describe, it } from 'vitest';
import { numbersFor, runAll } from '../testing/all-scripts';
import { makeScript, runScript } from '../testing/script-run';

const numbers = numbersFor(7 / 8, process.env);

describe(`words, ${numbers.count} scripts of up to 8 steps, seed ${numbers.seed}`, () => {
  it('keep their passages through any edits', () => {
    runAll(numbers, (seed) => makeScript(seed, 'short'), runScript);
  }, 600_000);
});
