import { expect, it } from 'vitest';
import { sliceByCodePoints } from '../text/offsets';
import { describe as describePlace } from './describe';

it('describes a place by position and quote', () => {
  const text = 'Most notably, Russia claims to have fully captured the Luhansk region in eastern Ukraine.';
  expect(describePlace(text, 14, 69)).toEqual({
    start: 14,
    end: 69,
    quote: {
      exact: 'Russia claims to have fully captured the Luhansk region',
      prefix: 'Most notably, ',
      suffix: 'n eastern Ukraine.'.padStart(20, ' i'),
    },
  });
});

it('counts code points and cuts no cluster', () => {
  const family = '👩‍👩‍👧';
  const text = `${family.repeat(9)} кінець 😀 ${family.repeat(9)}`;
  const selector = describePlace(text, 46, 54);
  expect(selector.quote.exact).toBe('кінець 😀');
  expect(sliceByCodePoints(text, selector.start, selector.end)).toBe('кінець 😀');
  expect(selector.quote.prefix).toBe(`${family.repeat(6)} `);
  expect(selector.quote.suffix).toBe(` ${family.repeat(6)}`);
  expect(describePlace(text, 1, 2).quote.exact).toBe(family);
});
