import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type FolderWatch, filesNow, type Seen, watchFolder } from './watch-folder';

let parent = '';
let folder = '';
let came: string[] = [];
let states: string[] = [];
let seen: Seen = new Map();
let watch: FolderWatch | null = null;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'casebook-watch-'));
  folder = join(parent, 'in');
  mkdirSync(folder);
  came = [];
  states = [];
  seen = new Map();
});
afterEach(() => {
  watch?.stop();
  rmSync(parent, { recursive: true });
});

function start(bringIn?: (paths: readonly string[]) => Promise<readonly string[] | null>): void {
  watch = watchFolder({
    folder,
    seen,
    settleMs: 40,
    restMs: 60,
    changed: (state) => states.push(state),
    bringIn:
      bringIn ??
      (async (paths) => {
        came.push(...paths.map((path) => basename(path)));
        return paths;
      }),
  });
}

const rounds = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 400));

it('brings a file in once it stops growing, and once', async () => {
  const path = join(folder, 'a.txt');
  writeFileSync(path, 'x');
  const growing = setInterval(() => appendFileSync(path, 'more'), 15);
  start();
  await rounds();
  expect(came).toEqual([]);
  clearInterval(growing);
  await expect.poll(() => came).toEqual(['a.txt']);
  await rounds();
  expect(came).toEqual(['a.txt']);
  writeFileSync(path, 'another text'); // a newer state of it
  await expect.poll(() => came).toEqual(['a.txt', 'a.txt']);
});

it('leaves what was there, also after it was started anew', async () => {
  writeFileSync(join(folder, 'old.txt'), 'x');
  seen = await filesNow(folder);
  start();
  writeFileSync(join(folder, 'new.txt'), 'y');
  await expect.poll(() => came).toEqual(['new.txt']);
  watch?.stop();
  start();
  await rounds();
  expect(came).toEqual(['new.txt']);
});

it('outlives the folder being gone, and stops', async () => {
  start();
  renameSync(folder, join(parent, 'away'));
  await expect.poll(() => states.at(-1)).toBe('gone');
  renameSync(join(parent, 'away'), folder);
  writeFileSync(join(folder, 'back.txt'), 'z');
  await expect.poll(() => came).toEqual(['back.txt']);
  expect(states).toContain('watching');
  watch?.stop();
  writeFileSync(join(folder, 'late.txt'), 'z');
  await rounds();
  expect(came).toEqual(['back.txt']);
});

it('waits while it cannot, and does not begin again what was stopped', async () => {
  writeFileSync(join(folder, 'a.txt'), 'x');
  let asked = 0;
  start(async () => {
    asked += 1;
    return asked < 3 ? null : [];
  });
  await expect.poll(() => asked).toBe(3);
  await rounds();
  expect(asked).toBe(3);
});
