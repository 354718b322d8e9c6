import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkLayers } from './layers.mjs';

// A small program laid out like ours, clean at first; each test plants one violation in it.

const CLEAN = {
  'package.json':
    '{ "dependencies": { "better-sqlite3": "*" }, "devDependencies": { "electron": "*", "react": "*" } }',
  'shared/model/actor.ts': 'export const actor = 1;',
  'shared/text/fold.ts': 'export const fold = 1;',
  'main/app/main.ts':
    "import { app } from 'electron'; import { open } from '../store/open'; export { app, open };",
  'main/cli/cli.ts': "import { open } from '../store/open'; export { open };",
  'main/store/open.ts': "import Database from 'better-sqlite3'; export const open = () => Database;",
  'renderer/ui/button.tsx':
    "import { fold } from '../../shared/text/fold'; export const Button = () => fold;",
  'renderer/views/library/library.tsx': "import { Button } from '../../ui/button'; export { Button };",
  'renderer/views/reader/reader.tsx':
    "import { actor } from '../../../shared/model/actor'; export { actor };",
};

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'casebook-layers-'));
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  for (const [path, text] of Object.entries(CLEAN)) plant(path, text);
});
afterEach(() => rmSync(root, { recursive: true }));

function plant(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

test('a clean program passes, with every file seen', async () => {
  expect(await checkLayers(root)).toEqual({ violations: [], unseen: [], modules: 8 });
});

test.each([
  [
    'shared-is-alone',
    'shared/text/bad.ts',
    "import type { open } from '../../main/store/open'; export type Bad = typeof open;",
  ],
  ['shared-is-alone', 'shared/text/bad.ts', "import { app } from 'electron'; export { app };"],
  ['shared-is-alone', 'shared/text/bad.ts', "import { useState } from 'react'; export { useState };"],
  ['no-node-in-shared', 'shared/text/bad.ts', "import fs from 'node:fs'; export { fs };"],
  ['no-main-in-renderer', 'renderer/views/reader/bad.ts', "export { open } from '../../../main/store/open';"],
  ['no-renderer-in-main', 'main/app/bad.ts', "export { Button } from '../../renderer/ui/button';"],
  ['no-node-in-renderer', 'renderer/views/reader/bad.ts', "import path from 'path'; export { path };"],
  [
    'no-electron-in-renderer',
    'renderer/views/reader/bad.ts',
    "import type { App } from 'electron'; export type Bad = App;",
  ],
  ['electron-in-app-only', 'main/store/bad.ts', "export const bad = () => import('electron');"],
  ['electron-in-app-only', 'main/cli/bad.ts', "const { app } = require('electron'); module.exports = app;"],
  ['sqlite-in-store-only', 'main/cli/bad.ts', "import Database from 'better-sqlite3'; export { Database };"],
  ['store-is-below', 'main/store/bad.ts', "import '../app/main';"],
  ['views-are-apart', 'renderer/views/reader/bad.ts', "export { Button } from '../library/library';"],
  ['ui-knows-no-domain', 'renderer/ui/bad.ts', "export { actor } from '../../shared/model/actor';"],
  ['ui-knows-no-domain', 'renderer/ui/bad.ts', "export { actor } from '../views/reader/reader';"],
  ['no-cycles', 'shared/model/actor.ts', "export { actor } from './actor-two';"],
  ['no-tests-in-program', 'shared/text/bad.ts', "export { fold } from './fold.test';"],
  ['resolvable', 'shared/text/bad.ts', "export { fold } from './not-there';"],
])('%s is broken by a file at %s', async (rule, path, text) => {
  plant('shared/model/actor-two.ts', "import { actor } from './actor'; export { actor };");
  plant('shared/text/fold.test.ts', "export { fold } from './fold';");
  plant(path, text);
  const { violations } = await checkLayers(root);
  expect(violations.map((violation) => violation.rule)).toContain(rule);
});
