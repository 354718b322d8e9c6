import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { prepareSchemas } from '../bootstrap/system/schemas.mjs';
import { prepareGazetteer } from './gazetteer.mjs';
import { runNode, runTool } from './tools.mjs';

// The checks that read the sources only, a function each.

export const checkFormat = (prepared, args) =>
  runTool(prepared, '@biomejs/biome', ['check', ...pathsOr(args)]);
export const format = (prepared, args) =>
  runTool(prepared, '@biomejs/biome', ['check', '--write', ...pathsOr(args)]);
export const lint = (prepared, args) =>
  runTool(prepared, 'oxlint', ['-c', 'config/oxlint.json', '--deny-warnings', ...args]);
export const checkTypes = (prepared, args) => runTool(prepared, 'typescript:tsc', ['-b', ...args]);
export const checkLayers = (prepared) => runNode(prepared, ['scripts/checks/structure.mjs']);
export const checkUnused = (prepared, args) => runTool(prepared, 'knip', ['-c', 'config/knip.json', ...args]);

/**
 * Those of the gazetteer read the one that ships, those of exports the official schemas that can be had. What tests write is
 * nobody's: it goes when they end.
 */
export async function runUnitTests(prepared, args, variables) {
  const [schemas] = await Promise.all([prepareSchemas(), prepareGazetteer(prepared)]);
  const own = process.env.CASEBOOK_SCHEMAS;
  const folder = makeScratchFolder();
  try {
    return await runTool(prepared, 'vitest', ['run', '-c', 'config/vitest.config.mts', ...args], {
      TMPDIR: folder,
      ...variables,
      CASEBOOK_SCHEMAS: [...(own ? [own] : []), ...schemas].join(delimiter),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const MEMORY_FOLDER = '/dev/shm';
/** Many times what tests write at once; containers often have 64 MB. */
const ENOUGH_MEMORY = 4 * 2 ** 30;

/** In memory, where Linux has a folder there with much room: notebooks are made and thrown away by the thousand. */
function makeScratchFolder() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY_FOLDER);
    const isRoomy = Math.min(bavail * bsize, freemem()) >= ENOUGH_MEMORY;
    if (isRoomy && !process.env.TMPDIR) return mkdtempSync(join(MEMORY_FOLDER, 'casebook-tests-'));
  } catch {
    // There is none, or it is not ours.
  }
  return mkdtempSync(join(tmpdir(), 'casebook-tests-'));
}

function pathsOr(args) {
  return args.length > 0 ? args : ['.'];
}
