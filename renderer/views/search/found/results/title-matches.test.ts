import { describe, expect, it } from 'vitest';
import { titleMatches } from './title-matches';

const marked = (title: string, query: string) =>
  titleMatches(title, query).map(({ start, end }) => title.slice(start, end));

describe('titleMatches', () => {
  it('finds words, phrases and beginnings, whatever their case and accents', () => {
    expect(marked('Ferry sails again', 'ferry')).toEqual(['Ferry']);
    expect(marked('An act of war, act two', '"act of war" two')).toEqual(['act of war', 'two']);
    expect(marked('The harbour and the harbours', 'harb*')).toEqual(['harbour', 'harbours']);
    expect(marked('Ліга докерів', 'ЛІГА')).toEqual(['Ліга']);
    expect(marked('Łódź café', 'lodz CAFE')).toEqual(['Łódź', 'café']);
  });

  it('finds other forms and names, where the store found them', () => {
    const title = 'Strikes: Зеленський speaks';
    const found = titleMatches(title, 'strike Zelensky', ['strikes', 'Зеленський']);
    expect(found.map(({ start, end }) => title.slice(start, end))).toEqual(['Strikes', 'Зеленський']);
  });

  it('leaves out what is left out, filters, and half words', () => {
    expect(marked('Ferry and strike', 'ferry -strike actor:strike')).toEqual(['Ferry']);
    expect(marked('Ferryman', 'ferry')).toEqual([]);
    expect(marked('Ferry', '"')).toEqual([]);
  });
});
