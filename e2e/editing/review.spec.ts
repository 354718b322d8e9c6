/** Passages whose words changed or went: met in the review, confirmed, re-attached, detached, and undone. */
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { expectNoBarriers } from '../notebook-steps';
import { caretAfter, correct, selectWords } from './editing';
import { annotate, prepare, read, standing } from './prepared-notebook';

const headline = (window: Page) => window.getByText(/^\d of \d$/);
const reviewed = (window: Page) => window.getByRole('article', { name: 'Passage under review' });
const stateOf = async (window: Page, words: string) =>
  (await standing(window))
    .filter((passage) => passage.words === words)
    .map(({ state, there }) => [state, there]);

async function correctWords(window: Page): Promise<void> {
  await read(window);
  await correct(window);
  await selectWords(window, 'Seven');
  await window.keyboard.type('Nine');
  await selectWords(window, 'Two dockworkers on their way home from the late shift were among the dead. ');
  await window.keyboard.press('Delete');
  await caretAfter(window, 'denies that it fired first.');
  await window.keyboard.type(' Two dock workers died.');
  await window.getByRole('button', { name: 'Save as new revision' }).click();
  await expect(window.getByRole('region', { name: 'Text of the article' })).toContainText('Nine people');
}

test('what waits is stepped through and settled', async ({ application, folder }) => {
  const { window } = application;
  await prepare(application, folder);
  await annotate(window, 'Seven people were killed', {
    events: [{ title: 'Attack on the Halcyon', typeId: null, date: null, placeId: null }],
  });
  await correctWords(window);

  await window.keyboard.press('Control+8');
  await expect(headline(window)).toHaveText('1 of 2');
  await expect(reviewed(window).getByRole('region', { name: /^Then · revision 1/ })).toContainText(
    'Seven people were killed',
  );
  await expect(reviewed(window).getByRole('deletion')).toHaveText('Seven');
  await expect(reviewed(window).getByRole('insertion')).toHaveText('Nine');
  await expect(reviewed(window).getByRole('region', { name: 'What rests on it' })).toContainText(
    'Attack on the Halcyon',
  );
  await expectNoBarriers(window);

  await window.keyboard.press('j');
  await expect(headline(window)).toHaveText('2 of 2');
  await expect(reviewed(window)).toContainText('These words are no longer in the text.');
  await expect(reviewed(window).getByRole('listitem')).toContainText('Two dock workers');
  await window.keyboard.press('k');
  await expect(reviewed(window)).toContainText('Nine people were killed');
  await window.keyboard.press('v');
  await expect(headline(window)).toHaveText('1 of 1');
  expect(await stateOf(window, 'Nine people were killed')).toEqual([['exact', 'Nine people were killed']]);

  await reviewed(window).getByRole('button', { name: 'These are its words' }).click();
  await expect(window.getByText('Nothing waits for you')).toBeVisible();
  expect(await stateOf(window, 'Two dock workers')).toEqual([['exact', 'Two dock workers']]);
  await expectNoBarriers(window);

  await window.keyboard.press('Control+z');
  await window.keyboard.press('Control+z');
  await expect(headline(window)).toHaveText('2 of 2');
  await window.keyboard.press('k');
  await expect(reviewed(window)).toContainText('Nine people were killed');
  await window.keyboard.press('d');
  await expect(reviewed(window)).toContainText('These words are no longer in the text.');
  expect(await stateOf(window, 'Seven people were killed')).toEqual([['orphan', '']]);
  await reviewed(window).getByRole('button', { name: 'Open in the article' }).click();
  await expect(window.getByRole('region', { name: 'Passages to look at' })).toContainText(
    'Seven people were killed',
  );
});
