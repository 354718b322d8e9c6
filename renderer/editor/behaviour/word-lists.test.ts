import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../../shared/document/blocks';
import { blocksOfWord } from './word-lists';

const text = (words: string): Inline => ({ kind: 'text', text: words, marks: [] });
const paragraph = (words: string): Block => ({ kind: 'paragraph', inlines: [text(words)] });
const item = (words: string) => ({ inlines: [text(words)], lists: [] });

const word = "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>";

describe('blocksOfWord', () => {
  it('makes runs of marked paragraphs lists, each of its sort', () => {
    const blocks = ['Before', '·\u00a0\u00a0 one', '·\u00a0two', '1.\u00a0\u00a0first', 'After'].map(
      paragraph,
    );
    expect(blocksOfWord(word, blocks)).toEqual([
      paragraph('Before'),
      { kind: 'list', ordered: false, items: [item('one'), item('two')] },
      { kind: 'list', ordered: true, items: [item('first')] },
      paragraph('After'),
    ]);
  });

  it('leaves words that only look like it', () => {
    const blocks = ['1. July 2024 was a Monday', '- said she', 'o Captain'].map(paragraph);
    expect(blocksOfWord(word, blocks)).toEqual(blocks);
  });

  it('leaves blank paragraphs out', () => {
    const blocks = ['one', '\u00a0', 'two'].map(paragraph);
    expect(blocksOfWord('<p class=MsoNormal>', blocks)).toEqual([paragraph('one'), paragraph('two')]);
  });

  it('leaves what others write as it is', () => {
    const blocks = ['·\u00a0one', '\u00a0'].map(paragraph);
    expect(blocksOfWord('<ul><li>one</li></ul>', blocks)).toBe(blocks);
  });
});
