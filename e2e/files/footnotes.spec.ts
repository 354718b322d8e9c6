/** Footnotes of a page: there and back, by mouse and keyboard; kept through a correction. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { correct } from '../editing/editing';
import { expect, test } from '../fixtures';
import { expectNoBarriers, importByMenu, makeNotebook } from '../notebook-steps';
import { articleText } from '../reading';

const filler = '<p>Nobody has said who gave the order to fire.</p>'.repeat(60);
const page = `<title>Ferry under fire</title><h1>Ferry under fire</h1>
<p>Seven people were killed<sup id="ref1"><a href="#note1">1</a></sup> on Monday.</p>${filler}
<ol><li id="note1">By the count of the mayor of Ostrel. <a href="#ref1">Back</a></li></ol>`;

test('footnotes lead there and back', async ({ application, folder }) => {
  const { window } = application;
  await makeNotebook(application, join(folder, 'notes.casebook'));
  await writeFile(join(folder, 'ferry.html'), page);
  await importByMenu(application, [join(folder, 'ferry.html')]);
  await window.getByRole('row', { name: 'Ferry under fire' }).dblclick();
  const note = articleText(window).getByText('By the count of the mayor');
  await expect(note).not.toBeInViewport();

  const sign = articleText(window).locator('a[data-leads=note1]');
  await sign.click();
  await expect(note).toBeInViewport();
  await window.keyboard.press('Enter');
  await expect(sign).toBeInViewport();
  await expect(note).not.toBeInViewport();
  await expectNoBarriers(window);

  await correct(window);
  await window.keyboard.type('On the river: ');
  await window.getByRole('button', { name: 'Save as new revision' }).click();
  await expect(articleText(window)).toContainText('On the river:');
  await sign.click();
  await expect(note).toBeInViewport();
});
