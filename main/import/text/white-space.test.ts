import { expect, it } from 'vitest';
import { oneBlankEach } from './white-space';

it('makes one blank of each stretch, however long, and leaves no-break spaces', () => {
  expect(oneBlankEach('a\t\n b  c\u00a0 d')).toBe('a b c\u00a0 d');
  expect(oneBlankEach(`a${' \n'.repeat(2_500_000)}b`)).toBe('a b');
});
