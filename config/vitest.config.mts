import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Short files that run long: thousands of random cases each, or programs that are started and killed. */
const long = /\.property\.test\.ts$|\/killed\/|\/oracle\//;

/** Vitest starts with the largest files; these go before them, as one of them last has every other process wait for it. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => long.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/**
 * Unit tests stand beside the code they test. Those of the window run in Node too: what needs a real
 * browser is tested by a journey in e2e/.
 */
export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: [
      'shared/**/*.test.{ts,tsx}',
      'main/**/*.test.ts',
      'renderer/**/*.test.{ts,tsx}',
      'bench/**/*.test.ts',
      'scripts/**/*.test.mjs',
    ],
    setupFiles: [resolve(import.meta.dirname, 'property-seed.ts')],
    // Every core: Vitest would leave one to a person who works beside it.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    environment: 'node',
    // No test changes what another sees: one load of each module serves all files of a worker.
    isolate: false,
    // For what hangs: a busy machine is no fault.
    testTimeout: 60_000,
    hookTimeout: 20_000,
    restoreMocks: true,
  },
});
