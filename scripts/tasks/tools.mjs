import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foreground } from '../bootstrap/base/run-program.mjs';

/**
 * Runs a program of an npm package as `runNode` does, without npm or npx between.
 *
 * @param {import('../bootstrap/prepare.mjs').Prepared} prepared
 * @param {string} name "package" or, where it has several programs, "package:program"
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [variables] more of them
 * @returns {Promise<number>} the exit code
 */
export function runTool(prepared, name, args, variables = {}) {
  return runNode(prepared, [toolPath(prepared.root, name), ...args], variables);
}

/** Runs a script with the project's Node: in the foreground, or as `prepared.execute` does. */
export function runNode(prepared, args, variables = {}) {
  const { root, node, execute = foreground } = prepared;
  return execute(node.executable, args, { cwd: root, env: { ...prepared.env, ...variables } });
}

function toolPath(root, name) {
  const [packageName, program] = name.split(':');
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[program ?? packageName.split('/').at(-1)]);
}

/** The folder from which the person ran the command: npm itself runs scripts from the repository's. */
export function callerFolder() {
  return process.env.INIT_CWD || process.cwd();
}
