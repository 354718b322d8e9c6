/** Where the gazetteer is, in a package as in development, and a handle on it that is opened when it is first asked. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CasebookError } from '../../../../shared/model/result';
import { openReader } from '../../core/file/open-database';
import type { ReadableDB } from '../../core/sql';

/** Below the resources of a package, and below `out/` where the program was built. */
const file = join('gazetteer', 'places.sqlite');

function candidates(): readonly string[] {
  // Not `process.resourcesPath`: a worker thread does not have it.
  const program = dirname(process.execPath);
  const shipped = [join(program, 'resources', file), join(program, '..', 'Resources', file)];
  const built: string[] = [];
  // The bundles are CommonJS; the scripts of the repository are not, and run in its folder.
  const here = typeof __dirname === 'undefined' ? process.cwd() : __dirname;
  for (let folder = here; folder !== dirname(folder); folder = dirname(folder))
    built.push(join(folder, file), join(folder, 'out', file));
  return [...shipped, ...built];
}

let opened: ReadableDB | null = null;

/** The one handle of this thread. Throws `file-missing` where the gazetteer did not come with the program. */
export function openGazetteer(): ReadableDB {
  if (opened) return opened;
  const path = candidates().find((candidate) => existsSync(candidate));
  if (!path) throw new CasebookError('file-missing', 'The gazetteer is not part of this installation.');
  opened = openReader(path);
  return opened;
}
