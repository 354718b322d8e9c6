import { describe, expect, it } from 'vitest';
import type { Locator } from '../../../../shared/model/article';
import { pagePlaces } from './page-places';
import { boxesOf } from './words-on-page';

const drawn = (text: string, top: number, isRightToLeft = false) => ({
  text,
  box: { left: 50, top, width: text.length * 10, height: 12 },
  isRightToLeft,
});
const page = [
  drawn('A REPORT', 10),
  drawn('The mayor said that the govern-', 40),
  drawn('ment knew; the mayor said no', 60),
  drawn('more.', 80),
];

describe('words on a page', () => {
  it('are found over lines, with the hyphen that the text has lost', () => {
    expect(boxesOf(page, 'the government knew', 'The mayor said that ')).toEqual([
      { left: 250, top: 40, width: 100, height: 12 },
      { left: 50, top: 60, width: 90, height: 12 },
    ]);
  });

  it('are those nearest to where they stand in the text', () => {
    const boxes = (before: string) => boxesOf(page, 'mayor said', before).map(({ top }) => top);
    expect(boxes('The ')).toEqual([40]);
    expect(boxes('The mayor said that the government knew; the ')).toEqual([60]);
  });

  it('are found where they are drawn from the left, letter by letter and in their shapes', () => {
    // From the left: "المدينة" as it is seen.
    const letters = ['ﺔ', 'ﻨ', 'ﻳ', 'ﺪ', 'ﻤ', 'ﻟ', 'ا'].map((text, index) => ({
      text,
      box: { left: 50 + index * 10, top: 40, width: 10, height: 12 },
      isRightToLeft: true,
    }));
    const boxes = boxesOf(letters, 'المدينة', '');
    expect(boxes.map(({ left }) => left)).toEqual([50, 60, 70, 80, 90, 100, 110]);
  });

  it('are found on the right of a line from the right, with lām-alif in whatever order', () => {
    // As pdf.js gives "الآن لا يمكن": the letters of each one sign are turned round.
    const line = [drawn('اآلن ال يمكن كال الجسر', 40, true)];
    expect(boxesOf(line, 'الآن', '')).toEqual([{ left: 230, top: 40, width: 40, height: 12 }]);
    expect(boxesOf(line, 'لا', 'الآن ')).toEqual([{ left: 200, top: 40, width: 20, height: 12 }]);
    expect(boxesOf(line, 'الجسر', '')).toHaveLength(1);
  });

  it('are found where an accent is drawn apart from its letter', () => {
    const line = [
      drawn('by C´', 40),
      { ...drawn('esar Ruiz', 40), box: { left: 95, top: 40, width: 90, height: 12 } },
    ];
    expect(boxesOf(line, 'César', 'by ').map(({ left }) => left)).toEqual([80, 95]);
  });

  it('are nowhere when the page has others', () => {
    expect(boxesOf(page, 'the council said', '')).toEqual([]);
    expect(boxesOf(page, ' ', '')).toEqual([]);
  });
});

describe('pages of a text', () => {
  const locators: readonly Locator[] = [
    { kind: 'chapter', label: 'One', start: 0 },
    { kind: 'page', label: 'i', start: 0 },
    { kind: 'page', label: '1', start: 100 },
    { kind: 'page', label: '2', start: 100 },
    { kind: 'page', label: '3', start: 250 },
  ];
  const places = pagePlaces(locators, 400);

  it('are found by place and by label', () => {
    expect([0, 99, 100, 249, 250, 400].map(places.pageAt)).toEqual([0, 0, 2, 2, 3, 3]);
    expect([0, 1, 2, 3].map((one) => places.rangeOf(one))).toEqual([
      { start: 0, end: 100 },
      { start: 100, end: 100 },
      { start: 100, end: 250 },
      { start: 250, end: 400 },
    ]);
    expect([' I ', '2', '9'].map(places.find)).toEqual([0, 2, null]);
  });
});
