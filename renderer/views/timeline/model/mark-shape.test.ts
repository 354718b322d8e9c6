import { describe, expect, it } from 'vitest';
import { dateOfDay, dayNumber } from '../../../../shared/dates/calendar';
import { parseEdtf } from '../../../../shared/dates/edtf';
import { type MarkShape, shapeOf } from './mark-shape';

function shape(date: string): MarkShape | null {
  const parsed = parseEdtf(date);
  const day = (bound: string | null | undefined) => (bound == null ? null : dayNumber(bound));
  return shapeOf({ date, earliest: day(parsed?.earliest), latest: day(parsed?.latest), inferred: false });
}

/** Like `day 2024-03-03` or `within 2024-03-01…2024-03-31`, the ends included. */
const said = (date: string) =>
  shape(date)?.pieces.map(({ look, from, to }) =>
    to - from === 1 ? `${look} ${dateOfDay(from)}` : `${look} ${dateOfDay(from)}…${dateOfDay(to - 1)}`,
  );

describe('shapeOf', () => {
  it('tells a day, a stretch that something lasts, and one in which it lies somewhere', () => {
    expect(said('2024-03-03')).toEqual(['day 2024-03-03']);
    expect(said('2024-03')).toEqual(['within 2024-03-01…2024-03-31']);
    expect(said('2024-03-XX')).toEqual(['within 2024-03-01…2024-03-31']);
    expect(said('2024-03-03/2024-03-09')).toEqual(['lasting 2024-03-03…2024-03-09']);
    expect(said('-0044-03-15')).toEqual(['day -0044-03-15']);
  });

  it('is sure only of what lies between a beginning and an end that are known by the month', () => {
    expect(said('2024-03/2024-05')).toEqual([
      'within 2024-03-01…2024-03-30',
      'lasting 2024-03-31…2024-05-01',
      'within 2024-05-02…2024-05-31',
    ]);
    expect(said('2024-03/2024-03')).toEqual(['within 2024-03-01…2024-03-31']);
    expect(said('2024-03-28/2024-04')).toEqual([
      'lasting 2024-03-28…2024-04-01',
      'within 2024-04-02…2024-04-30',
    ]);
  });

  it('has ends that fade, are open, or are doubted', () => {
    expect(shape('2024-03-03~')).toMatchObject({ start: 'fades', end: 'fades', doubted: false });
    expect(shape('2024-03-03?')).toMatchObject({ start: 'sure', end: 'sure', doubted: true });
    expect(shape('2024-03~/2024-05')).toMatchObject({ start: 'fades', end: 'sure' });
    expect(shape('../2024-03-31')).toMatchObject({ start: 'open', end: 'sure' });
    expect(shape('2024-03-31/..')).toMatchObject({ start: 'sure', end: 'open' });
    expect(shape('2024-03-31/')).toMatchObject({ end: 'open' });
    expect(shape('2024%')).toMatchObject({ start: 'fades', doubted: true });
  });

  it('has a mark for every time that it may have been', () => {
    expect(said('[2024-03-03,2024-03-05]')).toEqual(['day 2024-03-03', 'day 2024-03-05']);
    expect(shape('[2024-03-03,2024-03-05]')?.link).toBe('one of');
    expect(said('[2024-03-03..2024-03-05]')).toEqual(['within 2024-03-03…2024-03-05']);
    expect(said('{2024-03-03..2024-03-05,2024-04-01}')).toEqual([
      'lasting 2024-03-03…2024-03-05',
      'day 2024-04-01',
    ]);
    expect(shape('{2024-03-03,2024-04-01}')?.link).toBe('all of');
    expect(shape('[..2024-03-03]')).toMatchObject({ start: 'open', link: 'none' });
  });

  it('has none without a place in time, and one that follows from others', () => {
    expect([shape('XXXX-07-03'), shape(''), shape('../..')]).toEqual([null, null, null]);
    const inferred = shapeOf({ date: 'XXXX-07-03', earliest: 10, latest: null, inferred: true });
    expect(inferred).toMatchObject({ inferred: true, start: 'sure', end: 'open' });
  });

  it('never covers less than the days that are possible', () => {
    for (const date of [
      '2024-03/2024-05',
      '199X',
      '2024-21',
      '[1667,1668,1670..1672]',
      '2024-03~/2024-05?',
    ]) {
      const parsed = parseEdtf(date);
      const pieces = shape(date)?.pieces ?? [];
      expect(dateOfDay(pieces[0]?.from ?? 0)).toBe(parsed?.earliest);
      expect(dateOfDay((pieces.at(-1)?.to ?? 0) - 1)).toBe(parsed?.latest);
    }
  });
});
