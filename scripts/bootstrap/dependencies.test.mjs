import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isInstalled, lockStamp } from './dependencies.mjs';

let root;
const lock = (integrity) => JSON.stringify({ packages: { '': {}, 'node_modules/a': { integrity } } });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'casebook-dependencies-'));
  mkdirSync(join(root, 'node_modules'));
  writeFileSync(join(root, 'package-lock.json'), lock('sha512-1'));
});
afterEach(() => rmSync(root, { recursive: true }));

test('an empty node_modules is not installed', () => {
  expect(isInstalled(root)).toBe(false);
});

test('the stamp holds until the lock file changes', () => {
  writeFileSync(join(root, 'node_modules/.casebook-lock'), lockStamp(root));
  expect(isInstalled(root)).toBe(true);
  writeFileSync(join(root, 'package-lock.json'), lock('sha512-2'));
  expect(isInstalled(root)).toBe(false);
});

test('an installation by hand counts while its packages are those of the lock file', () => {
  writeFileSync(join(root, 'node_modules/.package-lock.json'), lock('sha512-1'));
  expect(isInstalled(root)).toBe(true);
  writeFileSync(join(root, 'package-lock.json'), lock('sha512-2'));
  expect(isInstalled(root)).toBe(false);
});
