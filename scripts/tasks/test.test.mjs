import { expect, test } from 'vitest';
import { playwrightCounts, vitestCounts } from './test.mjs';

test('counts what the two runners report', () => {
  expect(vitestCounts({ numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 })).toEqual(
    {
      passed: 3,
      failed: 1,
      skipped: 2,
    },
  );
  expect(playwrightCounts({ stats: { expected: 4, flaky: 1, unexpected: 2, skipped: 3 } })).toEqual({
    passed: 5,
    failed: 2,
    skipped: 3,
  });
});

test('a runner that never ran counts nothing', () => {
  expect(vitestCounts(undefined)).toEqual({ passed: 0, failed: 0, skipped: 0 });
  expect(playwrightCounts(undefined)).toEqual({ passed: 0, failed: 0, skipped: 0 });
});
