/** Asking by keyboard: the box and what it offers, the form, saved searches, and what was asked before. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Application } from '../../application';
import { expect, test } from '../../fixtures';
import { chooseMenu, expectNoBarriers, importByMenu } from '../../notebook-steps';
import { openSample } from '../sample-notebook';

const box = (window: Page) => window.getByRole('searchbox', { name: 'Search the notebook' });
const offer = (window: Page, name: string | RegExp) => window.getByRole('option', { name });
const count = (window: Page, words: string | RegExp) => window.getByRole('status').filter({ hasText: words });
const form = (window: Page) => window.getByRole('group', { name: 'The search as a form' });
const saved = (window: Page) => window.getByRole('list', { name: 'Saved searches' }).getByRole('listitem');
const before = (window: Page) => window.getByRole('list', { name: 'Searched before' }).getByRole('button');

async function press(window: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await window.keyboard.press(key);
}

/** Fields, names and values are offered as one types; Enter or Tab takes one, Escape closes the list. */
async function completeInBox(window: Page): Promise<void> {
  await press(window, 'Control+k');
  await window.keyboard.type('pub');
  await expect(offer(window, /^publisher:/).first()).toBeVisible();
  await press(window, 'Escape');
  await expect(window.getByRole('listbox')).toHaveCount(0);
  await window.keyboard.press('Control+a');
  await window.keyboard.type('dockw');
  // As typed: the last word is the beginning of one.
  await expect(window.locator('mark').filter({ hasText: 'dockworkers' }).first()).toBeVisible();

  await window.keyboard.press('Control+a');
  await window.keyboard.type('actor:mir');
  await expect(offer(window, 'actor:"Mira Tolvane"')).toBeVisible();
  await press(window, 'ArrowDown', 'Tab');
  await expect(box(window)).toHaveValue('actor:"Mira Tolvane" ');
  await expect(box(window)).toBeFocused();
  await expect(count(window, '12 hits')).toBeVisible();
  await window.keyboard.type('mode:cl');
  await expect(offer(window, 'mode:claims')).toBeVisible();
  await press(window, 'ArrowDown', 'Enter', 'Enter');
  await expect(box(window)).toHaveValue(/^actor:"Mira Tolvane" mode:claims ?$/);
}

/** Other names of an actor are looked for, which is said, and left out where it is asked exactly. */
async function askExactly(window: Page): Promise<void> {
  await press(window, 'Control+k', 'Control+a');
  await window.keyboard.type('Tolvane');
  await press(window, 'Enter');
  await expect(count(window, 'Also searched: Толвейн')).toBeVisible();
  await expect(count(window, '9 hits')).toBeVisible();
  await window.getByRole('button', { name: 'Only these words' }).press('Enter');
  await expect(box(window)).toHaveValue('=Tolvane');
  await expect(count(window, 'Also searched')).toHaveCount(0);
  await expect(count(window, /^\d hits$/)).toBeVisible();
}

/** The form says what the box says, and changes it; what it has no field for stays. */
async function fillForm(window: Page): Promise<void> {
  await press(window, 'Control+Shift+L');
  const words = form(window).getByRole('textbox', { name: 'All of these words' });
  await expect(words).toBeFocused();
  await expect(form(window).getByRole('combobox', { name: 'Actor 1' })).toHaveValue('Mira Tolvane');
  await expect(form(window).getByRole('button', { name: 'claims' })).toHaveAttribute('aria-pressed', 'true');
  await window.keyboard.type('ferry');
  await expect(box(window)).toHaveValue('ferry actor:"Mira Tolvane" mode:claims');
  await form(window).getByRole('button', { name: 'claims' }).press('Space');
  await form(window).getByRole('textbox', { name: 'The article was published' }).press('Control+a');
  await window.keyboard.type('March 2024 to April 2024');
  await expect(box(window)).toHaveValue('ferry actor:"Mira Tolvane" published:2024-03..2024-04');
  await form(window).getByRole('combobox', { name: 'Places' }).press('Control+a');
  await window.keyboard.type('ostr');
  await expect(offer(window, /^Ostrel/).first()).toBeVisible();
  await press(window, 'ArrowDown', 'Enter');
  await expect(box(window)).toHaveValue(/ place:\S*Ostrel/);
  await expectNoBarriers(window);

  await press(window, 'Control+k', 'Control+a');
  await window.keyboard.type('ferry (lamps OR -act) within:2s tag:Denial');
  await press(window, 'Enter');
  await expect(words).toHaveValue('ferry');
  await expect(form(window).getByRole('button', { name: 'Take off Denial' })).toBeVisible();
  await expect(form(window).getByRole('textbox', { name: 'Also asked, as text' })).toHaveValue(
    'lamps OR -act',
  );
  await expect(form(window).getByRole('button', { name: /How close together/ })).toContainText('within 2');
}

