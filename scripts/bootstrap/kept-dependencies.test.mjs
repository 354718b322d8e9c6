import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepDependencies, takeKeptDependencies } from './kept-dependencies.mjs';

let folder;
const at = (...path) => join(folder, ...path);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-kept-'));
  for (const path of ['one/node_modules/a', 'one/node_modules/.bin', 'two/node_modules/b', 'cache'])
    mkdirSync(at(path), { recursive: true });
  writeFileSync(at('one/node_modules/a/a.js'), 'a', { mode: 0o755 });
  symlinkSync('../a/a.js', at('one/node_modules/.bin/a'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('another clone with the same lock file gets the same packages, in the place of what it had', async () => {
  await keepDependencies(at('one'), 'stamp', at('cache'));
  expect(await takeKeptDependencies(at('two'), 'stamp', at('cache'))).toBe(true);
  expect(readdirSync(at('two/node_modules')).sort()).toEqual(['.bin', 'a']);
  expect(readFileSync(at('two/node_modules/.bin/a'), 'utf8')).toBe('a');
  expect(readlinkSync(at('two/node_modules/.bin/a'))).toBe('../a/a.js');
});

test('one with another lock file gets nothing, and keeps what it has', async () => {
  await keepDependencies(at('one'), 'stamp', at('cache'));
  expect(await takeKeptDependencies(at('two'), 'other', at('cache'))).toBe(false);
  expect(existsSync(at('two/node_modules/b'))).toBe(true);
});

test('the packages of one lock file are kept, and nothing else of the cache is touched', async () => {
  mkdirSync(at('cache/node-24'));
  await keepDependencies(at('one'), 'stamp', at('cache'));
  await keepDependencies(at('one'), 'other', at('cache'));
  expect(await takeKeptDependencies(at('two'), 'stamp', at('cache'))).toBe(false);
  expect(await takeKeptDependencies(at('two'), 'other', at('cache'))).toBe(true);
  expect(existsSync(at('cache/node-24'))).toBe(true);
});

test('a damaged archive is thrown away', async () => {
  await keepDependencies(at('one'), 'stamp', at('cache'));
  const [kept] = readdirSync(at('cache'));
  writeFileSync(at('cache', kept, 'node_modules.tar'), 'not an archive at all'.repeat(100));
  expect(await takeKeptDependencies(at('two'), 'stamp', at('cache'))).toBe(false);
  expect(readdirSync(at('cache'))).toEqual([]);
});
