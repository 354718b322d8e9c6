/** Accounts of an event: contested, preferred, taken back, by mouse and by keyboard; then all of it is there after a restart. */
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { expectNoBarriers, openNotebook } from '../notebook-steps';
import { articleText } from '../reading';
import { goTo, openFromList, openSample, side } from './sample-notebook';

const addButton = (window: Page, fact: string) =>
  window.getByRole('button', { name: `Add an account: ${fact}` });
const form = (window: Page, fact: string) => window.getByRole('form', { name: `Add an account: ${fact}` });

/** The claimant, chosen by keyboard in the list of what it can be. */
async function chooseSource(window: Page, label: string): Promise<void> {
  await window.getByRole('button', { name: /Who says so/ }).press('Enter');
  await window.getByRole('option', { name: label }).press('Enter');
}

async function contest(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'How many', exact: true }).click();
  const adding = form(window, 'How many');
  await expect(adding.getByRole('textbox', { name: 'How many' })).toBeFocused();
  await window.keyboard.type('some');
  await expect(adding.getByText('This is not understood as a number.')).toBeVisible();
  await adding.getByRole('textbox', { name: 'How many' }).fill('7');
  await adding.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(adding.getByRole('alert')).toHaveText('Say what is counted.');
  await adding.getByRole('combobox', { name: 'What is counted' }).fill('dead');
  await adding.getByRole('checkbox', { name: /Seven people were killed/ }).check();
  await expect(adding.getByRole('button', { name: /The article itself/ })).toBeVisible();
  await window.keyboard.press('Control+Enter');
  await expect(side(window, 'How many')).toContainText('Seven dead as ferry comes under fire');
  await expect(side(window, 'How many').getByText('Contested')).toHaveCount(0);
}

/** A second account by keyboard alone: left by Escape half-way, found again, finished. */
async function contradict(window: Page): Promise<void> {
  await addButton(window, 'How many').press('Enter');
  await window.keyboard.type('at least 11');
  await window.keyboard.press('Tab');
  await window.keyboard.type('dead');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('option')).toHaveCount(0);
  if (await form(window, 'How many').isVisible()) await window.keyboard.press('Escape');
  await expect(form(window, 'How many')).toHaveCount(0);
  await expect(addButton(window, 'How many')).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(form(window, 'How many').getByRole('textbox', { name: 'How many' })).toHaveValue(
    'at least 11',
  );
  await chooseSource(window, 'Actors');
  const speaker = window.getByRole('combobox', { name: 'Speaker' });
  // As fast as hands can be: the keys are for what is found, though it is not there yet.
  await speaker.fill('Undas');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(form(window, 'How many').getByText('Jarek Undas')).toBeVisible();
  await expectNoBarriers(window);
  await window.keyboard.press('Control+Enter');
  await expect(form(window, 'How many')).toHaveCount(0);
}

/** A conflict is on the list of what is to do, is decided where that leads, and is gone from it. */
async function settleFromToDo(window: Page): Promise<void> {
  await goTo(window, 'To do');
  await window.getByRole('button', { name: /^Conflicts undecided/ }).click();
  const conflicts = window.getByRole('listbox', { name: 'Conflicts undecided' });
  await expect(conflicts.getByRole('option')).toHaveText([/Shooting at the Kessa crossing.*1 fact/]);
  await conflicts.focus();
  await window.keyboard.press('Enter');
  await side(window, 'How many').getByRole('button', { name: 'Prefer…' }).first().click();
  await window.keyboard.type('Two hospitals counted them');
  await window.keyboard.press('Enter');
  await expect(side(window, 'How many').getByText('Decided: 7')).toBeVisible();
  await window.keyboard.press('Alt+ArrowLeft');
  await expect(window.getByRole('heading', { name: 'Nothing to do here' })).toBeVisible();
}

