/** Words are found in an article, and replaced in one being corrected, by keyboard; passages stay on their words. */
import { expect, test } from '../fixtures';
import { expectNoBarriers } from '../notebook-steps';
import { articleText, selectedText } from '../reading';
import { caretAfter, caretBefore, correct, editedText, shownPassages } from './editing';
import { passages, prepare, read, standing } from './prepared-notebook';

test('words are found while reading and replaced while correcting', async ({ application, folder }) => {
  const { window } = application;
  await prepare(application, folder);
  await read(window);
  const bar = window.getByRole('search', { name: 'Find in the text' });
  const field = bar.getByRole('textbox', { name: 'Find' });
  const count = bar.getByRole('status').first();
  const painted = (name: string) =>
    window.evaluate((one) => [...(CSS.highlights.get(one) ?? [])].map(String), name);

  await window.keyboard.press('Control+F');
  await expect(field).toBeFocused();
  await window.keyboard.type('THE');
  await expect(count).toHaveText('1 of 9');
  expect(await painted('find-match')).toEqual(['the']);
  await bar.getByRole('button', { name: 'Whole words' }).click();
  await expect(count).toHaveText('1 of 8');
  expect(await painted('find-matches')).toHaveLength(8);
  await bar.getByRole('button', { name: 'Match case' }).click();
  await expect(count).toHaveText('No matches');
  await bar.getByRole('button', { name: 'Match case' }).click();
  await bar.getByRole('button', { name: 'Whole words' }).click();
  await field.fill('the ferry Halcyon came');
  await expect(count).toHaveText('1 of 1');
  expect(await painted('find-match')).toEqual(['the ferry Halcyon came']);
  await expectNoBarriers(window);
  await window.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await expect(articleText(window)).toBeFocused();
  expect(await selectedText(window)).toBe('the ferry Halcyon came');
  expect(await painted('find-matches')).toEqual([]);

  await window.keyboard.press('Control+F');
  await bar.getByRole('button', { name: 'Regular expression' }).click();
  await field.fill('(unclosed');
  await expect(bar).toContainText('Not a regular expression: Unterminated group');
  await field.fill('^(\\p{L}+ ?)+[0-9]');
  await expect(bar).toContainText('This pattern takes too long', { timeout: 10_000 });
  await field.fill('Kessa|Ostrel|\\p{L}+workers');
  await expect(count).toHaveText('1 of 3');
  for (const key of ['F3', 'Enter', 'Shift+Enter', 'Shift+F3']) await window.keyboard.press(key);
  await expect(count).toHaveText('1 of 3');
  await window.keyboard.press('Shift+Enter');
  await expect(count).toHaveText('3 of 3');
  await window.keyboard.press('Escape');

  await correct(window);
  await caretBefore(window, 'Seven people');
  await window.keyboard.press('Control+Shift+H');
  const template = bar.getByRole('textbox', { name: 'Replace with' });
  await field.fill('(?<what>ferry|river guard) ?(\\p{L}*)');
  await template.fill('$<what> “$2”');
  await expect(count).toHaveText('2 of 3');
  await bar.getByRole('button', { name: 'Replace', exact: true }).click();
  await expect(editedText(window)).toContainText('when the ferry “Halcyon” came');
  await expect(count).toHaveText('3 of 3');
  await field.fill('[Tt]he\\b');
  await template.fill('A');
  await expect(count).toHaveText(/of \d+$/);
  await bar.getByRole('button', { name: 'Replace all' }).click();
  await expect(bar.getByRole('status').last()).toHaveText('8 replaced');
  const replaced = [
    'Seven people were killed',
    'A ferry “Halcyon”',
    'A mayor of Ostrel',
    'Two dockworkers',
    'denies that it fired first',
  ];
  await expect.poll(() => shownPassages(window)).toEqual(replaced);
  await expectNoBarriers(window);
  await window.keyboard.press('Escape');
  await expect(editedText(window)).toBeFocused();
  await window.keyboard.press('Control+Z');
  await expect(editedText(window)).toContainText('when the ferry “Halcyon” came');
  await window.keyboard.press('Control+Z');
  await expect(editedText(window)).toContainText('when the ferry Halcyon came');
  expect(await shownPassages(window)).toEqual([...passages]);
  for (let times = 0; times < 2; times++) await window.keyboard.press('Control+Shift+Z');
  await expect.poll(() => shownPassages(window)).toEqual(replaced);

  await caretAfter(window, 'A mayor of Ostrel said');
  await window.keyboard.press('Control+S');
  await expect(articleText(window)).toBeVisible();
  const stands = await standing(window);
  expect(stands.map(({ there }) => there)).toEqual(replaced);
});
