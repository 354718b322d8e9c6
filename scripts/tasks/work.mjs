import { foreground } from '../bootstrap/base/run-program.mjs';
import { buildIfChanged } from './build.mjs';
import { runJourneys } from './journeys.mjs';
import { runNode } from './tools.mjs';

// Tasks of the workshop, run now and then. Those in TypeScript export `main(args)`.

const runModule = (prepared, path, args) => runNode(prepared, ['scripts/run-module.mjs', path, ...args]);

/** What the program must do fast, against its limits. */
export async function runBenchmarks(prepared, args) {
  await buildIfChanged(prepared);
  return runModule(prepared, 'bench/run.ts', args);
}

/** main/store/schema.sql, the first thing to read of the store, as the migrations make it. */
export function writeSchema(prepared, args) {
  return runModule(prepared, 'scripts/write-schema.ts', args);
}

/** The project's own sample notebook, from the files in samples/. */
export function makeSample(prepared, args) {
  return runModule(prepared, 'scripts/sample/make-sample.ts', args);
}

/** The pictures of the documentation, from the running application with the sample notebook. */
export async function takeScreenshots(prepared, args) {
  const code = await makeSample(prepared, []);
  if (code !== 0) return code;
  return runJourneys(prepared, args, { CASEBOOK_SCREENSHOTS: '1' });
}

/** resources/icon.png, drawn by Electron itself. */
export function drawIcon({ root, env }) {
  return foreground(env.CASEBOOK_ELECTRON_LAUNCHER, ['scripts/tasks/draw-icon.cjs'], { cwd: root, env });
}
