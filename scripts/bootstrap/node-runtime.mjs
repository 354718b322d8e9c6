import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cached } from './base/cache.mjs';
import { SetupFailure } from './base/failure.mjs';
import { extractPack } from './base/npm.mjs';

// The tools need Node 22.12 or later and the SQLite binding Node-API 10; an older machine gets Node 24 from the npm
// registry, for this project alone.

const VERSION = '24.21.0';

/** SHA-512 of the packages, as the registry publishes them, for the platforms it has them for. */
const SHA512 = {
  'linux-x64': '3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  'linux-arm64': 'FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  'win-x64': '0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
};

/**
 * Whether a Node runs the tools and the stock SQLite binding.
 *
 * @param {{ node: string, napi?: string }} versions as `process.versions`
 */
export function isNewEnough(versions) {
  const [major, minor] = versions.node.split('.').map(Number);
  return (major > 22 || (major === 22 && minor >= 12)) && Number(versions.napi) >= 10;
}

/**
 * The Node to run everything with.
 *
 * @returns {Promise<{ executable: string, folder: string }>} the program, and its folder for the PATH
 */
export async function prepareNode() {
  if (isNewEnough(process.versions))
    return { executable: process.execPath, folder: dirname(process.execPath) };
  const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const sha512 = SHA512[platform];
  if (!sha512) throw tooOld();
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const pack = { label: `Node ${VERSION}`, spec: `node-${platform}@${VERSION}`, sha512 };
  const folder = await cached(`node-${VERSION}-${platform}`, async (draft) => {
    await extractPack(pack, draft, [`package/bin/${program}`]);
    await rename(join(draft, 'package/bin', program), join(draft, program));
    await rm(join(draft, 'package'), { recursive: true });
  });
  return { executable: join(folder, program), folder };
}

function tooOld() {
  return new SetupFailure(
    `Node ${process.versions.node} is too old, and there is no package of a newer one for this platform.`,
    'Install Node 24 from https://nodejs.org/ and run the command again.',
  );
}
