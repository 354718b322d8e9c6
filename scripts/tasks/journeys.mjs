import { buildIfChanged } from './build.mjs';
import { runTool } from './tools.mjs';

/**
 * The journeys of e2e/ in the real Electron, or, where a packaged application is given, the one that starts it.
 *
 * @param {import('../bootstrap/prepare.mjs').Prepared} prepared
 * @param {readonly string[]} args for Playwright
 * @param {NodeJS.ProcessEnv} [variables]
 */
export async function runJourneys(prepared, args, variables = {}) {
  await buildIfChanged(prepared);
  return runTool(
    prepared,
    '@playwright/test:playwright',
    ['test', '-c', 'config/playwright.config.mts', ...args],
    variables,
  );
}
