import { expect, it } from 'vitest';
import { wellFormed } from './well-formed';

it('puts a sign where half of a letter is, and leaves the rest as it is', () => {
  const bytes = new Uint8Array([0xd8, 0]);
  const whole = { kind: 'article', bytes, text: '🚢 à', tags: ['a'], published: null, count: 2 };
  expect(wellFormed(whole)).toBe(whole);
  const made = wellFormed({
    ...whole,
    text: 'a\ud83d b\0',
    tags: ['\udea2', 'b'],
    fields: { 'x\ud800': 'y' },
  });
  expect(made).toEqual({
    ...whole,
    text: 'a\uFFFD b\uFFFD',
    tags: ['\uFFFD', 'b'],
    fields: { 'x\uFFFD': 'y' },
  });
  expect(made.bytes).toBe(bytes);
});
