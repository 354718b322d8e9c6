import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expandPaths } from './expand-paths';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-paths-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function make(...names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), 'x');
  }
}

async function expanded(...names: readonly string[]): Promise<string[]> {
  const files = await expandPaths(names.map((name) => join(folder, name)));
  return files.map((file) => relative(folder, file));
}

describe('expandPaths', () => {
  it('takes known files of a folder and those below it, by name', async () => {
    make('b.txt', 'a10.html', 'a9.HTM', 'deep/er/c.md', 'd.xyz', 'e.casebook', 'f');
    expect(await expanded('')).toEqual(['a9.HTM', 'a10.html', 'b.txt', 'deep/er/c.md']);
  });

  it('takes documents of a folder that are going to be refused, so that they are missed by nobody', async () => {
    make('old.doc', 'scan.DJVU', 'film.mp4', 'a.txt');
    expect(await expanded('')).toEqual(['a.txt', 'old.doc', 'scan.DJVU']);
  });

  it('takes a file that was chosen whatever it is called, also one that is not there', async () => {
    make('d.xyz', 'a.txt');
    expect(await expanded('d.xyz', 'gone.txt', 'a.txt')).toEqual(['d.xyz', 'gone.txt', 'a.txt']);
  });

  it('leaves out what is hidden and what belongs to a saved page', async () => {
    make(
      '.hidden.txt',
      '.git/a.txt',
      'Page.html',
      'Page_files/frame.html',
      'Bericht.htm',
      'Bericht-Dateien/x.html',
      'other_files/y.html',
    );
    expect(await expanded('')).toEqual(['Bericht.htm', 'other_files/y.html', 'Page.html']);
  });

  it('takes each file once, and comes back from links in a circle', async () => {
    make('a.txt', 'sub/b.txt');
    symlinkSync(folder, join(folder, 'sub', 'up'));
    symlinkSync(join(folder, 'a.txt'), join(folder, 'same.txt'));
    symlinkSync(join(folder, 'nowhere.txt'), join(folder, 'sub', 'broken.txt'));
    const found = await expanded('', 'a.txt', 'sub');
    expect(found).toEqual(['a.txt', 'sub/b.txt', 'sub/broken.txt']);
  });
});
