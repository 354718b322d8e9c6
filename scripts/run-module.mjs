import { resolve } from 'node:path';
import { createServer, createServerModuleRunner } from 'vite';

// Runs a TypeScript module of the repository in Node: `node scripts/run-module.mjs PATH [arguments]`. The module exports
// `main(args)`, which answers with the exit code. What it imports while it runs is found too.

const [path, ...args] = process.argv.slice(2);
const server = await createServer({
  configFile: false,
  root: process.cwd(),
  logLevel: 'error',
  appType: 'custom',
  cacheDir: 'out/vite',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  environments: { ssr: { resolve: { external: true } } },
});
const runner = createServerModuleRunner(server.environments.ssr, { hmr: false });
try {
  const module = await runner.import(resolve(path));
  process.exitCode = await module.main(args);
} finally {
  await runner.close();
  await server.close();
}
