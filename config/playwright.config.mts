import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const root = resolve(import.meta.dirname, '..');
const { CASEBOOK_PACKAGED, CASEBOOK_SCREENSHOTS, CASEBOOK_RESULTS = 'test-results/e2e.json' } = process.env;

/** What to run: the journeys, or the one that starts a packaged application, or the documentation's pictures. */
function whichFiles(): { testMatch: string; testIgnore?: string } {
  if (CASEBOOK_PACKAGED) return { testMatch: '**/packaged.spec.ts' };
  if (CASEBOOK_SCREENSHOTS) return { testMatch: '**/*.shots.ts' };
  return { testMatch: '**/*.spec.ts', testIgnore: '**/packaged.spec.ts' };
}

/**
 * Journeys in the real Electron, on the production build. Each worker has a display of its own, so that two tests never
 * share a clipboard or the keyboard focus.
 */
export default defineConfig({
  testDir: resolve(root, 'e2e'),
  ...whichFiles(),
  outputDir: resolve(root, 'test-results/journeys'),
  // More than two cores need: a journey waits for paint, disk and the next look about a fifth of its time.
  workers: 3,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  // Three times what the longest takes on an idle machine: one that hangs fails, a busy machine does not.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: resolve(root, CASEBOOK_RESULTS) }]],
});
