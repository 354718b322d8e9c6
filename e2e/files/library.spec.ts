/** Articles come in from files, a folder, a drop and a paste; the library is sorted, filtered, tagged and emptied. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import {
  answerOpenDialog,
  chooseMenu,
  closeNotebook,
  dropFile,
  expectNoBarriers,
  importByMenu,
  makeNotebook,
  openNotebook,
} from '../notebook-steps';

const words = 'The ferry left the harbour before dawn, and nobody on the pier could say who had ordered it. ';

/** Titles and lengths differ, so that each order of the list is another. */
const stories: Readonly<Record<string, string>> = {
  'anchor.txt': `Anchor dragged for a mile\n\n${words.repeat(3)}\n`,
  'beacon.html': `<!doctype html><html lang="en"><head><title>Beacon lit again</title></head><body><article><h1>Beacon lit again</h1>${`<p>${words.repeat(4)}</p>`.repeat(4)}</article></body></html>`,
  'cargo.txt': `Cargo of salt\n\n${words}\n`,
};

async function writeStories(folder: string): Promise<string> {
  const path = join(folder, 'stories');
  await mkdir(path);
  await Promise.all(Object.entries(stories).map(([name, text]) => writeFile(join(path, name), text)));
  return path;
}

async function closeReport(window: Page): Promise<void> {
  const report = window.getByRole('dialog', { name: '3 articles imported' });
  await report.getByRole('button', { name: 'Close' }).click();
  await expect(report).toHaveCount(0);
}

const rowsOf = (window: Page) => window.getByRole('grid', { name: 'Articles' }).getByRole('row');

/** The first column of the rows below the header, as they stand. */
async function titles(window: Page): Promise<readonly string[]> {
  const cells = await rowsOf(window).locator('[role=gridcell]:first-child').allInnerTexts();
  return cells.map((cell) => cell.split('\n')[0]?.trim() ?? '');
}

test('files come in by dialog, twice is said, a picture is refused', async ({ application, folder }) => {
  const { window } = application;
  await makeNotebook(application, join(folder, 'a.casebook'));
  const path = await writeStories(folder);
  const picture = join(path, 'map.png');
  await writeFile(picture, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]));
  await importByMenu(application, [join(path, 'anchor.txt'), picture]);

  const report = window.getByRole('dialog', { name: '1 article imported' });
  await expect(report).toContainText('Not imported');
  await expect(report).toContainText('map.png');
  await expectNoBarriers(window);
  await report.getByRole('button', { name: 'Close' }).click();
  await expect(rowsOf(window)).toHaveCount(2);

  await importByMenu(application, [join(path, 'anchor.txt')]);
  await expect(window.getByText('is in the notebook already')).toBeVisible();
  await expect(rowsOf(window)).toHaveCount(2);
  await window.getByRole('button', { name: 'Read it' }).click();
  await expect(window.getByRole('main')).toContainText('nobody on the pier could say');
});

test('an article comes in by paste, rich or plain, and by drop', async ({ application, folder }) => {
  const { app, window } = application;
  await makeNotebook(application, join(folder, 'a.casebook'));

  await window.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', '<h1>A letter from the pier</h1><p>We <b>saw</b> nothing.</p>');
    clipboardData.setData('text/plain', 'A letter from the pier We saw nothing.');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await expect(window.getByText('Imported “A letter from the pier”')).toBeVisible();

  await app.evaluate(({ clipboard }) => clipboard.writeText('Plain words\n\nThey came without any form.'));
  await window.keyboard.press('Control+V');
  await expect(window.getByText('Imported “Plain words”')).toBeVisible();
  await chooseMenu(app, 'import-paste');
  await expect(window.getByText('“Plain words” is in the notebook already')).toBeVisible();

  const path = await writeStories(folder);
  await dropFile(window, join(path, 'cargo.txt'));
  await expect(window.getByText('Imported “Cargo of salt”')).toBeVisible();
  await expect.poll(() => titles(window)).toEqual(['Cargo of salt', 'Plain words', 'A letter from the pier']);
});

test('a paste into a field stays there', async ({ application, folder }) => {
  const { app, window } = application;
  await makeNotebook(application, join(folder, 'a.casebook'));
  await app.evaluate(({ clipboard }) => clipboard.writeText('salt'));
  await window.keyboard.press('Control+K');
  await window.keyboard.press('Control+V');
  const box = window.getByRole('searchbox', { name: 'Search the notebook' });
  await expect(box).toHaveValue('salt');
  // Whether it was searched for by now or not: the library stays.
  await window.keyboard.press('Control+1');
  await expect(box).toHaveValue('');
  await expect(window.getByText('No articles yet')).toBeVisible();
  // What has nothing to work on says so.
  await chooseMenu(app, 'correct-text');
  await expect(window.getByText('Nothing here for “Correct the text”')).toBeVisible();
});

