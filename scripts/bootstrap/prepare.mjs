import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareDependencies } from './dependencies.mjs';
import { isElectronHere, looksUnreachable, prepareElectron } from './electron/electron.mjs';
import { prepareFallback } from './electron/fallback.mjs';
import { prepareNode } from './node-runtime.mjs';
import { hasBinding, needsOwnBinding, prepareBinding } from './sqlite/binding.mjs';
import { hasDisplay, startDisplay } from './system/display.mjs';
import { installPackages, missingLibraries, missingPackages } from './system/packages.mjs';
import { prepareSandbox } from './system/sandbox.mjs';

// Prepares what a task needs, and only that. On a cold start the downloads, apt and the compiler run side by side;
// warm, every step is a look at a stamp.

const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');
const LAUNCHER = fileURLToPath(new URL('electron/launch.sh', import.meta.url));

/**
 * @typedef {object} Prepared
 * @property {string} root the repository
 * @property {{ executable: string, folder: string }} node
 * @property {NodeJS.ProcessEnv} env for the programs of the task
 * @property {import('./electron/electron.mjs').Electron & { binding?: string }} [electron]
 */

/**
 * @param {{ electron?: boolean, display?: boolean }} needs dependencies are always prepared
 * @returns {Promise<Prepared>}
 */
export async function prepare(needs) {
  const node = prepareNode();
  const dependencies = node.then((found) => prepareDependencies(ROOT, found));
  const electron = needs.electron ? await prepareRuntime(needs, node, dependencies) : undefined;
  await dependencies;
  const path = { PATH: `${(await node).folder}${delimiter}${process.env.PATH}` };
  const env = { ...process.env, ...path, ...(electron && electronVariables(electron)) };
  if (needs.display && !hasDisplay()) env.DISPLAY = (await startDisplay()).name;
  return { root: ROOT, node: await node, env, electron };
}

/** The Electron with its libraries and a SQLite binding that it loads. */
async function prepareRuntime(needs, node, dependencies) {
  const display = Boolean(needs.display) && !hasDisplay();
  const early = isElectronHere(ROOT) ? undefined : startEarly(display);
  const electron = dependencies.then(async () => prepareElectron(ROOT, await node));
  const binding = Promise.all([dependencies, early]).then(([, guess]) =>
    guess ? prepareBinding(ROOT) : undefined,
  );
  const [runtime] = await Promise.all([electron, binding, early]);
  const ownBinding = needsOwnBinding(runtime);
  await installPackages([
    ...(await missingLibraries(runtime.executable)),
    ...(await missingPackages({ display, compiler: ownBinding && !hasBinding(ROOT) })),
  ]);
  return { ...runtime, binding: ownBinding ? await prepareBinding(ROOT) : undefined };
}

/**
 * Starts what an Electron that is not here yet will need, beside the installation of the dependencies.
 *
 * @returns {Promise<boolean>} whether it will be the fallback, by the look of it
 */
async function startEarly(display) {
  const isFallback = await looksUnreachable(ROOT);
  if (isFallback) prepareFallback().catch(() => {}); // told when it is asked for again
  await installPackages(await missingPackages({ libraries: true, display, compiler: isFallback }));
  return isFallback;
}

function electronVariables(electron) {
  const { prefix, flags } = prepareSandbox();
  return {
    CASEBOOK_ELECTRON: electron.executable,
    CASEBOOK_ELECTRON_PREFIX: prefix.join(' '),
    CASEBOOK_ELECTRON_FLAGS: flags.join(' '),
    CASEBOOK_ELECTRON_LAUNCHER: process.platform === 'linux' ? LAUNCHER : electron.executable,
    ELECTRON_EXEC_PATH: process.platform === 'linux' ? LAUNCHER : electron.executable,
    ...(electron.isFallback && { ELECTRON_OVERRIDE_DIST_PATH: electron.folder }),
    ...(electron.binding && { CASEBOOK_SQLITE_BINDING: electron.binding }),
  };
}
