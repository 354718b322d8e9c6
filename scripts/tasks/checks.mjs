import { delimiter } from 'node:path';
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

/** Those of the gazetteer read the one that ships, those of exports the official schemas that can be had. */
export async function runUnitTests(prepared, args, variables) {
  const [schemas] = await Promise.all([prepareSchemas(), prepareGazetteer(prepared)]);
  const own = process.env.CASEBOOK_SCHEMAS;
  return runTool(prepared, 'vitest', ['run', '-c', 'config/vitest.config.mts', ...args], {
    ...variables,
    CASEBOOK_SCHEMAS: [...(own ? [own] : []), ...schemas].join(delimiter),
  });
}

function pathsOr(args) {
  return args.length > 0 ? args : ['.'];
}
