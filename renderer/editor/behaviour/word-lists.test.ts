import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../../shared/document/blocks';
import { hasWordLists, listsOfWord } from './word-lists';

const text = (words: string): Inline => ({ kind: 'text', text: words, marks: [] });
const paragraph = (words: string): Block => ({ kind: 'paragraph', inlines: [text(words)] });
const item = (words: string) => ({ inlines: [text(words)], lists: [] });

describe('listsOfWord', () => {
  it('makes runs of marked paragraphs lists, each of its sort', () => {
    const blocks = ['Before', '·\u00a0\u00a0 one', '·\u00a0two', '1.\u00a0\u00a0first', 'After'].map(
      paragraph,
    );
    expect(listsOfWord(blocks)).toEqual([
      paragraph('Before'),
      { kind: 'list', ordered: false, items: [item('one'), item('two')] },
      { kind: 'list', ordered: true, items: [item('first')] },
      paragraph('After'),
    ]);
  });

  it('leaves words that only look like it', () => {
    const blocks = ['1. July 2024 was a Monday', '- said she', 'o Captain'].map(paragraph);
    expect(listsOfWord(blocks)).toEqual(blocks);
  });
});

describe('hasWordLists', () => {
  it('knows what Word writes', () => {
    expect(hasWordLists("<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>")).toBe(true);
    expect(hasWordLists('<ul><li>one</li></ul>')).toBe(false);
  });
});
