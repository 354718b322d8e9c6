import { expect, it } from 'vitest';
import { serialiseContent } from './content-html';
import { textToBlocks } from './text-to-blocks';

it.each([
  ['One.\r\nStill one.\r\n\r\nTwo.\n', '<p>One.<br>Still one.</p><p>Two.</p>'],
  ['\ufeff\n \n  indented\n\t\nb  \n', '<p>  indented</p><p>b</p>'],
  ['', '<p></p>'],
  ['a\fb\rc', '<p>a</p><p>b<br>c</p>'],
])('reads %j', (text, html) => {
  expect(serialiseContent(textToBlocks(text))).toBe(html);
});
