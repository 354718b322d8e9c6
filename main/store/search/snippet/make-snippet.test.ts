import { describe, expect, it } from 'vitest';
import { makeSnippet } from './make-snippet';

function around(text: string, words: string) {
  const start = text.indexOf(words);
  const stretch = { start, end: start + words.length };
  return makeSnippet(text, stretch, [stretch]);
}

describe('makeSnippet', () => {
  it('shows the whole sentence, by the rule that the index counts by', () => {
    const text = 'First came rain. Gen. Smith met Mr. Orlov at No. 5 and left. Nobody else was there.';
    expect(around(text, 'Orlov').snippet).toBe('Gen. Smith met Mr. Orlov at No. 5 and left.');
  });

  it('shows every sentence that the words stand in, and nothing of the lines beside them', () => {
    const text = 'A title\nOne is here. Two is there. Three.\nThe next line.';
    expect(around(text, 'here. Two').snippet).toBe('One is here. Two is there.');
  });

  it('cuts a sentence that is too long at words, and says so', () => {
    const text = `${'before '.repeat(100)}THIS ${'after '.repeat(100)}end.`;
    const { snippet, matches } = around(text, 'THIS');
    expect(snippet).toMatch(/^…before .* THIS after .*after…$/);
    expect(snippet.length).toBeLessThanOrEqual(410);
    expect(matches.map(({ start, end }) => [...snippet].slice(start, end).join(''))).toEqual(['THIS']);
  });

  it('keeps words on both sides in a script without spaces, and no half of a character', () => {
    const text = `${'𠀋'.repeat(300)}停火${'𠀋'.repeat(300)}`;
    const { snippet } = around(text, '停火');
    expect(snippet).toMatch(/^…𠀋{79,80}停火𠀋{119,120}…$/u);
  });

  it('takes a stretch that was blanked out for the end of a sentence', () => {
    const text = `Menu${' '.repeat(20)}the talks went on without him${' '.repeat(20)}More`;
    expect(around(text, 'talks').snippet).toBe('the talks went on without him');
  });
});
