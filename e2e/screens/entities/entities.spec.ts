/** Pages of actors, places and objects: read, renamed, given further names and identifiers, merged, thrown away. */
import type { Page } from '@playwright/test';
import { expect, test } from '../../fixtures';
import { expectNoBarriers } from '../../notebook-steps';
import { articleText, markedWords } from '../../reading';
import { goTo, openFromList, openSample, passagesOf, side } from '../sample-notebook';

const nameOf = (window: Page) => window.getByRole('textbox', { name: 'Name', exact: true });
const notices = (window: Page) => window.getByRole('region', { name: 'Notices' });

test('an actor: found by an alias, its passages under their articles, one click from the words', async ({
  application,
  folder,
}) => {
  const { window } = await openSample(application, folder);
  await goTo(window, 'Actors');
  await window.getByRole('searchbox', { name: 'Filter actors' }).fill('варта');
  await expect(window.getByRole('grid', { name: 'Actors' }).getByRole('row')).toHaveCount(2);
  await expectNoBarriers(window);
  await window.getByRole('grid', { name: 'Actors' }).focus();
  await window.keyboard.press('Enter');
  await expect(nameOf(window)).toHaveValue('Ordan River Guard');

  await expect(passagesOf(window, 'Passages')).toHaveCount(5);
  const gazette = side(window, 'Passages').getByRole('region', {
    name: 'Seven dead as ferry comes under fire at Kessa crossing',
  });
  await expect(gazette).toContainText('Tidewater Gazette');
  await expect(gazette).toContainText('5 March 2024');
  await expect(gazette.locator('mark').last()).toContainText('denies that it fired first.');
  const shooting = side(window, 'Timeline')
    .getByRole('listitem')
    .filter({ hasText: 'Shooting at the Kessa' });
  await expect(shooting.first()).toContainText('3 to 4 March 2024');
  await expect(shooting.first()).toContainText('participant');
  await expect(side(window, 'Appears with').getByRole('listitem').first()).toContainText('3 articles');
  await expect(side(window, 'Articles').getByRole('listitem')).toHaveCount(3);
  await expectNoBarriers(window);

  const passage = passagesOf(window, 'Passages').nth(3);
  await passage.click();
  await expect(articleText(window)).toBeVisible();
  await expect
    .poll(() => markedWords(window))
    .toContainEqual(expect.stringContaining('no evidence of the eleven dead'));
  await window.keyboard.press('Alt+ArrowLeft');
  await expect(nameOf(window)).toHaveValue('Ordan River Guard');
  await expect(passage).toBeFocused();
});

test('names, description, kind and identifiers are changed where they stand, and undone', async ({
  application,
  folder,
}) => {
  const { window } = await openSample(application, folder);
  await openFromList(window, 'Actors', 'Kessa Volunteers');
  await nameOf(window).fill('Volunteers of the\nKess');
  await window.keyboard.press('Enter');
  await expect(nameOf(window)).toHaveValue('Volunteers of the Kess');
  await nameOf(window).fill('Nobody');
  await window.keyboard.press('Escape');
  await expect(nameOf(window)).toHaveValue('Volunteers of the Kess');

  await window.getByRole('textbox', { name: 'Add a name' }).fill('المتطوعون');
  await window.keyboard.press('Enter');
  const aliases = window.getByRole('list', { name: 'Aliases' });
  await expect(aliases.getByRole('listitem')).toHaveText(['Кесські добровольці', 'المتطوعون']);
  await aliases.getByRole('button', { name: 'Change the name Кесські добровольці' }).click();
  await window.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(aliases.getByRole('listitem')).toHaveText(['المتطوعون']);

  await window.getByRole('textbox', { name: 'Identifier', exact: true }).fill('Q7747');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('list', { name: 'Identifiers' })).toHaveText('wikidata: Q7747');

  await window.getByRole('textbox', { name: 'Description' }).fill('A militia.\nRaised in the villages.');
  await window.keyboard.press('Alt+ArrowLeft');
  await expect(window.getByRole('grid', { name: 'Actors' })).toBeVisible();
  await openFromList(window, 'Actors', 'Volunteers of the Kess');
  await expect(window.getByRole('textbox', { name: 'Description' })).toHaveValue(
    'A militia.\nRaised in the villages.',
  );

  await window.getByRole('button', { name: /What it is/ }).click();
  await window.getByRole('option', { name: 'place' }).click();
  await expect(notices(window)).toContainText('it stays an actor');

  // The change of kind was refused, so five steps were taken.
  for (let undone = 0; undone < 5; undone++) {
    await window.getByRole('button', { name: /^Undo: / }).click();
    await expect(notices(window)).toContainText('Undid');
  }
  // The button of a notice speaks of the last step: of steps no other is shown.
  await expect(notices(window).getByText(/^Undid/)).toHaveCount(1);
  await expect(nameOf(window)).toHaveValue('Kessa Volunteers');
  await expect(aliases.getByRole('listitem')).toHaveText(['Кесські добровольці']);
  await expect(window.getByRole('list', { name: 'Identifiers' })).toHaveCount(0);
});