test('what is said of an event is kept side by side, decided with a reason, and leads to its words', async ({
  launch,
  application,
  folder,
}) => {
  test.setTimeout(120_000);
  const { window, app, path } = await openSample(await launch(), folder);
  await openFromList(window, 'Events', 'Shooting at the Kessa crossing');
  await contest(window);
  await contradict(window);
  const dead = side(window, 'How many');
  const inShort = window.getByRole('note', { name: 'In short' });
  await expect(dead.getByText('Contested: 2 values')).toBeVisible();
  await expect(dead.getByText('No words yet')).toBeVisible();
  await expect(inShort).toContainText('contested: 1 fact open');

  await dead.getByRole('button', { name: 'Prefer…' }).first().click();
  await window.keyboard.press('Enter');
  await expect(dead.getByText('Say why in a few words.')).toBeVisible();
  await window.keyboard.type('Two hospitals counted them');
  await window.keyboard.press('Enter');
  await expect(dead.getByText('Decided: 7')).toBeVisible();
  await expect(dead.getByText('Preferred: Two hospitals counted them')).toBeVisible();
  await expect(dead).toContainText('at least 11');
  await expect(inShort).not.toContainText('contested');
  await window.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click();
  await expect(dead.getByText('Contested: 2 values')).toBeVisible();
  await expectNoBarriers(window);

  await window.getByText('By speaker', { exact: true }).click();
  const table = window.getByRole('table', { name: 'What each source says' });
  await expect(table.getByRole('columnheader', { name: 'Jarek Undas' })).toBeVisible();
  await expect(table.getByRole('row', { name: /How many: dead/ })).toContainText('at least 11');
  const tookPart = table.getByRole('row', { name: /participant/ }).getByRole('button');
  await tookPart.first().focus();
  await window.keyboard.press('ArrowDown');
  await expect(tookPart.nth(1)).toBeFocused();
  await window.keyboard.press('ArrowUp');
  await expect(tookPart.first()).toBeFocused();
  await expectNoBarriers(window);
  await window.getByText('By fact', { exact: true }).click();
  await dead.getByRole('button', { name: /Seven people were killed/ }).click();
  await expect(articleText(window)).toContainText('Seven people were killed');
  await window.keyboard.press('Alt+ArrowLeft');

  await app.close();
  await openNotebook(application, path);
  const { window: again } = application;
  await goTo(again, 'Events');
  await expect(again.getByRole('row').filter({ hasText: 'Shooting at the Kessa crossing' })).toContainText(
    '1 fact contested',
  );
  await again.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
  await settleFromToDo(again);
  await openFromList(again, 'Events', 'Shooting at the Kessa crossing');
  await side(again, 'How many')
    .getByRole('button', { name: 'More about the account of Jarek Undas' })
    .click();
  await again.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(side(again, 'How many').getByText('Jarek Undas')).toHaveCount(0);
  await expect(side(again, 'How many')).toContainText('Seven dead as ferry comes under fire');
  await expectNoBarriers(again);
});

test('events stand to each other in plain words, read from both ends', async ({ application, folder }) => {
  const { window } = await openSample(application, folder);
  await openFromList(window, 'Events', 'Shooting at the Kessa crossing');
  const related = side(window, 'Related events');
  await related.getByRole('button', { name: 'Add', exact: true }).click();
  await related.getByRole('button', { name: /This event is, or does/ }).click();
  await window.getByRole('option', { name: 'Caused by' }).click();
  await related.getByRole('combobox', { name: 'The other event' }).fill('Harbour');
  await expect(window.getByRole('option', { name: /Harbour of Ostrel closed/ })).toBeVisible();
  await window.keyboard.press('Enter');
  await related.getByRole('textbox', { name: 'Comment' }).fill('So the Herald says');
  await expectNoBarriers(window);
  await window.keyboard.press('Enter');
  await expect(related.getByRole('list', { name: 'Caused by' })).toContainText('So the Herald says');
  await related.getByRole('button', { name: 'Harbour of Ostrel closed', exact: true }).click();
  await expect(related.getByRole('list', { name: 'Causes' })).toContainText('Shooting at the Kessa crossing');
  await related.getByRole('button', { name: 'Take Shooting at the Kessa crossing off' }).click();
  await expect(related).toContainText('None yet.');
  await window.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click();
  await expect(related.getByRole('list', { name: 'Causes' })).toBeVisible();
});
