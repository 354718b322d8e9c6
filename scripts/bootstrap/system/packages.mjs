import { existsSync, statSync } from 'node:fs';
import { failureFrom, SetupFailure } from '../base/failure.mjs';
import { say, step } from '../base/report.mjs';
import { capture, succeeds } from '../base/run-program.mjs';
import { ELECTRON_SONAMES, missingSonames, packagesFor } from './soname-packages.mjs';

// System packages, on Linux: found out by what is missing, installed with apt as root, else asked for with the exact
// command. Other systems bring all that is needed.

/**
 * What is missing of the programs, and (before Electron is there to be examined) of the libraries it is always linked
 * to.
 *
 * @param {{ libraries?: boolean, display: boolean, compiler: boolean }} needs
 * @returns {Promise<readonly (readonly string[])[]>} packages, each with its possible names
 */
export async function missingPackages(needs) {
  if (process.platform !== 'linux') return [];
  return [
    ...(needs.libraries ? await missingElectronLibraries() : []),
    ...(needs.display && !isOnPath('Xvfb') ? [['xvfb'], ['fonts-dejavu-core']] : []),
    ...(needs.compiler && !(isOnPath('gcc') && isOnPath('g++')) ? [['gcc'], ['g++']] : []),
  ];
}

async function missingElectronLibraries() {
  const known = await capture('/sbin/ldconfig', ['-p']);
  if (known.code !== 0) return [];
  return ELECTRON_SONAMES.filter((soname) => !known.output.includes(`\t${soname} `)).map(packagesFor);
}

/**
 * The libraries a program is linked to and the machine has not.
 *
 * @param {string} executable
 */
export async function missingLibraries(executable) {
  if (process.platform !== 'linux') return [];
  const { output } = await capture('ldd', [executable]);
  const sonames = missingSonames(output);
  const unknown = sonames.filter((soname) => packagesFor(soname).length === 0);
  if (unknown.length > 0) {
    throw new SetupFailure(
      `Electron needs ${unknown.join(', ')}.`,
      'Install the packages that hold them and try again.',
    );
  }
  return sonames.map((soname) => packagesFor(soname));
}

/**
 * Installs packages; as an ordinary user it tells the command instead.
 *
 * @param {readonly (readonly string[])[]} wanted packages, each with its possible names
 */
export async function installPackages(wanted) {
  if (wanted.length === 0) return;
  if (!isOnPath('apt-get')) throw notDebian(wanted);
  if (process.getuid?.() !== 0) throw notRoot(wanted);
  await step('Installing system packages', async () => {
    await apt(['update', '-q']);
    const names = [...new Set(await Promise.all(wanted.map(firstAvailable)))];
    await apt(['install', '-y', '-q', '--no-install-recommends', ...names]);
  });
}

/** LibreOffice, which opens exported documents in the tests; where it cannot be had they say so and go on. */
export async function installOffice() {
  const canInstall = process.platform === 'linux' && isOnPath('apt-get') && process.getuid?.() === 0;
  if (isOnPath('soffice') || !canInstall) return;
  await installPackages([['libreoffice-writer-nogui']]).catch(() =>
    say('! LibreOffice could not be installed: that it opens exported documents is not tested.'),
  );
}

/** Whether a program is on the PATH. */
export function isOnPath(program) {
  return (process.env.PATH ?? '').split(':').some((folder) => isProgram(`${folder}/${program}`));
}

function isProgram(path) {
  return existsSync(path) && (statSync(path).mode & 0o111) !== 0;
}

async function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const result = await capture('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { env });
  if (result.code !== 0) throw failureFrom(`apt-get ${args[0]}`, result.output);
}

async function firstAvailable(names) {
  return names.find((name) => succeeds('apt-cache', ['show', '--quiet', name])) ?? names.at(-1);
}

function aptCommand(wanted) {
  const names = wanted.map(
    (candidates) => candidates.find((name) => succeeds('apt-cache', ['show', name])) ?? candidates.at(-1),
  );
  return `apt-get install --no-install-recommends ${[...new Set(names)].join(' ')}`;
}

function notRoot(wanted) {
  return new SetupFailure(
    'System packages are missing, and only root may install them.',
    `Run: sudo ${aptCommand(wanted)}`,
  );
}

function notDebian(wanted) {
  return new SetupFailure(
    `System packages are missing: ${wanted.map((names) => names.at(-1)).join(', ')} (their Debian names).`,
    'Install them with the package manager of this system and run the command again.',
  );
}
