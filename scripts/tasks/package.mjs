import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SetupFailure } from '../bootstrap/base/failure.mjs';
import { step } from '../bootstrap/base/report.mjs';
import { capture } from '../bootstrap/base/run-program.mjs';
import { buildIfChanged } from './build.mjs';
import { runTool } from './tools.mjs';

const TEST_OUTPUT = 'dist/packaged-test';
const FALLBACK_FLAG = '--allow-fallback-runtime';

/**
 * Packages the application for people, in dist/: `npm run package -- [electron-builder's arguments]`. The fallback
 * Electron is refused, unless the flag says that the package is for a test.
 */
export async function packageApplication(prepared, args) {
  const rest = args.filter((argument) => argument !== FALLBACK_FLAG);
  if (prepared.electron.isFallback && rest.length === args.length) throw refusal(prepared.electron.version);
  await buildIfChanged(prepared);
  return runTool(prepared, 'electron-builder', builderArguments(prepared, rest));
}

/**
 * Packages the application as a folder, for the journey that starts it: with the fallback, where there is no other,
 * and open to Playwright, which attaches by a command line switch that a release refuses.
 */
export async function packageFolder(prepared) {
  await buildIfChanged(prepared);
  const script = join(prepared.root, 'node_modules/electron-builder/cli.js');
  const args = [
    ...builderArguments(prepared, ['--dir']),
    `-c.directories.output=${TEST_OUTPUT}`,
    '-c.electronFuses.enableNodeCliInspectArguments=true',
  ];
  const options = { cwd: prepared.root, env: prepared.env };
  await step('Packaging', async () => {
    const { code, output } = await capture(prepared.node.executable, [script, ...args], options);
    if (code !== 0)
      throw new SetupFailure('Packaging failed.', 'What electron-builder said is above.', output);
  });
}

/** The program that `packageFolder` packaged. */
export const programInFolder = ({ root }) => packagedProgram(join(root, TEST_OUTPUT));

function builderArguments({ electron }, args) {
  if (!electron.isFallback) return [...args, '-c.electronFuses.grantFileProtocolExtraPrivileges=false'];
  return [
    ...args,
    `-c.electronVersion=${electron.version}`,
    `-c.electronDist=${electron.folder}`,
    `-c.extraResources.from=${electron.binding}`,
    '-c.extraResources.to=native/better_sqlite3.node',
  ];
}

/** Where electron-builder puts the program, by platform. */
function packagedProgram(output) {
  const candidates = ['linux-unpacked/casebook', 'win-unpacked/casebook.exe', ...macApplications(output)];
  const found = candidates.map((path) => join(output, path)).find((path) => existsSync(path));
  if (!found) throw new SetupFailure(`There is no program in ${output}.`, 'electron-builder.yml names it.');
  return found;
}

function macApplications(output) {
  return readdirSync(output)
    .filter((name) => name.startsWith('mac'))
    .map((name) => `${name}/Casebook.app/Contents/MacOS/Casebook`);
}

function refusal(version) {
  return new SetupFailure(
    `Releases are not made with the fallback Electron (${version}): it is old and gets no security fixes.`,
    `Package where the official Electron can be downloaded; for a test, give ${FALLBACK_FLAG}.`,
  );
}
