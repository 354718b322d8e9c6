/** Events: made, dated by words, given a type, a place and participants with their words; then seen in order of time. */
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { expectNoBarriers } from '../notebook-steps';
import { articleText } from '../reading';
import { goTo, openFromList, openSample, passagesOf, side } from './sample-notebook';

const titleOf = (window: Page) => window.getByRole('textbox', { name: 'Title', exact: true });

test('an event is made with a date in words, moved to another day, and put in a place', async ({
  application,
  folder,
}) => {
  const { window } = await openSample(application, folder);
  await goTo(window, 'Events');
  await window.getByRole('button', { name: 'New event' }).click();
  await expectNoBarriers(window);
  await window.keyboard.type('Inquiry opened');
  await window.getByRole('textbox', { name: 'Date' }).fill('when the ferry sails');
  await expect(window.getByText('This is not understood as a date.')).toBeVisible();
  await window.getByRole('textbox', { name: 'Date' }).fill('15 March 2024');
  await expect(window.getByText('15 March 2024 · 2024-03-15')).toBeVisible();
  await window.keyboard.press('Enter');

  await expect(titleOf(window)).toHaveValue('Inquiry opened');
  await expect(side(window, 'When')).toContainText('15 March 2024');
  await expect(side(window, 'When')).toContainText('from “15 March 2024” · 2024-03-15');
  await side(window, 'When').getByRole('button', { name: 'Change the account of no source' }).click();
  await expect(window.getByRole('textbox', { name: 'Date' })).toBeFocused();
  await window.getByRole('textbox', { name: 'Date' }).fill('2024-03~/2024-05');
  await window.keyboard.press('Enter');
  await expect(side(window, 'When')).toContainText('about March 2024 to May 2024');

  await window.getByRole('button', { name: 'Add an account: Where' }).click();
  await expect(window.getByRole('combobox', { name: 'Place' })).toBeFocused();
  await window.keyboard.type('Halm');
  await expect(window.getByRole('option', { name: 'Create “Halm”' })).toBeVisible();
  await window.keyboard.press('Enter');
  await window.keyboard.press('Control+Enter');
  await expect(side(window, 'Where').getByRole('button', { name: 'Halm', exact: true })).toBeVisible();
  await expect(side(window, 'Where')).toContainText('No source: your own entry');
  await titleOf(window).fill('Inquiry opened in Halm');
  await window.keyboard.press('Enter');
  await expect(window.getByText('No evidence yet.', { exact: false })).toBeVisible();
  await expectNoBarriers(window);

  await side(window, 'Where').getByRole('button', { name: 'Halm', exact: true }).click();
  await expect(side(window, 'Events here')).toContainText('Inquiry opened in Halm');
});

test('“the day before” counts from the article of the evidence', async ({ application, folder }) => {
  const { window } = await openSample(application, folder);
  await openFromList(window, 'Events', 'Ferry sails again');
  await window.getByRole('button', { name: 'Add an account: When' }).click();
  await window.getByRole('textbox', { name: 'Date' }).fill('yesterday');
  await expect(window.getByText('19 March 2024 · 2024-03-19')).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(side(window, 'When')).toContainText('1 March 2024');
  await expect(side(window, 'When')).toContainText('from “that evening”');
});

