import { expect, test } from 'vitest';
import { describeFailure, failureFrom, SetupFailure } from './failure.mjs';

test.each([
  ['npm error code ENOSPC', 'disk is full'],
  ['npm error code EAI_AGAIN registry', 'network'],
  ['E: Could not open lock file - open (13: Permission denied)', 'may not be written'],
  ['npm error code EINTEGRITY sha512-x', 'not the one expected'],
  ['E: Could not get lock /var/lib/dpkg/lock', 'Another program'],
])('recognises the cause in "%s"', (output, words) => {
  expect(failureFrom('Installing', output).message).toContain(words);
});

test('shows what the program said when the cause is not known', () => {
  const text = describeFailure(failureFrom('Compiling', 'first\nodd thing happened'));
  expect(text).toContain('Compiling failed');
  expect(text).toContain('odd thing happened');
});

test('tells the way out, without a stack, and the stack of an unknown error', () => {
  expect(describeFailure(new SetupFailure('No compiler.', 'Install gcc.'))).not.toContain('at ');
  expect(describeFailure(new SetupFailure('No compiler.', 'Install gcc.'))).toContain('Install gcc.');
  expect(describeFailure(new TypeError('ours'))).toContain('failure.test');
});
