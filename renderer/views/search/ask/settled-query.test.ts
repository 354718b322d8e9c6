import { describe, expect, it } from 'vitest';
import { settledQuery } from './settled-query';

const settled = (query: string, asTyped?: true) => settledQuery({ query, ...(asTyped ? { asTyped } : {}) });

describe('settledQuery', () => {
  it('takes a last word that was still being typed as the beginning of one', () => {
    expect(settled('dockw', true)).toBe('dockw*');
    expect(settled('lamps (dockw', true)).toBe('lamps (dockw*');
    expect(settled('порт', true)).toBe('порт*');
  });

  it('leaves alone what was sent, what is done, and what is no word', () => {
    expect(settled('dockw')).toBe('dockw');
    expect(settled('dockw ', true)).toBe('dockw ');
    expect(settled('actor:mir', true)).toBe('actor:mir');
    expect(settled('=strike', true)).toBe('=strike');
    expect(settled('a OR', true)).toBe('a OR');
    expect(settled('"act of', true)).toBe('"act of');
  });
});