test('participants have a role and the words that say so', async ({ application, folder }) => {
  const { window } = await openSample(application, folder);
  await openFromList(window, 'Events', 'Shooting at the Kessa crossing');
  const who = side(window, 'Who took part');
  await expect(who.locator('[data-account]')).toHaveCount(4);
  await expect(passagesOf(window, 'Evidence')).toHaveCount(13);
  await window.getByRole('button', { name: 'Add an account: Who took part' }).click();
  const form = window.getByRole('form', { name: 'Add an account: Who took part' });
  const actor = form.getByRole('combobox', { name: 'Actor' });
  await actor.click();
  await expect(actor).toBeFocused();
  await actor.fill('Руск');
  await expect(window.getByRole('option', { name: /Anneke Rusk/ })).toBeVisible();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await form.getByRole('combobox', { name: 'Role' }).fill('witness');
  await form.getByRole('checkbox', { name: /We lay on the deck/ }).check();
  await expectNoBarriers(window);
  await window.keyboard.press('Control+Enter');
  await expect(form).toHaveCount(0);
  await expect(who.locator('[data-account]')).toHaveCount(5);
  const witness = who.locator('[data-fact="participant witness"]');
  await expect(witness).toContainText('Anneke Rusk');

  await witness.getByRole('button', { name: /^Change the account of/ }).click();
  const changing = window.getByRole('form', { name: 'Change an account: Who took part' });
  await changing.getByRole('checkbox', { name: /We lay on the deck/ }).uncheck();
  await changing.getByRole('checkbox', { name: /Учителька Аннеке Руск/ }).check();
  await changing.getByRole('button', { name: 'Save' }).click();
  await witness.getByRole('button', { name: /Учителька Аннеке Руск/ }).click();
  await expect(articleText(window)).toContainText('Учителька Аннеке Руск');
  await window.keyboard.press('Alt+ArrowLeft');

  await witness.getByRole('button', { name: /^More about the account of/ }).click();
  await window.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(who.locator('[data-account]')).toHaveCount(4);
  await window.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click();
  await expect(who.locator('[data-account]')).toHaveCount(5);
  await expect(passagesOf(window, 'Evidence')).toHaveCount(13);
});

/** The titles on the timeline, from top to bottom. */
const titles = (window: Page) =>
  window
    .getByRole('option')
    .evaluateAll((rows) => rows.map((row) => row.querySelector('.font-medium')?.textContent));

test('the timeline is in order, as sure as its dates, and narrowed by actor, place and type', async ({
  application,
  folder,
}) => {
  const { window } = await openSample(application, folder);
  await goTo(window, 'Events');
  await window.getByRole('button', { name: 'New event' }).click();
  await window.keyboard.type('Bridge to be opened');
  await window.getByRole('textbox', { name: 'Date' }).fill('2190-05');
  await window.keyboard.press('Enter');
  await expect(titleOf(window)).toHaveValue('Bridge to be opened');
  await goTo(window, 'Timeline');
  await expect(window.getByRole('status').filter({ hasText: '13 events' })).toBeVisible();
  await window.getByText('List', { exact: true }).click();
  const order = await titles(window);
  expect(order.slice(0, 3)).toEqual([
    'Gullhead Accord signed',
    'Dock strike begins in Ostrel',
    'Three dockworkers arrested at the grain stores',
  ]);
  expect(order.slice(-2)).toEqual(['Bridge to be opened', 'Rifles brought on board the Halcyon']);
  await expect(window.getByRole('option', { name: /Gullhead Accord/ })).toContainText(
    '12 January 2024, uncertain',
  );
  await expect(window.getByRole('option', { name: /Bridge to be opened/ })).toContainText('planned');
  await expect(window.getByRole('option', { name: /Rifles brought/ })).toContainText('Undated');
  await expectNoBarriers(window);

  await window.getByRole('button', { name: 'With the actor: All actors' }).click();
  await window.keyboard.type('Solle');
  await expect(window.getByRole('option', { name: /Hadrin Solle/ }).first()).toBeVisible();
  await window.keyboard.press('Enter');
  const solle = ['Solle calls the shooting an act of war', 'Talks at Marrow Point'];
  await expect.poll(() => titles(window)).toEqual(solle);
  await window.getByRole('button', { name: /Type of event/ }).click();
  await window.getByRole('option', { name: 'Meeting', exact: true }).click();
  await expect.poll(() => titles(window)).toEqual(['Talks at Marrow Point']);
  await window.getByRole('button', { name: 'Show all actors' }).click();
  await window.getByRole('button', { name: /Type of event/ }).click();
  await window.getByRole('option', { name: 'Every type' }).click();
  await expect(window.getByRole('option')).toHaveCount(13);

  const list = window.getByRole('listbox', { name: 'Events in order of time' });
  await list.focus();
  await window.keyboard.press('Home');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(titleOf(window)).toHaveValue('Dock strike begins in Ostrel');
});
