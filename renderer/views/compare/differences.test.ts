import { describe, expect, it } from 'vitest';
import { type ComparedRow, compareContents } from '../../../shared/comparison/compare-contents';
import { parseContent } from '../../../shared/document/content-html';
import { differencesOf, foldOf, shownItems } from './differences';

const paragraphs = (...texts: string[]) => parseContent(texts.map((text) => `<p>${text}</p>`).join(''));
const same = Array.from({ length: 6 }, (_, index) => `Paragraph number ${index} stays as it is.`);
const shown = (rows: readonly ComparedRow[], opened: readonly number[] = []) =>
  shownItems(rows, new Set(opened)).map((item) =>
    item.kind === 'row' ? item.row : `${item.first} and ${item.count - 1} more`,
  );

describe('what of a comparison is shown', () => {
  const rows = compareContents(
    paragraphs(
      ...same,
      'Of these 23 words some differ, and two more.',
      ...same.map((text) => `${text} Too.`),
    ),
    paragraphs(
      ...same,
      'Of these 26 words some differ, and three more.',
      ...same.map((text) => `${text} Too.`),
    ),
  );

  it('folds unchanged paragraphs but for those beside a difference', () => {
    expect(shown(rows)).toEqual(['0 and 4 more', 5, 6, 7, '8 and 4 more']);
    expect(shown(rows, [8])).toEqual(['0 and 4 more', 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(foldOf(shownItems(rows, new Set()), 10)).toBe(8);
    expect(foldOf(shownItems(rows, new Set()), 7)).toBeNull();
  });

  it('folds all of two equal texts', () => {
    expect(shown(compareContents(paragraphs(...same), paragraphs(...same)))).toEqual(['0 and 5 more']);
  });

  it('steps through every piece that changed, and once through a paragraph that moved', () => {
    expect(differencesOf(rows)).toHaveLength(2);
    expect(differencesOf(rows).every(({ row }) => row === 6)).toBe(true);
    const [first = '', second = '', third = ''] = same;
    const moved = compareContents(paragraphs(first, second, third), paragraphs(second, third, first));
    expect(differencesOf(moved)).toEqual([{ row: 3, piece: null }]);
  });
});
