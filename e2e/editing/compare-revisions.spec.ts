/** A researcher corrects a number and asks what that changes: the two revisions side by side, by mouse and by keyboard. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { chooseMenu, expectNoBarriers, importByMenu, makeNotebook } from '../notebook-steps';
import { articleText } from '../reading';
import { correct, selectWords } from './editing';
import { annotate } from './prepared-notebook';

const texts = (page: Page) => page.getByRole('region', { name: 'Text of both revisions' });
const meaning = (page: Page) => page.getByRole('region', { name: 'What changed in meaning' });
const words = (page: Page, kind: 'del' | 'ins') => texts(page).locator(kind).allInnerTexts();

/** The event of the evidence that the journey changes. */
const event = { title: 'Strike on Ostrel', typeId: null, date: null, placeId: null };
const title = 'Night of fire in Ostrel';
const paragraphs = [
  'Officials reported damage to residential buildings, with at least 23 people injured in Ostrel.',
  'The mayor of Ostrel said that the ferry would not run before the summer. Nobody has said who fired.',
];

test('a corrected number shows which evidence changed, and nothing else', async ({ application, folder }) => {
  const { app, window } = application;
  const source = join(folder, 'ostrel.txt');
  await makeNotebook(application, join(folder, 'Kessa.casebook'));
  await writeFile(source, `${title}\n\n${paragraphs.join('\n\n')}\n`);
  await importByMenu(application, [source]);
  const row = window.getByRole('row', { name: title });
  await expect(row).toBeVisible({ timeout: 30_000 });
  await annotate(window, '23 people injured', { events: [event] });
  await annotate(window, 'The mayor of Ostrel', { events: [{ ...event, title: 'Another event' }] });
  await row.dblclick();
  await expect(articleText(window)).toBeVisible();
  await window.keyboard.press('Control+Shift+D');
  await expect(window.getByRole('heading', { name: 'There is only one revision' })).toBeVisible();
  await window.getByRole('button', { name: 'To the article' }).click();

  await correct(window);
  await selectWords(window, '23');
  await window.keyboard.type('26');
  await selectWords(window, 'Nobody has said');
  await window.keyboard.type('No one has said');
  await window.keyboard.press('Control+S');
  await expect(articleText(window)).toContainText('26 people');

  await test.step('by mouse, from the notice', async () => {
    await window.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Compare' }).click();
    await expect(meaning(window).getByRole('heading')).toHaveText('What changed in meaning · 1');
    await expect(texts(window).locator('ins')).toHaveCount(2);
    expect(await words(window, 'del')).toEqual(['23', 'Nobody']);
    expect(await words(window, 'ins')).toEqual(['26', 'No one']);
    const item = meaning(window).getByRole('listitem');
    await expect(item).toContainText('23 26 people injured');
    await expect(item).toContainText('not decided yet');
    await expect(meaning(window)).not.toContainText('Another event');
    await item.getByRole('button', { name: /people injured/ }).click();
    await expect(texts(window).locator('mark[data-focused]').first()).toBeInViewport();
    await item.getByRole('button', { name: event.title }).click();
    await expect(window.getByRole('heading', { name: event.title }).first()).toBeVisible();
    await window.keyboard.press('Alt+ArrowLeft');
  });

  await test.step('by keyboard', async () => {
    const steps = window.getByRole('group', { name: 'Differences' });
    await expect(steps).toContainText('2 differences');
    await window.keyboard.press('n');
    await expect(steps).toContainText('1 of 2');
    await expect(window.getByText('removed “23”, added “26”')).toBeAttached();
    await window.keyboard.press('n');
    await expect(steps).toContainText('2 of 2');
    await window.keyboard.press('Shift+N');
    await expect(steps).toContainText('1 of 2');
    await window.getByRole('button', { name: 'Swap the two revisions' }).focus();
    await window.keyboard.press('Enter');
    await expect(meaning(window).getByRole('listitem')).toContainText('26 23 people injured');
    await expect(texts(window).locator('ins').first()).toHaveText('23');
    expect(await words(window, 'del')).toEqual(['26', 'No one']);
    await window.getByRole('button', { name: 'To the article' }).click();
  });

  await test.step('from the list of revisions, and from the library', async () => {
    await window.getByRole('button', { name: 'Revision 2' }).click();
    await window.getByRole('menuitem', { name: 'Compare 1 with the current one…' }).click();
    await expect(meaning(window).getByRole('listitem')).toContainText('23 26 people injured');
    await chooseMenu(app, 'library');
    await row.click();
    await chooseMenu(app, 'compare-revisions');
    await expect(meaning(window).getByRole('listitem')).toHaveCount(1);
    await expect(texts(window).locator('ins')).toHaveCount(2);
    await expectNoBarriers(window);
  });
});
