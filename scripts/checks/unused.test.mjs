import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

// The check for unused code, on a small program laid out like ours: clean it passes; each test plants something unused.

const CLEAN = {
  'package.json': '{ "name": "planted", "dependencies": {}, "devDependencies": {} }',
  'tsconfig.json': '{ "compilerOptions": { "module": "ESNext", "moduleResolution": "bundler" } }',
  'main/app/main.ts': "import { used } from '../store/rows'; console.log(used);",
  'main/store/rows.ts': 'export const used = 1;',
};

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'casebook-unused-'));
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  plant('config/knip.json', '');
  copyFileSync('config/knip.json', join(root, 'config/knip.json'));
  for (const [path, text] of Object.entries(CLEAN)) plant(path, text);
});
afterEach(() => rmSync(root, { recursive: true }));

function plant(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function runKnip() {
  const program = resolve('node_modules/knip/bin/knip.js');
  const args = [program, '-c', 'config/knip.json', '--no-config-hints'];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  return { status, stdout };
}

test('a program of which everything is used passes', () => {
  expect(runKnip()).toEqual({ status: 0, stdout: '' });
});

test.each([
  ['an export', 'main/store/rows.ts', 'export const used = 1; export const forgotten = 2;', 'forgotten'],
  ['a file', 'main/store/forgotten-file.ts', 'export const nobody = 1;', 'forgotten-file.ts'],
  [
    'a dependency',
    'package.json',
    '{ "name": "planted", "dependencies": { "forgotten": "1.0.0" } }',
    'forgotten',
  ],
])('%s that nothing uses fails', (_, path, text, told) => {
  plant(path, text);
  const { status, stdout } = runKnip();
  expect(status).toBe(1);
  expect(stdout).toContain(told);
});
