import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { SetupFailure } from '../base/failure.mjs';
import { say, step } from '../base/report.mjs';
import { capture } from '../base/run-program.mjs';
import { FALLBACK_VERSION, hasFallback, isFallbackCached, prepareFallback } from './fallback.mjs';

// Finds the Electron to run: the official one of the version in package.json, else, where its download cannot be
// reached, the fallback. That the download failed is remembered for a day, so that a warm start does not try it again.

const PACKAGE = 'node_modules/electron';
const REFUSED = `${PACKAGE}/.casebook-unreachable`;
const RETRY_AFTER_MS = 24 * 3_600_000;

/**
 * @typedef {object} Electron
 * @property {string} folder as `electron/dist` is laid out
 * @property {string} executable
 * @property {string} version
 * @property {boolean} isFallback
 * @property {number} napi the Node-API version it offers
 */

/**
 * @param {string} root the repository
 * @param {{ executable: string }} node
 * @returns {Promise<Electron>}
 */
export async function prepareElectron(root, node) {
  const official = officialElectron(root) ?? (await downloadOfficial(root, node));
  if (official) return official;
  if (!hasFallback()) throw unreachable();
  const folder = await prepareFallback();
  say(
    `! Electron ${FALLBACK_VERSION} stands in for ${wantedVersion(root)}, whose download cannot be reached: for development and tests only.`,
  );
  return {
    folder,
    executable: join(folder, 'electron'),
    version: FALLBACK_VERSION,
    isFallback: true,
    napi: 8,
  };
}

/** Whether `prepareElectron` has nothing to fetch. */
export function isElectronHere(root) {
  return officialElectron(root) !== undefined || (wasRefused(root) && isFallbackCached());
}

/**
 * A guess, made before the packages are there, whether the official download will fail: then the fallback is
 * fetched beside the rest. The download itself decides.
 */
export async function looksUnreachable(root) {
  if (officialElectron(root) || !hasFallback() || process.env.ELECTRON_MIRROR || process.env.HTTPS_PROXY)
    return false;
  return wasRefused(root) || !(await connects('github.com', 443));
}

function officialElectron(root) {
  const pathFile = join(root, PACKAGE, 'path.txt');
  const folder = join(root, PACKAGE, 'dist');
  if (!existsSync(pathFile) || !existsSync(join(folder, 'version'))) return undefined;
  const version = readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  const executable = join(folder, readFileSync(pathFile, 'utf8'));
  if (version !== wantedVersion(root) || !existsSync(executable)) return undefined;
  return { folder, executable, version, isFallback: false, napi: 10 };
}

async function downloadOfficial(root, node) {
  if (wasRefused(root)) return undefined;
  const env = { ...process.env };
  delete env.ELECTRON_OVERRIDE_DIST_PATH;
  const script = join(root, PACKAGE, 'install.js');
  const download = async () => {
    const result = await capture(node.executable, [script], { env, cwd: root });
    if (result.code !== 0 || !officialElectron(root)) throw new Error(result.output);
  };
  try {
    await step(`Downloading Electron ${wantedVersion(root)}`, download);
  } catch (error) {
    if (hasFallback()) writeFileSync(join(root, REFUSED), error.message);
  }
  return officialElectron(root);
}

function wasRefused(root) {
  const note = join(root, REFUSED);
  return existsSync(note) && Date.now() - statSync(note).mtimeMs < RETRY_AFTER_MS;
}

function wantedVersion(root) {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies.electron;
}

function connects(host, port) {
  return new Promise((done) => {
    const socket = connect({ host, port, timeout: 3_000 });
    const end = (answer) => {
      socket.destroy();
      done(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}

function unreachable() {
  return new SetupFailure(
    'Electron could not be downloaded, and there is no fallback for this platform.',
    `Check the connection to github.com, or set HTTPS_PROXY or ELECTRON_MIRROR; why it failed is in ${REFUSED}.`,
  );
}
