/** Passages in several parts, made with the mouse and with the keyboard: linked, found on the actor's page, changed, undone. */
import { join, resolve } from 'node:path';
import { expect, test } from '../fixtures';
import { expectNoBarriers, importByMenu, makeNotebook } from '../notebook-steps';
import { articleText, dragOver, markedWords, openArticle, passageCards } from '../reading';

test('a passage in two parts: collected, linked, read elsewhere, one part removed, undone', async ({
  launch,
  folder,
}) => {
  test.setTimeout(120_000);
  const application = await launch();
  const { window } = application;
  await makeNotebook(application, join(folder, 'parts.casebook'));
  await importByMenu(application, [resolve(__dirname, '../../samples/articles/anchor-and-rope.txt')]);
  await openArticle(window, /How the harbour closed/);

  // With Control held, a second stretch is collected beside the first.
  await dragOver(window, 'Ordan Union');
  await window.keyboard.down('Control');
  await dragOver(window, 'Gullhead Accord');
  await window.keyboard.up('Control');
  const bar = window.getByRole('group', { name: 'Parts of a passage' });
  await expect(bar).toContainText('2 parts: Ordan Union … Gullhead Accord');
  await expectNoBarriers(window);
  await window.keyboard.press('a');
  await window.getByRole('combobox').first().fill('The signers');
  await window.keyboard.press('Enter');
  const card = passageCards(window).filter({ hasText: 'Ordan Union … Gullhead Accord' });
  await expect(card).toBeVisible();
  await expect.poll(() => markedWords(window)).toEqual(['Ordan UnionGullhead Accord']);
  await expect(window.locator('.passage-joint')).toHaveCount(1);
  await expectNoBarriers(window);

  await card.getByRole('button', { name: 'The signers', exact: true }).click();
  await expect(window.getByText('Ordan Union … Gullhead Accord')).toBeVisible();
  await window.getByRole('button', { name: 'Back' }).click();
  await expect(articleText(window)).toBeVisible();

  await card.getByRole('button', { name: /^Ordan Union/ }).click();
  await card.getByRole('button', { name: 'Remove this part: Gullhead Accord' }).click();
  await expect.poll(() => markedWords(window)).toEqual(['Ordan Union']);
  await articleText(window).focus();
  await window.keyboard.press('Control+Z');
  await expect.poll(() => markedWords(window)).toEqual(['Ordan UnionGullhead Accord']);

  // By the keyboard: the first word, and the third beside it.
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+Home');
  await window.keyboard.press('+');
  await expect(bar).toContainText('Select the next words');
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('ArrowRight');
  await expect(bar).toContainText('2 parts');
  await window.keyboard.press('h');
  await window.keyboard.press('1');
  await expect.poll(async () => (await markedWords(window)).length).toBe(2);
  await expect(window.getByRole('list', { name: 'Parts' }).getByRole('listitem')).toHaveCount(2);
});
