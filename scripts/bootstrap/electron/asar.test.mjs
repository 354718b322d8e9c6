import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { expect, test } from 'vitest';
import { packAsar } from './asar.mjs';

test('the official reader reads what we packed, whatever the length of the header', () => {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-asar-'));
  for (const name of ['a.js', 'ab.js', 'abc.js', 'abcd.js']) {
    const archive = join(folder, `${name}.asar`);
    writeFileSync(archive, packAsar({ [name]: Buffer.from('один'), 'second.json': Buffer.from('{}') }));
    expect(listPackage(archive)).toEqual([`/${name}`, '/second.json']);
    expect(extractFile(archive, name).toString()).toBe('один');
    expect(extractFile(archive, 'second.json').toString()).toBe('{}');
  }
  rmSync(folder, { recursive: true });
});
