/** The headings of a text, and the way to each by the keyboard. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures';
import { expectNoBarriers, importByMenu, makeNotebook } from '../notebook-steps';
import { articleText } from '../reading';

const parts = Array.from({ length: 30 }, (_, index) => index + 1);
const page = `<title>Long report</title><h1>Long report</h1>${parts
  .map(
    (part) =>
      `<h${2 + (part % 3)}>Part ${part}: what was found</h${2 + (part % 3)}><p>${'Words that say something else. '.repeat(40)}</p>`,
  )
  .join('')}`;

test('a heading is gone to from the outline', async ({ application, folder }) => {
  const { window } = application;
  await makeNotebook(application, join(folder, 'report.casebook'));
  await writeFile(join(folder, 'long.html'), page);
  await importByMenu(application, [join(folder, 'long.html')]);
  await window.getByRole('row', { name: 'Long report' }).dblclick();
  await expect(window.getByText(/\d,\d{3} words/)).toBeVisible();
  await expect(articleText(window).getByText('Part 20: what was found')).not.toBeInViewport();

  await expect(articleText(window)).toBeFocused();
  await window.keyboard.press('Control+Shift+O');
  await expect(window.getByRole('listbox', { name: 'Headings' })).toBeFocused();
  await expectNoBarriers(window);
  for (let step = 0; step < 20; step++) await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(articleText(window).getByText('Part 20: what was found')).toBeInViewport();
  await expect(window.getByRole('dialog', { name: 'Outline' })).toHaveCount(0);
});
