import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfDay } from '../calendar';
import { compareByTime } from './compare-by-time';
import { type BoundedEvent, orderEvents, type StatedOrder } from './order';

const event = (
  id: string,
  earliest: string | null = null,
  latest = earliest,
  isSure = true,
): BoundedEvent => ({
  id,
  earliest,
  latest,
  isSure,
});
const before = (from: string, to: string): StatedOrder => ({ id: `${from}<${to}`, kind: 'before', from, to });

/** A history that did happen, told of in part: so it can't contradict itself. */
const history = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 9 }), fc.nat(3)), {
    minLength: 2,
    maxLength: 12,
  })
  .chain((lives) => {
    const real = lives.map(([start, length, told], index) => ({
      id: `e${index}`,
      start,
      end: start + length,
      told,
    }));
    const pairs = real.flatMap((a) => real.filter((b) => b !== a).map((b) => [a, b] as const));
    const stated = pairs.flatMap(([a, b]): StatedOrder[] => {
      const named = { id: `${a.id}-${b.id}`, from: a.id, to: b.id };
      if (a.end < b.start) return [{ ...named, kind: 'before' }];
      return a.start >= b.start && a.end <= b.end ? [{ ...named, kind: 'during' }] : [];
    });
    return fc.record({ real: fc.constant(real), relations: fc.subarray(stated) });
  });

/** Each event's date as it was told: to the day, by one side, or not at all. */
const toldDate = ({ id, start, end, told }: { id: string; start: number; end: number; told: number }) => {
  const [first, last] = [dateOfDay(start), dateOfDay(end)];
  return event(id, told % 2 === 0 ? first : null, told < 2 ? last : null);
};

describe('orderEvents', () => {
  it('bounds an event that has only its order', () => {
    const events = [event('a', '2025-07-01'), event('b'), event('c', '2025-07-10'), event('d')];
    const { bounds, contradictions } = orderEvents(events, [
      before('a', 'b'),
      before('b', 'c'),
      before('c', 'd'),
    ]);
    expect(bounds.get('b')).toEqual({ earliest: '2025-07-01', latest: '2025-07-10', isDerived: true });
    expect(bounds.get('d')).toEqual({ earliest: '2025-07-10', latest: null, isDerived: true });
    expect(bounds.get('a')).toEqual({ earliest: '2025-07-01', latest: '2025-07-01', isDerived: false });
    expect(contradictions).toEqual([]);
  });

  it('puts what is during another within it, and what is simultaneous at its time', () => {
    const events = [event('war', '2014-02-20', '2022-12-31'), event('battle'), event('talks')];
    const { bounds } = orderEvents(events, [
      { id: '1', kind: 'during', from: 'battle', to: 'war' },
      { id: '2', kind: 'simultaneous', from: 'talks', to: 'battle' },
    ]);
    expect(bounds.get('talks')).toMatchObject({ earliest: '2014-02-20', latest: '2022-12-31' });
  });

  it('names a circle, and no more than it', () => {
    const events = ['a', 'b', 'c', 'd'].map((id) => event(id));
    const { contradictions } = orderEvents(events, [
      before('a', 'b'),
      before('b', 'c'),
      before('c', 'a'),
      before('c', 'd'),
    ]);
    expect(contradictions).toEqual([
      { kind: 'circle', relationIds: ['a<b', 'b<c', 'c<a'], eventIds: ['a', 'b', 'c'] },
    ]);
  });

  it('names the order that is against dates, but not against uncertain ones', () => {
    const relations = [before('late', 'mid'), before('mid', 'early')];
    const dated = (isSure: boolean) => [
      event('late', '2025-07-10', '2025-07-10', isSure),
      event('mid'),
      event('early', '2025-07-01'),
    ];
    expect(orderEvents(dated(true), relations).contradictions).toEqual([
      { kind: 'dates', relationIds: ['late<mid', 'mid<early'], eventIds: ['late', 'mid', 'early'] },
    ]);
    expect(orderEvents(dated(false), relations).contradictions).toEqual([]);
    expect(orderEvents(dated(true), relations).bounds.get('mid')).toMatchObject({
      earliest: null,
      latest: null,
    });
  });

  it('never finds a history that happened impossible, nor bounds that it breaks', () => {
    fc.assert(
      fc.property(history, ({ real, relations }) => {
        const { bounds, contradictions } = orderEvents(real.map(toldDate), relations);
        expect(contradictions).toEqual([]);
        for (const { id, start, end } of real) {
          const { earliest, latest } = bounds.get(id) ?? {};
          if (earliest) expect(earliest <= dateOfDay(start)).toBe(true);
          if (latest) expect(latest >= dateOfDay(end)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('carries every bound as far as it goes', () => {
    fc.assert(
      fc.property(history, ({ real, relations }) => {
        const { bounds } = orderEvents(real.map(toldDate), relations);
        const of = (id: string) => bounds.get(id) ?? { earliest: null, latest: null };
        for (const { kind, from, to } of relations) {
          const [a, b] = [of(from), of(to)];
          const [low, high] = kind === 'before' ? [a.earliest, b.latest] : [b.earliest, b.latest];
          const inner = kind === 'before' ? b : a;
          if (low) expect(inner.earliest && inner.earliest >= low).toBe(true);
          if (high) expect(a.latest && a.latest <= high).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('finds a contradiction as soon as a chain is closed, also among 10,000 events', () => {
    const events = Array.from({ length: 10_000 }, (_, index) => event(`e${index}`));
    const chain = events.slice(1).map(({ id }, index) => before(`e${index}`, id));
    const { bounds, contradictions } = orderEvents([event('e0', '2025-07-01'), ...events.slice(1)], chain);
    expect(contradictions).toEqual([]);
    expect(bounds.get('e9999')).toMatchObject({ earliest: '2025-07-01' });
    const closed = orderEvents(events, [...chain, before('e9999', 'e0')]).contradictions;
    expect(closed.map(({ kind, relationIds }) => [kind, relationIds.length])).toEqual([['circle', 10_000]]);
  });
});

describe('compareByTime', () => {
  const sorted = (...items: readonly [string | null, string | null][]) =>
    items
      .map(([earliest, latest], index) => ({ id: String(index), earliest, latest }))
      .sort(compareByTime)
      .map(({ earliest, latest }) => `${earliest ?? ''}/${latest ?? ''}`);

  it('puts the surer first of those that begin alike, and the undated last', () => {
    expect(
      sorted(
        [null, null],
        ['2025-07-01', null],
        ['2025-07-01', '2025-07-31'],
        [null, '2025-07-01'],
        ['2025-07-01', '2025-07-01'],
        ['-0043-01-01', '-0043-12-31'],
        ['-0099-01-01', '-0099-12-31'],
      ),
    ).toEqual([
      '-0099-01-01/-0099-12-31',
      '-0043-01-01/-0043-12-31',
      '2025-07-01/2025-07-01',
      '/2025-07-01',
      '2025-07-01/2025-07-31',
      '2025-07-01/',
      '/',
    ]);
  });

  it('is an order', () => {
    const day = fc.option(fc.integer({ min: -3, max: 3 }).map(dateOfDay));
    const item = fc.record({ id: fc.constantFrom('a', 'b', 'c'), earliest: day, latest: day });
    fc.assert(
      fc.property(item, item, item, (a, b, c) => {
        expect(Math.sign(compareByTime(a, b)) + Math.sign(compareByTime(b, a))).toBe(0);
        if (compareByTime(a, b) <= 0 && compareByTime(b, c) <= 0)
          expect(compareByTime(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
