import { expect, it } from 'vitest';
import { createCounters, createTickets, overtakingCheck } from './overtaking';

it('overtakes the older searches of a channel, and no other', () => {
  const counters = createCounters();
  const ticket = createTickets(counters);
  const first = overtakingCheck(counters, ticket('box'));
  const other = overtakingCheck(counters, ticket('pane'));
  expect([first(), other()]).toEqual([undefined, undefined]);
  const second = overtakingCheck(counters, ticket('box'));
  expect(first).toThrow('newer search');
  expect([second(), other()]).toEqual([undefined, undefined]);
  expect(overtakingCheck(counters, undefined)()).toBeUndefined();
  expect(overtakingCheck(null, ticket('box'))()).toBeUndefined();
});
