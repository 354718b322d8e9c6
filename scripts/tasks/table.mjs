import { build } from './build.mjs';
import { checkFormat, checkLayers, checkTypes, checkUnused, format, lint, runUnitTests } from './checks.mjs';
import { runJourneys } from './journeys.mjs';
import { packageApplication } from './package.mjs';
import { startApplication, startCommandLine, startDevelopment } from './start.mjs';
import { runAllTests } from './test.mjs';
import { drawIcon, makeSample, runBenchmarks, takeScreenshots, writeSchema } from './work.mjs';

const SOURCES = {};
const ELECTRON = { electron: true };
const WINDOW = { electron: true, display: true };

/**
 * Every task: what it is for, what it needs to be prepared (the dependencies always are), and what it runs with the
 * rest of the command line. `run` answers with the exit code.
 *
 * @type {Readonly<Record<string, { about: string, needs: { electron?: boolean, display?: boolean },
 *   run: (prepared: import('../bootstrap/prepare.mjs').Prepared, args: readonly string[]) => Promise<number> }>>}
 */
export const TASKS = {
  start: { about: 'build, and start the application', needs: WINDOW, run: startApplication },
  dev: { about: 'start it and reload as sources change', needs: WINDOW, run: startDevelopment },
  build: { about: 'build into out/', needs: SOURCES, run: (prepared) => build(prepared).then(() => 0) },
  typecheck: { about: 'check the types', needs: SOURCES, run: checkTypes },
  format: { about: 'format the sources', needs: SOURCES, run: format },
  'format:check': { about: 'check the format', needs: SOURCES, run: checkFormat },
  lint: { about: 'look for mistakes', needs: SOURCES, run: lint },
  layers: { about: 'check who imports whom, and the structure', needs: SOURCES, run: checkLayers },
  unused: { about: 'look for unused code', needs: SOURCES, run: checkUnused },
  test: { about: 'check and test everything', needs: WINDOW, run: runAllTests },
  'test:unit': { about: 'the unit tests [Vitest arguments]', needs: SOURCES, run: runUnitTests },
  'test:e2e': { about: 'the journeys [Playwright arguments]', needs: WINDOW, run: runJourneys },
  bench: { about: 'the benchmarks [--list, --only, --json]', needs: WINDOW, run: runBenchmarks },
  package: { about: 'package for people, into dist/', needs: ELECTRON, run: packageApplication },
  casebook: { about: 'the command line', needs: SOURCES, run: startCommandLine },
  schema: { about: 'write main/store/schema.sql from the migrations', needs: SOURCES, run: writeSchema },
  sample: { about: 'make the sample notebook, out/sample.casebook [path]', needs: SOURCES, run: makeSample },
  icon: { about: 'draw resources/icon.png from icon.svg', needs: WINDOW, run: drawIcon },
  screenshots: { about: 'take the pictures of the documentation', needs: WINDOW, run: takeScreenshots },
};
