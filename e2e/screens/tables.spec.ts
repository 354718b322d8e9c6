/** All passages at once: narrowed and changed together, counted in a matrix whose numbers lead to them, and what is left to do. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { answerSaveDialog, chooseTheme, expectNoBarriers } from '../notebook-steps';
import { articleText } from '../reading';
import { goTo, openSample } from './sample-notebook';

const heading = (window: Page, name: string) => window.getByRole('heading', { name, exact: true });
const list = (window: Page) => window.getByRole('grid', { name: 'Passages' });
const rows = (window: Page) =>
  list(window)
    .getByRole('row')
    .filter({ has: window.getByRole('gridcell') });
const status = (window: Page) => window.locator('header').getByRole('status');

async function narrow(window: Page, kind: string, words: string): Promise<void> {
  await window.getByRole('button', { name: 'Narrow' }).click();
  await window.getByRole('menuitem', { name: kind, exact: true }).click();
  await expect(window.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await window.keyboard.type(words);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog')).toHaveCount(0);
}

/** Chooses everything by the keyboard, tags it with a new tag, and takes that back. */
async function tagAll(window: Page, count: number): Promise<void> {
  await list(window).focus();
  await window.keyboard.press('Control+a');
  const bar = window.getByRole('toolbar', { name: 'Chosen passages' });
  await expect(bar).toContainText(`${count} passages chosen`);
  await expectNoBarriers(window);
  await bar.getByRole('button', { name: 'Tag…', exact: true }).click();
  await window.keyboard.type('To check');
  await window.keyboard.press('Enter');
  const tagged = rows(window).filter({ hasText: 'To check' });
  await expect(tagged).toHaveCount(count);
  const notices = window.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText(`Tagged ${count} passages`);
  await notices.getByRole('button', { name: 'Undo' }).click();
  await expect(tagged).toHaveCount(0);
}

async function exportTable(app: ElectronApplication, window: Page, path: string): Promise<string> {
  await answerSaveDialog(app, path);
  await window.getByRole('button', { name: 'Export', exact: true }).click();
  await window.getByRole('menuitem', { name: 'Table (CSV)…' }).click();
  await expect(window.getByText(`Exported to ${path}`)).toBeVisible();
  return readFileSync(path, 'utf8');
}

async function inTheDark(app: ElectronApplication, window: Page): Promise<void> {
  await chooseTheme({ app, window }, 'dark');
  for (const screen of ['Quotations', 'Matrix', 'To do']) {
    await goTo(window, screen);
    await expect(heading(window, screen)).toBeVisible();
    await expect(status(window)).not.toBeEmpty();
    await expectNoBarriers(window);
  }
}

test('passages are narrowed, changed together, counted, and settled', async ({ application, folder }) => {
  test.slow(); // six scans for barriers
  const { app, window } = await openSample(application, folder);
  await goTo(window, 'Quotations');
  await expect(status(window)).toHaveText('56 passages');
  await narrow(window, 'Tag…', 'Denial');
  await expect(status(window)).toHaveText('7 passages');
  await expect(rows(window)).toHaveCount(7);
  await tagAll(window, 7);
  expect((await exportTable(app, window, join(folder, 'quotations.csv'))).split('\r\n')).toHaveLength(9);
  await list(window).focus();
  await window.keyboard.press('Enter');
  await expect(articleText(window)).toBeVisible();
  await window.keyboard.press('Alt+ArrowLeft');
  await expect(window.getByRole('button', { name: 'Take off Denial' })).toBeVisible();
  await window.getByRole('searchbox', { name: /Words in the passage/ }).fill('zzz');
  await expect(heading(window, 'No passage is like this')).toBeVisible();

  await goTo(window, 'Matrix');
  const matrix = window.getByRole('grid', { name: 'Actors by tags' });
  await expectNoBarriers(window);
  await matrix.getByRole('gridcell', { name: 'Kessa Volunteers, Denial: 2 passages' }).click();
  await expect(status(window)).toHaveText('2 passages');
  await expect(window.getByRole('button', { name: 'Take off Kessa Volunteers' })).toBeVisible();
  await window.keyboard.press('Alt+ArrowLeft');
  await matrix.focus();
  for (const key of ['ArrowDown', 'ArrowLeft']) await window.keyboard.press(key);
  await expect(matrix.locator('[data-active]')).toHaveAccessibleName('Mira Tolvane, total: 3 passages');
  await window.keyboard.press('Enter');
  await expect(status(window)).toHaveText('3 passages');
  await expect(window.getByRole('button', { name: 'Take off Has a tag' })).toBeVisible();
  await window.keyboard.press('Alt+ArrowLeft');
  const table = await exportTable(app, window, join(folder, 'matrix.csv'));
  expect(table).toContain('Actors / Tags,Total,Contradiction,Denial');
  expect(table).toContain('Kessa Volunteers,3,1,2,1,');

  await goTo(window, 'To do');
  const toDo = await exportTable(app, window, join(folder, 'to-do.csv'));
  expect(toDo).toContain('To do,What,Detail');
  expect(toDo.trimEnd().split('\r\n')).toHaveLength(
    1 + Number.parseInt(await status(window).innerText(), 10),
  );
  await window.getByRole('button', { name: /^Articles unread/ }).click();
  await expectNoBarriers(window);
  await window.getByRole('listbox', { name: 'Articles unread' }).focus();
  await window.keyboard.press('Enter');
  await window.getByRole('button', { name: 'Mark as read' }).click();
  await window.keyboard.press('Alt+ArrowLeft');
  await expect(heading(window, 'Nothing to do here')).toBeVisible();
  await inTheDark(app, window);
});
