import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describeFailure } from '../bootstrap/base/failure.mjs';
import { say, secondsSince } from '../bootstrap/base/report.mjs';
import { build } from './build.mjs';
import { checkFormat, checkLayers, checkTypes, checkUnused, lint, runUnitTests } from './checks.mjs';
import { runJourneys } from './journeys.mjs';
import { packageFolder } from './package.mjs';

// All that must hold before a change is shared, the quick things first; stops at the first that does not hold.

const UNIT_RESULTS = 'test-results/unit.json';
const JOURNEY_RESULTS = 'test-results/e2e.json';
const PACKAGED_RESULTS = 'test-results/packaged.json';

/** @type {readonly { name: string, run: (prepared: object) => Promise<number> }[]} */
const STEPS = [
  { name: 'Format', run: (prepared) => checkFormat(prepared, []) },
  { name: 'Lint', run: (prepared) => lint(prepared, []) },
  { name: 'Types', run: (prepared) => checkTypes(prepared, []) },
  { name: 'Layers and structure', run: checkLayers },
  { name: 'Unused code', run: (prepared) => checkUnused(prepared, []) },
  { name: 'Unit tests', run: unitTests },
  { name: 'Build', run: (prepared) => build(prepared).then(() => 0) },
  {
    name: 'Journeys in Electron',
    run: (prepared) => runJourneys(prepared, [], { CASEBOOK_RESULTS: JOURNEY_RESULTS }),
  },
  { name: 'Packaged application', run: packagedJourney },
];

/** @param {import('../bootstrap/prepare.mjs').Prepared} prepared */
export async function runAllTests(prepared) {
  rmSync(join(prepared.root, 'test-results'), { recursive: true, force: true });
  let code = 0;
  for (const [index, { name, run }] of STEPS.entries()) {
    const startedAt = Date.now();
    say(`\n── ${index + 1}/${STEPS.length} ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`);
    code = await run(prepared).catch(tellFailure);
    say(`── ${name}: ${code === 0 ? 'done' : 'FAILED'} in ${secondsSince(startedAt)}`);
    if (code !== 0) break;
  }
  process.stdout.write(`\n${totalLine(prepared.root)}\n`);
  return code;
}

function tellFailure(error) {
  process.stderr.write(describeFailure(error));
  return 1;
}

function unitTests(prepared) {
  return runUnitTests(prepared, [
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${UNIT_RESULTS}`,
  ]);
}

async function packagedJourney(prepared) {
  const application = await packageFolder(prepared);
  const variables = { CASEBOOK_PACKAGED: application, CASEBOOK_RESULTS: PACKAGED_RESULTS };
  return runJourneys(prepared, ['packaged'], variables);
}

function totalLine(root) {
  const counts = [
    vitestCounts(readJson(root, UNIT_RESULTS)),
    playwrightCounts(readJson(root, JOURNEY_RESULTS)),
    playwrightCounts(readJson(root, PACKAGED_RESULTS)),
  ];
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`;
}

/** @param {object | undefined} report of Vitest's json reporter */
export function vitestCounts(report) {
  return {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  };
}

/** @param {object | undefined} report of Playwright's json reporter */
export function playwrightCounts(report) {
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = report?.stats ?? {};
  return { passed: expected + flaky, failed: unexpected, skipped };
}

function readJson(root, path) {
  const file = join(root, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
