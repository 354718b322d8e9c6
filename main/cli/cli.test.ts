import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder: string;

/** The entry bundled as the program's build does it: CommonJS, everything in it but the native module. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-cli-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: resolve('main/cli/cli.ts'),
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { external: ['better-sqlite3'], output: { format: 'cjs', entryFileNames: 'cli.cjs' } },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function casebook(...argv: readonly string[]) {
  const env = { ...process.env, NODE_PATH: resolve('node_modules') };
  return spawnSync(process.execPath, [join(folder, 'cli.cjs'), ...argv], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
}

describe('the casebook program', () => {
  it('works on the streams and exit codes of a real process', () => {
    const made = casebook('new', 'a.casebook', '--json');
    expect({ ...made, output: '' }).toMatchObject({ status: 0 });
    expect(JSON.parse(made.stdout)).toMatchObject({ title: 'a' });
    const listed = casebook('list', 'a.casebook', 'articles');
    expect(listed).toMatchObject({ status: 0, stdout: '', stderr: '0 articles\n' });
    expect(casebook('list', 'a.casebook')).toMatchObject({ status: 2, stdout: '' });
    expect(casebook('check', 'none.casebook')).toMatchObject({ status: 1, stdout: '' });
  });
});
