import { resolve } from 'node:path';
import { runnerImport } from 'vite';

// Runs a TypeScript module of the repository in Node: `node scripts/run-module.mjs PATH [arguments]`. The module exports
// `main(args)`, which answers with the exit code.

const [path, ...args] = process.argv.slice(2);
const { module } = await runnerImport(resolve(path), {
  configFile: false,
  root: process.cwd(),
  logLevel: 'error',
});
process.exitCode = await module.main(args);
