import { expect, test } from 'vitest';
import { sandboxPlan } from './sandbox.mjs';

test('root gets a namespace, an ordinary user needs nothing', () => {
  expect(sandboxPlan({ isLinux: true, isRoot: true, hasNamespaces: true }).prefix[0]).toBe('unshare');
  expect(sandboxPlan({ isLinux: true, isRoot: false, hasNamespaces: true })).toEqual({
    prefix: [],
    flags: [],
  });
});

test('only where there are no namespaces is the sandbox left out', () => {
  expect(sandboxPlan({ isLinux: true, isRoot: true, hasNamespaces: false }).flags).toEqual(['--no-sandbox']);
  expect(sandboxPlan({ isLinux: false, isRoot: false, hasNamespaces: false }).flags).toEqual([]);
});
