/** Runs many random scripts, each from a seed of its own, and makes the first that fails as short as it gets. For tests. */
import type { Step } from './edit-script';

/** What a run is made of: its steps can be left out one by one. */
interface Stepped {
  readonly steps: readonly Step[];
}

interface Numbers {
  readonly seed: number;
  /** How many scripts. */
  readonly count: number;
}

/**
 * A share of 1,000 scripts; of 10,000 where changes are judged (`CI` is set). `CASEBOOK_SEED` and `CASEBOOK_SCRIPTS` in
 * the environment say otherwise.
 */
export function numbersFor(share: number, env: Readonly<Record<string, string | undefined>>): Numbers {
  const all = Number(env.CASEBOOK_SCRIPTS ?? (env.CI ? 10_000 : 1_000));
  return { seed: Number(env.CASEBOOK_SEED ?? 20_261_122), count: Math.max(1, Math.round(share * all)) };
}

function errorOf<S extends Stepped>(run: (script: S) => void, script: S): Error | null {
  try {
    run(script);
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Leaves out steps, many at once and then one by one, as long as it fails. */
function shorten<S extends Stepped>(run: (script: S) => void, failing: S): S {
  let script = failing;
  for (let size = script.steps.length >> 1; size > 0; size = size > 1 ? size >> 1 : 0)
    for (let at = script.steps.length - size; at >= 0; at -= size) {
      const shorter = { ...script, steps: script.steps.toSpliced(at, size) };
      if (errorOf(run, shorter)) script = shorter;
    }
  return script;
}

/** `make` makes the script of a seed. Throws with the seed and the shortest script that fails. */
export function runAll<S extends Stepped>(
  { seed, count }: Numbers,
  make: (seed: number) => S,
  run: (script: S) => void,
): void {
  for (let index = 0; index < count; index++) {
    const own = (seed + Math.imul(index, 0x9e3779b1)) >>> 0;
    const script = make(own);
    if (!errorOf(run, script)) continue;
    const shortest = shorten(run, script);
    const error = errorOf(run, shortest) ?? new Error('it does not fail again');
    const again = `CASEBOOK_SEED=${own} CASEBOOK_SCRIPTS=1`;
    error.message = `script ${index} (${again})\n${JSON.stringify(shortest)}\n${error.message}`;
    throw error;
  }
}
