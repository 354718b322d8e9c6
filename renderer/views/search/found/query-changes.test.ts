import { describe, expect, it } from 'vitest';
import { toggleExcluded, toggleValue, withDates, withKind, withoutKinds, withSort } from './query-changes';

describe('a query changed by the lists beside it', () => {
  it('takes a second value of a field as another choice, and drops it again', () => {
    const one = toggleValue('ferry', 'actor', 'Mira Tolvane');
    const two = toggleValue(one, 'actor', 'Orla');
    expect([one, two]).toEqual(['ferry actor:"Mira Tolvane"', 'ferry actor:"Mira Tolvane",Orla']);
    expect(toggleValue(toggleValue(two, 'actor', 'mira tolvane'), 'actor', 'Orla')).toBe('ferry');
  });

  it('leaves a value out, and no longer', () => {
    const out = toggleExcluded('ferry actor:Orla', 'actor', 'Orla');
    expect(out).toBe('ferry -actor:Orla');
    expect(toggleExcluded(out, 'actor', 'Orla')).toBe('ferry');
    expect(toggleValue(out, 'actor', 'Orla')).toBe('ferry actor:Orla');
  });

  it('shows one kind, then another, then all', () => {
    const events = withKind('ferry', 'event');
    expect(events).toBe('ferry kind:event');
    expect(withKind(events, 'tag')).toBe('ferry kind:tag');
    expect(withKind(events, null)).toBe('ferry');
    expect(withoutKinds('ferry -kind:tag')).toBe('ferry -kind:tag');
  });

  it('has one order and one time', () => {
    expect(withSort('ferry sort:oldest', 'title')).toBe('ferry sort:title');
    const march = withDates('ferry published:2023 -published:2024-02', 'published', '2024-03..2024-05');
    expect(march).toBe('ferry -published:2024-02 published:2024-03..2024-05');
  });
});
