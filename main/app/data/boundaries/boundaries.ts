/** The boundaries the user added to the map: one file of them in the program's data folder, for every notebook. */
import { existsSync } from 'node:fs';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app } from 'electron';
import type { Boundaries } from '../../../../shared/contract/app';
import { CasebookError } from '../../../../shared/model/result';
import { toCasebookError } from '../../../store/core/errors';
import { askOpen } from '../../window/ask-path';
import { log } from '../log';
import { mostBytes, readBoundaries } from './read-boundaries';

const keptAt = (): string => join(app.getPath('userData'), 'boundaries.json');

/** What was added; null: nothing, or a file that cannot be read any more. */
export async function getBoundaries(): Promise<Boundaries | null> {
  if (!existsSync(keptAt())) return null;
  try {
    const { name, geometry } = JSON.parse(await readFile(keptAt(), 'utf8')) as Record<string, unknown>;
    return readBoundaries(String(name), JSON.stringify(geometry));
  } catch (error) {
    log.warn('the boundaries are not readable and are taken as none', String(error));
    return null;
  }
}

async function readChosen(path: string): Promise<Boundaries> {
  try {
    const { size } = await stat(path);
    if (size > mostBytes)
      throw new CasebookError('import-refused', 'The file has more than 20 MB. Use a simplified one.');
    return readBoundaries(basename(path), await readFile(path, 'utf8'));
  } catch (error) {
    throw toCasebookError(error);
  }
}

/** Asks for a GeoJSON file and keeps its lines in place of those before. Null: cancelled. Throws `import-refused`. */
export async function addBoundaries(): Promise<Boundaries | null> {
  const [path] = await askOpen({
    title: 'Add boundaries',
    properties: ['openFile'],
    filters: [{ name: 'GeoJSON', extensions: ['geojson', 'json'] }],
  });
  if (path === undefined) return null;
  const boundaries = await readChosen(path);
  const geometry = { type: 'MultiLineString', coordinates: boundaries.lines };
  await writeFile(`${keptAt()}.partial`, JSON.stringify({ name: boundaries.name, geometry }));
  await rename(`${keptAt()}.partial`, keptAt());
  return boundaries;
}

/** The map is without boundaries again. */
export async function removeBoundaries(): Promise<null> {
  await rm(keptAt(), { force: true });
  return null;
}
