import { expect, it } from 'vitest';
import { sliceByCodePoints } from '../text/offsets';
import { parseContent } from './content-html';
import { outlineOf } from './outline';
import { plainText } from './plain-text';

it('lists the headings with their places, also after characters beyond the basic plane', () => {
  const blocks = parseContent(
    '<h1>Report 😀</h1><p>Words.</p><h2>Who <em>fired</em></h2><ul><li>One</li></ul><h2> </h2><h4>Annex</h4>',
  );
  const outline = outlineOf(blocks);
  expect(outline.map(({ level, title }) => [level, title])).toEqual([
    [1, 'Report 😀'],
    [2, 'Who fired'],
    [4, 'Annex'],
  ]);
  for (const { start, end, title } of outline)
    expect(sliceByCodePoints(plainText(blocks), start, end)).toBe(title);
});
