/** A researcher starts Casebook for the first time, makes a notebook, sets it up, and finds it again. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { answerOpenDialog, chooseMenu, dropFile, expectNoBarriers, makeNotebook } from './notebook-steps';

test('a first notebook is made, closed and found among the recent ones; the look chosen is kept', async ({
  launch,
  folder,
}) => {
  const path = join(folder, 'Strait of Kessa.casebook');
  const first = await launch();
  await expect(first.window.getByRole('heading', { name: 'Casebook' })).toBeVisible();
  await expectNoBarriers(first.window);

  await makeNotebook(first, path);
  await expect(first.window.getByText('No articles yet')).toBeVisible();
  await expect(first.window).toHaveTitle('Strait of Kessa – Casebook');
  await expectNoBarriers(first.window);
  await chooseLook(first.window);

  await chooseMenu(first.app, 'close-notebook');
  await expect(first.window.getByRole('button', { name: /^Strait of Kessa/ })).toBeVisible();
  await expectNoBarriers(first.window);
  await first.app.close();

  const { app, window } = await launch();
  const root = window.locator('html');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expect(root).toHaveCSS('--reading-size', '21px');
  await expectNoBarriers(window);
  await window.getByRole('button', { name: /^Strait of Kessa/ }).click();
  await expect(window.getByText('No articles yet')).toBeVisible();

  await chooseMenu(app, 'close-notebook');
  await expect(window.getByRole('button', { name: /^Strait of Kessa/ })).toBeEnabled();
  await rm(path);
  await window.reload();
  await expect(window.getByText('not there any more')).toBeVisible();
  await expect(window.getByRole('button', { name: /^Strait of Kessa/ })).toBeDisabled();
  await window.getByRole('button', { name: 'Forget Strait of Kessa' }).click();
  await expect(window.getByText('Strait of Kessa')).toHaveCount(0);
});

async function chooseLook(window: Page): Promise<void> {
  await window.keyboard.press('Control+,');
  const settings = window.getByRole('dialog', { name: 'Settings' });
  await settings.getByText('Dark', { exact: true }).click();
  const size = settings.getByRole('slider', { name: 'Reading text' });
  await size.focus();
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('ArrowRight');
  await expect(settings.getByText('20 px')).toBeVisible();
  await expectNoBarriers(window);
  await settings.getByRole('button', { name: 'Done' }).click();
  await window.keyboard.press('Control+=');
}

test('a file that is no notebook is refused in words, with ways out', async ({ launch, folder }) => {
  const { app, window } = await launch();
  const path = join(folder, 'letters.casebook');
  await writeFile(path, 'Dear reader, this was never a database. '.repeat(200));
  await answerOpenDialog(app, [path]);
  await window.getByRole('button', { name: 'Open notebook…' }).click();
  const problem = window.getByRole('alertdialog');
  await expect(problem).toContainText('damaged or is not a notebook');
  await expect(problem).toContainText('Nothing was written to it');
  await expectNoBarriers(window);

  await problem.getByRole('button', { name: 'Backups…' }).click();
  await expect(window.getByRole('dialog', { name: 'Backups' })).toContainText('There are no backups yet.');
});

test('every screen and dialog is reached by the keyboard alone', async ({ application, folder }) => {
  const { app, window } = application;
  await makeNotebook(application, join(folder, 'keys.casebook'));
  for (const [key, title] of [
    ['Control+2', 'Actors'],
    ['Control+3', 'Places'],
    ['Control+7', 'Codebook'],
    ['Control+1', 'Library'],
  ] as const) {
    await window.keyboard.press(key);
    await expect(window.getByRole('heading', { name: title, exact: true })).toBeVisible();
  }
  await window.keyboard.press('Alt+ArrowLeft');
  await expect(window.getByRole('heading', { name: 'Codebook', exact: true })).toBeVisible();
  await window.keyboard.press('Shift+?');
  await expect(window.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expectNoBarriers(window);
  await window.keyboard.press('Escape');
  for (const [command, title] of [
    ['export', 'Export'],
    ['check', 'Check of the notebook'],
    ['about', 'About Casebook'],
    ['open-backup', 'Backups'],
  ] as const) {
    await chooseMenu(app, command);
    await expect(window.getByRole('dialog', { name: title })).toBeVisible();
    await expectNoBarriers(window);
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toHaveCount(0);
  }
});

test('a notebook dropped on the window is opened', async ({ application, folder }) => {
  const { app, window } = application;
  const path = join(folder, 'harbours.casebook');
  await makeNotebook(application, path);
  await chooseMenu(app, 'close-notebook');
  await makeNotebook(application, join(folder, 'rivers.casebook'));
  await expect(window).toHaveTitle('rivers – Casebook');
  await dropFile(window, path);
  await expect(window).toHaveTitle('harbours – Casebook');
});