test('two actors are merged into one and parted again; a place is none of them', async ({
  application,
  folder,
}) => {
  const { window } = await openSample(application, folder);
  await openFromList(window, 'Actors', 'Ordan River Guard');
  await window.getByRole('button', { name: 'Merge…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Merge with another' });
  await window.keyboard.type('marrow');
  await dialog.getByRole('option', { name: /Marrow Point/ }).click();
  await expect(dialog).toContainText('“Marrow Point” of kind place');
  await expect(dialog.getByRole('button', { name: 'Merge' })).toBeDisabled();
  await expectNoBarriers(window);

  await dialog.getByRole('combobox').fill('Undas');
  await expect(dialog.getByRole('option')).toHaveCount(1);
  await window.keyboard.press('Enter');
  await expect(dialog).toContainText('The 4 passages that name “Jarek Undas”');
  await dialog.getByRole('button', { name: 'Merge' }).click();

  await expect(window.getByText('Merged “Jarek Undas” into “Ordan River Guard”')).toBeVisible();
  const aliases = window.getByRole('list', { name: 'Aliases' });
  await expect(aliases).toContainText('Jarek Undas');
  await expect(aliases).toContainText('Colonel Undas');
  // Two passages name both of them.
  await expect(passagesOf(window, 'Passages')).toHaveCount(7);

  await notices(window).getByRole('button', { name: 'Undo' }).click();
  await expect(passagesOf(window, 'Passages')).toHaveCount(5);
  await expect(aliases).not.toContainText('Undas');
  await openFromList(window, 'Actors', 'Jarek Undas');
  await expect(passagesOf(window, 'Passages')).toHaveCount(4);
});

test('a place shows its events; passages are walked by keys; a page is thrown away and brought back', async ({
  application,
  folder,
}) => {
  const { window } = await openSample(application, folder);
  await openFromList(window, 'Places', 'Kessa crossing');
  await expect(side(window, 'Events here').locator('[data-walked].font-medium')).toHaveCount(4);
  const passages = passagesOf(window, 'Passages');
  await expect(passages).toHaveCount(3);
  await expect(passages.first()).toContainText('The words have changed since');
  await window.getByRole('main').focus();
  await window.keyboard.press('j');
  await expect(passages.first()).toBeFocused();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowDown');
  await expect(passages.nth(2)).toBeFocused();
  await window.keyboard.press('k');
  await expect(passages.nth(1)).toBeFocused();

  await window.getByRole('button', { name: 'Move to the trash' }).click();
  const places = window.getByRole('grid', { name: 'Places' });
  await expect(places.getByRole('row')).toHaveCount(8);
  await notices(window).getByRole('button', { name: 'Undo' }).click();
  await expect(places.getByRole('row')).toHaveCount(9);

  await window.getByText('Objects', { exact: true }).click();
  await expect(window.getByRole('grid', { name: 'Objects' }).getByRole('row')).toHaveCount(2);
  await window.getByRole('textbox', { name: 'New object' }).fill('Telegram of 3 March');
  await window.keyboard.press('Enter');
  await expect(nameOf(window)).toHaveValue('Telegram of 3 March');
  await expect(window.getByText('No passage mentions it yet.', { exact: false })).toBeVisible();
  await expectNoBarriers(window);
});
