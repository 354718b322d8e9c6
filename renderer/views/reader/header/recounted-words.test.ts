import { expect, it } from 'vitest';
import { recountedWords } from './recounted-words';

const dated = (title: string) => ({
  accountId: title,
  eventId: title,
  title,
  from: 'XXXX-07-03',
  to: '2025-07-03',
});

it('names the dates that followed, the first few of many', () => {
  expect(recountedWords([dated('Strike')])).toBe(
    '1 date counted from this day. Strike: 3 July → 3 July 2025.',
  );
  expect(recountedWords(['A', 'B', 'C', 'D', 'E'].map(dated))).toMatch(/^5 dates counted .*; and 2 more\.$/);
});
