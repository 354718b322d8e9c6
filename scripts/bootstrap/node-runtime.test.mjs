import { expect, test } from 'vitest';
import { isNewEnough } from './node-runtime.mjs';

test.each([
  ['18.20.8', '9', false],
  ['20.20.2', '9', false],
  ['22.12.0', '9', false],
  ['22.14.0', '10', true],
  ['24.21.0', '10', true],
])('Node %s with Node-API %s: %s', (node, napi, expected) => {
  expect(isNewEnough({ node, napi })).toBe(expected);
});
