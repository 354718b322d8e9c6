import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

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
    environment: 'node',
    // No test changes what another sees: one load of each module serves all files of a worker.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 20_000,
    restoreMocks: true,
  },
});