/** A search under a name counts what is new in it, until it is looked at; it is renamed, deleted and brought back. */
async function keepSearch(application: Application, folder: string): Promise<void> {
  const { app, window } = application;
  await press(window, 'Control+k', 'Control+a');
  await window.keyboard.type('zirconium');
  await press(window, 'Enter');
  await expect(window.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await chooseMenu(app, 'save-search');
  await expect(window.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await window.keyboard.type('Rare metal');
  await press(window, 'Enter');
  await expect(window.getByText('Saved as “Rare metal”')).toBeVisible();
  const article = join(folder, 'metal.txt');
  await writeFile(article, 'A find\n\nThe envoy spoke of zirconium in the hold of the ferry.\n');
  await importByMenu(application, [article]);
  // The first import starts the readers of files, which a busy machine does slowly.
  await expect(window.getByText('Imported “')).toBeVisible({ timeout: 25_000 });

  await press(window, 'Control+Shift+s');
  const row = saved(window).filter({ hasText: 'Rare metal' });
  await expect(row).toContainText('1 new');
  await expectNoBarriers(window);
  await expect(row.getByRole('button').first()).toBeFocused();
  await press(window, 'Enter');
  await expect(row).not.toContainText('new');
  await expect(count(window, '1 hit')).toBeVisible();

  await row.getByRole('button', { name: 'More for Rare metal' }).press('Enter');
  await press(window, 'Enter');
  await expect(window.getByRole('textbox', { name: 'New name' })).toBeFocused();
  await window.keyboard.type('Zirconium');
  await press(window, 'Enter');
  await saved(window).getByRole('button', { name: 'More for Zirconium' }).press('Enter');
  await press(window, 'ArrowDown', 'Enter');
  await expect(saved(window)).toHaveCount(0);
  await window.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(saved(window)).toHaveText(/Zirconium/);
}

/** An empty box offers what was asked before, as does the screen; an example goes into the box to be filled in. */
async function askAgain(window: Page): Promise<void> {
  await press(window, 'Control+Shift+f');
  await expect(box(window)).toBeFocused();
  await expect(before(window).first()).toContainText('zirconium');
  await expectNoBarriers(window);
  await press(window, 'ArrowDown', 'ArrowDown');
  const second = await before(window).nth(1).locator('[title]').getAttribute('title');
  await expect(before(window).nth(1)).toBeFocused();
  await press(window, 'Enter');
  await expect(box(window)).toHaveValue(second ?? '');

  await press(window, 'Control+1', 'Control+k');
  await expect(offer(window, 'zirconium')).toBeVisible();
  await press(window, 'ArrowDown', 'Escape', 'Control+Shift+f');
  await window.getByRole('button', { name: 'Clear this list' }).press('Enter');
  await expect(before(window)).toHaveCount(0);
  await window.getByRole('button', { name: /^bridge NEAR/ }).press('Enter');
  await expect(box(window)).toBeFocused();
  await window.keyboard.type('ferry');
  await expect(box(window)).toHaveValue('ferry NEAR/5 closed');
}

test('asked by keyboard: box, completion, form, saved search, history', async ({ application, folder }) => {
  await openSample(application, folder);
  const { window } = application;
  await askExactly(window);
  await completeInBox(window);
  await fillForm(window);
  await keepSearch(application, folder);
  await askAgain(window);
});
