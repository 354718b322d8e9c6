import { expect, test } from 'vitest';
import { ELECTRON_SONAMES, missingSonames, packagesFor } from './soname-packages.mjs';

test('reads the missing libraries, and those only, from ldd', () => {
  const output = `
	linux-vdso.so.1 (0x00007ffd)
	libffmpeg.so => /x/libffmpeg.so (0x00007f)
	libnss3.so => not found
	libcups.so.2 => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)`;
  expect(missingSonames(output)).toEqual(['libnss3.so', 'libcups.so.2']);
});

test('asks for the newer name first where a package has two', () => {
  expect(packagesFor('libcups.so.2')).toEqual(['libcups2t64', 'libcups2']);
  expect(packagesFor('libnss3.so')).toEqual(['libnss3']);
  expect(packagesFor('libunknown.so.1')).toEqual([]);
});

test('knows a package for everything Electron is linked to', () => {
  for (const soname of ELECTRON_SONAMES) expect(packagesFor(soname), soname).not.toEqual([]);
});
