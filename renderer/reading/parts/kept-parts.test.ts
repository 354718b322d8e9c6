import { describe, expect, it } from 'vitest';
import { utf16Units } from '../../../shared/text/offsets';
import type { Stretch } from '../model/stretch';
import { joinStretches } from './join-stretches';
import { KeptParts } from './kept-parts';

const stretch = (start: number, end: number): Stretch => ({ start: utf16Units(start), end: utf16Units(end) });

describe('joinStretches', () => {
  it('puts them in reading order and makes one of those that touch or overlap', () => {
    expect(joinStretches([stretch(20, 30), stretch(0, 5)])).toEqual([stretch(0, 5), stretch(20, 30)]);
    expect(joinStretches([stretch(0, 5), stretch(10, 12), stretch(3, 11)])).toEqual([stretch(0, 12)]);
    expect(joinStretches([stretch(5, 9), stretch(0, 5)])).toEqual([stretch(0, 9)]);
    expect(joinStretches([stretch(0, 20), stretch(3, 5), stretch(21, 22)])).toEqual([
      stretch(0, 20),
      stretch(21, 22),
    ]);
    expect(joinStretches([stretch(4, 4)])).toEqual([]);
  });

  it('leaves two that stay apart, though they touch', () => {
    const stay = [stretch(0, 5), stretch(5, 9), stretch(20, 30)];
    expect(joinStretches([], stay)).toEqual(stay);
    expect(joinStretches([stretch(9, 12)], stay)).toEqual([stretch(0, 5), stretch(5, 12), stretch(20, 30)]);
    expect(joinStretches([stretch(4, 6)], stay)).toEqual([stretch(0, 9), stretch(20, 30)]);
  });

  it('covers the same characters, whatever the order they are given in', () => {
    const given = [stretch(8, 12), stretch(0, 3), stretch(3, 4), stretch(11, 20), stretch(30, 31)];
    const expected = [stretch(0, 4), stretch(8, 20), stretch(30, 31)];
    for (let turn = 0; turn < given.length; turn++) {
      expect(joinStretches([...given.slice(turn), ...given.slice(0, turn)])).toEqual(expected);
    }
  });
});

describe('kept parts', () => {
  const german = stretch(0, 6);
  const agencies = stretch(17, 38);

  it('kept by steps stay, whatever the mouse does, until they are given up', () => {
    const parts = new KeptParts();
    parts.keep(agencies, 'steps');
    parts.pressed();
    parts.changed();
    parts.keep(german, 'strokes');
    parts.pressed();
    expect(parts.all).toEqual([german, agencies]);
    parts.giveUp();
    expect(parts.all).toEqual([]);
  });

  it('kept by the mouse go with a press without Control', () => {
    const parts = new KeptParts();
    parts.keep(german, 'strokes');
    parts.changed();
    expect(parts.all).toEqual([german]);
    parts.pressed();
    expect(parts.all).toEqual([]);
  });

  it('of which something was said go with the next words', () => {
    const parts = new KeptParts();
    parts.keep(german, 'steps');
    parts.settle();
    expect(parts.all).toEqual([german]);
    parts.changed();
    expect(parts.all).toEqual([]);
  });
});
