import { expect, test } from 'vitest';
import { missingOptional, platformEntry } from './lock-file.mjs';

test('finds the platforms that the lock file leaves out', () => {
  const tool = { optionalDependencies: { '@tool/linux-x64': '1.0.0', '@tool/darwin-arm64': '1.0.0' } };
  const packages = { 'node_modules/tool': tool, 'node_modules/@tool/linux-x64': {} };
  expect(missingOptional(packages)).toEqual([{ name: '@tool/darwin-arm64', version: '1.0.0' }]);
});

test.each([
  ['@biomejs/cli-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
  ['@swc/core-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
  ['@oxlint/binding-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
  ['@tailwindcss/oxide-wasm32-wasi', { cpu: ['wasm32'] }],
])('reads the platform from the name %s', (name, platform) => {
  expect(platformEntry({ name, version: '1.0.0' })).toEqual({
    version: '1.0.0',
    dev: true,
    optional: true,
    ...platform,
  });
});

test('refuses what is not the package of a platform', () => {
  expect(() => platformEntry({ name: 'fsevents', version: '~2.3.3' })).toThrow('fsevents');
});
