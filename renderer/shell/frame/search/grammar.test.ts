import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../shared/query/parse-query';
import { queryFields } from '../../../../shared/query/query';
import { grammar, pieceOf } from './grammar';
import { queryDirection } from './query-direction';

const rows = grammar.flatMap((part) => part.rows);

describe('grammar', () => {
  it.each(rows.map(({ example }) => example))('%s is understood as it is written', (example) => {
    expect(parseQuery(example)).toMatchObject({ problems: [] });
  });

  it('marks in each piece what is to be typed over, or where', () => {
    for (const row of rows) {
      const { text, from, to } = pieceOf(row);
      expect(row.piece).toMatch(/^[^{}]*\{[^{}]*\}[^{}]*$/);
      expect(text.slice(0, from) + text.slice(from, to) + text.slice(to)).toBe(text);
      expect(row.piece).toContain(`{${text.slice(from, to)}}`);
    }
  });

  it('names every field of the language', () => {
    const words = rows.map(({ example, meaning }) => `${example} ${meaning}`).join(' ');
    for (const field of queryFields) expect(words).toContain(`${field}:`);
  });
});

describe('queryDirection', () => {
  it('is from left to right where a field is named, else that of the first letter', () => {
    expect(queryDirection('שלום actor:"Mira Tolvane"')).toBe('ltr');
    expect(queryDirection('-tag:x')).toBe('ltr');
    expect(queryDirection('שלום עולם')).toBe('auto');
    expect(queryDirection('note: see 12:30')).toBe('auto');
  });
});
