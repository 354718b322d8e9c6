/** A researcher corrects a number and asks what that changes: the two revisions side by side, by mouse and by keyboard. */
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { chooseMenu, expectNoBarriers } from '../notebook-steps';
import { articleText } from '../reading';
import { correct, selectWords } from './editing';
import { annotate, prepare, read } from './prepared-notebook';

const texts = (page: Page) => page.getByRole('region', { name: 'Text of both revisions' });
const meaning = (page: Page) => page.getByRole('region', { name: 'What changed in meaning' });
const words = (page: Page, kind: 'del' | 'ins') => texts(page).locator(kind).allInnerTexts();

/** The event of the evidence that the journeys change. */
const event = { title: 'Attack on the Halcyon', typeId: null, date: null, placeId: null };

test('a corrected number shows which evidence changed, and nothing else', async ({ launch, folder }) => {
  const application = await launch();
  const { app, window } = application;
  await prepare(application, folder);
  await annotate(window, 'Seven people were killed', { events: [event] });
  await annotate(window, 'Two dockworkers', { events: [{ ...event, title: 'Another event' }] });
  await read(window);
  await window.keyboard.press('Control+Shift+D');
  await expect(window.getByRole('heading', { name: 'There is only one revision' })).toBeVisible();
  await window.getByRole('button', { name: 'To the article' }).click();

  await correct(window);
  await selectWords(window, 'Seven');
  await window.keyboard.type('Nine');
  await selectWords(window, 'Nobody has said');
  await window.keyboard.type('No one has said');
  await window.keyboard.press('Control+S');
  await expect(articleText(window)).toContainText('Nine people');

  await test.step('by mouse, from the notice', async () => {
    await window.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Compare' }).click();
    await expect(meaning(window).getByRole('heading')).toHaveText('What changed in meaning · 1');
    expect(await words(window, 'del')).toEqual(['Seven', 'Nobody']);
    expect(await words(window, 'ins')).toEqual(['Nine', 'No one']);
    const item = meaning(window).getByRole('listitem');
    await expect(item).toContainText('Seven Nine people were killed');
    await expect(item).toContainText('not decided yet');
    await expect(meaning(window)).not.toContainText('Another event');
    await expectNoBarriers(window);
    await item.getByRole('button', { name: /people were killed/ }).click();
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
    await expect(window.getByText('removed “Seven”, added “Nine”')).toBeAttached();
    await window.keyboard.press('n');
    await expect(steps).toContainText('2 of 2');
    await window.keyboard.press('Shift+N');
    await expect(steps).toContainText('1 of 2');
    await texts(window).focus();
    await window.getByRole('button', { name: 'Swap the two revisions' }).focus();
    await window.keyboard.press('Enter');
    await expect(meaning(window).getByRole('listitem')).toContainText('Nine Seven people were killed');
    expect(await words(window, 'del')).toEqual(['Nine', 'No one']);
  });

  await test.step('from the library, after the words were confirmed', async () => {
    await chooseMenu(app, 'library');
    await window.getByRole('row', { name: 'Ferry comes under fire' }).click();
    await chooseMenu(app, 'compare-revisions');
    await expect(meaning(window).getByRole('listitem')).toHaveCount(1);
    await expectNoBarriers(window);
  });
});