test('the list is sorted, filtered, walked and opened by the keyboard', async ({ application, folder }) => {
  const { app, window } = application;
  await makeNotebook(application, join(folder, 'a.casebook'));
  await answerOpenDialog(app, [await writeStories(folder)]);
  await chooseMenu(app, 'import-folder');
  await closeReport(window);

  const grid = window.getByRole('grid', { name: 'Articles' });
  await grid.getByRole('columnheader', { name: 'Title' }).getByText('Title').click();
  await expect
    .poll(() => titles(window))
    .toEqual(['Anchor dragged for a mile', 'Beacon lit again', 'Cargo of salt']);
  await grid.getByRole('columnheader', { name: 'Words' }).getByText('Words').click();
  await expect
    .poll(() => titles(window))
    .toEqual(['Cargo of salt', 'Anchor dragged for a mile', 'Beacon lit again']);

  const filter = window.getByRole('searchbox', { name: 'Filter the library' });
  await filter.fill('beacon');
  await expect.poll(() => titles(window)).toEqual(['Beacon lit again']);
  await expect(window.getByText('1 of 3 articles', { exact: true })).toBeVisible();
  await filter.fill('nothing like it');
  await expect(window.getByText('No article matches')).toBeVisible();
  await window.getByRole('button', { name: 'Show all articles' }).click();
  await filter.fill('beacon');
  // The filter was for this notebook's articles: opened anew, all are shown.
  await closeNotebook(application);
  await openNotebook(application, join(folder, 'a.casebook'));
  await expect(filter).toHaveValue('');
  await expect(rowsOf(window)).toHaveCount(4);

  await grid.focus();
  await window.keyboard.press('Home');
  await window.keyboard.press('Space');
  await expect(
    rowsOf(window)
      .nth(1)
      .getByRole('img', { name: /^read on/ }),
  ).toBeVisible();
  await window.keyboard.press('End');
  await window.getByText('Unread', { exact: true }).first().click();
  await expect.poll(() => titles(window)).toEqual(['Anchor dragged for a mile', 'Beacon lit again']);
  // Others are shown: one begins with the first of them.
  await expect(rowsOf(window).nth(1)).toHaveAttribute('data-active', 'true');
  await window.getByText('All', { exact: true }).click();

  await grid.focus();
  await window.keyboard.press('Home');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('main')).toContainText('Anchor dragged for a mile');
  await window.keyboard.press('Alt+ArrowLeft');
  await expect(grid.getByRole('row', { name: /Anchor/ })).toHaveAttribute('data-active', 'true');
  await expectNoBarriers(window);
});

test('what is deleted is undone, restored, or deleted for good', async ({ application, folder }) => {
  const { app, window } = application;
  await makeNotebook(application, join(folder, 'a.casebook'));
  await answerOpenDialog(app, [await writeStories(folder)]);
  await chooseMenu(app, 'import-folder');
  await closeReport(window);
  await expect(rowsOf(window)).toHaveCount(4);
  const grid = window.getByRole('grid', { name: 'Articles' });

  await grid.focus();
  await window.keyboard.press('Home');
  await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.press('Delete');
  await expect(window.getByText('2 articles moved to the trash')).toBeVisible();
  await expect(rowsOf(window)).toHaveCount(2);
  await window.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click();
  await expect(rowsOf(window)).toHaveCount(4);
  await window.keyboard.press('Control+Shift+Z');
  await expect(rowsOf(window)).toHaveCount(2);

  await window.getByRole('button', { name: 'Trash', exact: true }).click();
  const trash = window.getByRole('grid', { name: 'Deleted things' });
  await expect(trash.getByRole('row')).toHaveCount(3);
  await expectNoBarriers(window);
  await trash.getByRole('row').nth(1).click();
  await window.getByRole('button', { name: 'Restore' }).click();
  await expect(trash.getByRole('row')).toHaveCount(2);
  await window.getByRole('button', { name: 'Delete all for good…' }).click();
  await window.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' }).click();
  await expect(window.getByText('The trash is empty')).toBeVisible();
  await window.keyboard.press('Control+1');
  await expect(rowsOf(window)).toHaveCount(3);
});

test('articles are tagged at once, and all is there after quitting', async ({
  launch,
  application: another,
  folder,
}) => {
  const path = join(folder, 'kept.casebook');
  const application = await launch();
  const { app, window } = application;
  await makeNotebook(application, path);
  await answerOpenDialog(app, [await writeStories(folder)]);
  await chooseMenu(app, 'import-folder');
  await closeReport(window);
  await expect(rowsOf(window)).toHaveCount(4);

  await window.getByRole('grid', { name: 'Articles' }).focus();
  await window.keyboard.press('Control+A');
  await window.getByRole('button', { name: 'Tag…' }).click();
  await window.getByRole('combobox', { name: 'Tag 3 articles' }).fill('harbour');
  await expect(window.getByRole('option', { name: 'Create tag “harbour”' })).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(window.getByText('Tagged 3 articles “harbour”')).toBeVisible();
  // What was done is said beside the buttons for more of it, not on them.
  const bar = window.getByRole('toolbar', { name: 'Chosen articles' });
  await bar.getByRole('button', { name: 'Unread' }).click({ trial: true });
  await bar.getByRole('button', { name: 'Trash' }).click({ trial: true });

  await window.keyboard.press('Control+7');
  const details = window.getByRole('region', { name: 'Tag harbour' });
  await expect(details.getByRole('button', { name: 'Show 3 uses' })).toBeVisible();
  await details.getByRole('textbox', { name: 'Name' }).fill('port');
  await details.getByRole('textbox', { name: 'Name' }).press('Enter');
  const green = window.getByRole('region', { name: 'Tag port' }).getByRole('radio', { name: 'green' });
  await green.click({ force: true });
  await expect(green).toBeChecked();
  await expectNoBarriers(window);
  await expect(window.getByRole('option', { name: 'port' })).toBeVisible();
  await app.close();

  const { window: again } = another;
  await openNotebook(another, path);
  await expect(rowsOf(again)).toHaveCount(4);
  await expect(again.getByRole('row', { name: /Cargo of salt/ })).toContainText('port');
  await again.keyboard.press('Control+7');
  await expect(again.getByRole('radio', { name: 'green' })).toBeChecked();
});
