import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupFailure } from '../bootstrap/base/failure.mjs';
import { step } from '../bootstrap/base/report.mjs';
import { capture } from '../bootstrap/base/run-program.mjs';
import { stampOf } from '../bootstrap/base/source-stamp.mjs';
import { prepareGazetteer } from './gazetteer.mjs';

const SOURCES = ['main', 'renderer', 'shared', 'resources', 'config', 'package.json', 'package-lock.json'];
const STAMP = 'out/.casebook-sources';

/** Builds the application into out/, if its sources have changed since it was built. */
export async function buildIfChanged(prepared) {
  const stamp = join(prepared.root, STAMP);
  await prepareGazetteer(prepared);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceStamp(prepared.root)) return;
  await build(prepared);
}

/** Has the next start build anew. */
export function forgetBuild(root) {
  rmSync(join(root, STAMP), { force: true });
}

/** Builds the application into out/. What the build says is shown only if it fails. */
export async function build(prepared) {
  const { root, node, env } = prepared;
  const stamp = sourceStamp(root);
  const script = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const args = [script, 'build', '-c', 'config/electron.vite.config.ts', '--logLevel', 'warn'];
  forgetBuild(root);
  await prepareGazetteer(prepared);
  await step('Building', async () => {
    const { code, output } = await capture(node.executable, args, {
      cwd: root,
      env: { ...env, NO_COLOR: '1' },
    });
    if (code !== 0)
      throw new SetupFailure('The build failed.', 'What the build said is above.', output.trim());
  });
  writeFileSync(join(root, STAMP), stamp);
}

/** One value that changes with every added, removed or changed source; tests do not count. */
export const sourceStamp = (root) => stampOf(root, SOURCES);
