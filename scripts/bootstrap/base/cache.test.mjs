import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cached, cacheFolder } from './cache.mjs';

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'casebook-cache-'));
});
afterEach(() => rmSync(root, { recursive: true }));

test('builds once', async () => {
  let builds = 0;
  const build = async (folder) => writeFileSync(join(folder, 'made'), String(++builds));
  await cached('thing', build, root);
  const folder = await cached('thing', build, root);
  expect(readFileSync(join(folder, 'made'), 'utf8')).toBe('1');
});

test('a build that fails leaves nothing behind, so that the next one starts anew', async () => {
  const failing = async (folder) => {
    writeFileSync(join(folder, 'half'), '');
    throw new Error('stopped');
  };
  await expect(cached('thing', failing, root)).rejects.toThrow('stopped');
  expect(readdirSync(root)).toEqual([]);
});

test('two that build at once both get a whole folder', async () => {
  const build = async (folder) => {
    writeFileSync(join(folder, 'first'), '');
    await new Promise((done) => setTimeout(done, 20));
    writeFileSync(join(folder, 'second'), '');
  };
  const [a, b] = await Promise.all([cached('thing', build, root), cached('thing', build, root)]);
  expect(a).toBe(b);
  expect(existsSync(join(a, 'second'))).toBe(true);
  expect(readdirSync(root)).toEqual(['thing']);
});

test('follows XDG_CACHE_HOME', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/x' })).toBe('/x/casebook');
});
