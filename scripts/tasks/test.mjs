import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describeFailure } from '../bootstrap/base/failure.mjs';
import { say, secondsSince } from '../bootstrap/base/report.mjs';
import { capture } from '../bootstrap/base/run-program.mjs';
import { installOffice } from '../bootstrap/system/packages.mjs';
import { build } from './build.mjs';
import { checkFormat, checkLayers, checkTypes, checkUnused, lint, runUnitTests } from './checks.mjs';
import { runJourneys } from './journeys.mjs';
import { packageFolder, programInFolder } from './package.mjs';

// All that must hold before a change is shared, the quick things first; stops where something does not hold.

const UNIT_RESULTS = 'test-results/unit.json';
const JOURNEY_RESULTS = 'test-results/e2e.json';
const PACKAGED_RESULTS = 'test-results/packaged.json';

/** @typedef {{ name: string, run: (prepared: object) => Promise<number> }} Step */

/** They read the sources alone, and no one of them keeps every core busy: side by side. @type {readonly Step[]} */
const CHECKS = [
  { name: 'Format', run: (prepared) => checkFormat(prepared, []) },
  { name: 'Lint', run: (prepared) => lint(prepared, []) },
  { name: 'Types', run: (prepared) => checkTypes(prepared, []) },
  { name: 'Layers and structure', run: checkLayers },
  { name: 'Unused code', run: (prepared) => checkUnused(prepared, []) },
  { name: 'Build', run: (prepared) => build(prepared).then(() => 0) },
];

/** One after another: the unit tests keep every core busy, the journeys nearly so. @type {readonly Step[]} */
const TESTS = [
  { name: 'Unit tests', run: unitTests },
  { name: 'Journeys in Electron', run: journeysBesidePackaging },
  { name: 'Packaged application', run: packagedJourney },
];

/** @param {import('../bootstrap/prepare.mjs').Prepared} prepared */
export async function runAllTests(prepared) {
  rmSync(join(prepared.root, 'test-results'), { recursive: true, force: true });
  const office = installOffice();
  const codes = await Promise.all(CHECKS.map((check) => runBesideOthers(prepared, check)));
  await office;
  let code = codes.find(Boolean) ?? 0;
  for (const test of TESTS) if (code === 0) code = await runAlone(prepared, test);
  process.stdout.write(`\n${totalLine(prepared.root)}\n`);
  return code;
}

async function runAlone(prepared, { name, run }) {
  const startedAt = Date.now();
  sayTitle(name);
  const code = await run(prepared).catch(tellFailure);
  sayOutcome(name, code, startedAt);
  return code;
}

/** What its programs say comes out in one piece, when it is done. */
async function runBesideOthers(prepared, { name, run }) {
  const startedAt = Date.now();
  let said = '';
  const execute = async (...program) => {
    const { code, output } = await capture(...program);
    said += output;
    return code;
  };
  const result = await run({ ...prepared, execute }).catch((error) => error);
  sayTitle(name);
  process.stdout.write(said);
  const code = typeof result === 'number' ? result : tellFailure(result);
  sayOutcome(name, code, startedAt);
  return code;
}

const sayTitle = (name) => say(`\n── ${name} ${'─'.repeat(Math.max(0, 64 - name.length))}`);
const sayOutcome = (name, code, startedAt) =>
  say(`── ${name}: ${code === 0 ? 'done' : 'FAILED'} in ${secondsSince(startedAt)}`);

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

/** Journeys wait a good part of their time; packaging, most of it copying, goes into that. */
async function journeysBesidePackaging(prepared) {
  const packaging = packageFolder(prepared);
  packaging.catch(() => {}); // told when the journeys are through
  const code = await runJourneys(prepared, [], { CASEBOOK_RESULTS: JOURNEY_RESULTS });
  await packaging;
  return code;
}

async function packagedJourney(prepared) {
  const variables = { CASEBOOK_PACKAGED: programInFolder(prepared), CASEBOOK_RESULTS: PACKAGED_RESULTS };
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
