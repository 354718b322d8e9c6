/** A note is written with citations; they lead to what they cite, which shows the note; what is gone looks so. */
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { chooseMenu, expectNoBarriers } from '../notebook-steps';
import { articleText, passageCards } from '../reading';
import { editedText } from './editing';
import { annotate, prepare, read } from './prepared-notebook';

const cite = (window: Page) => window.getByRole('listbox', { name: 'Cite' });

test('a note cites an actor, an event and a passage, by the keyboard alone', async ({
  application,
  folder,
}) => {
  const { app, window } = application;
  await prepare(application, folder);
  await annotate(window, 'the mayor of Ostrel', {
    entities: [{ kind: 'actor', actorKind: 'person', name: 'Mira Tolvane' }],
  });
  await annotate(window, 'came under fire', {
    events: [{ title: 'Shooting at the crossing', typeId: null, date: null, placeId: null }],
  });
  await chooseMenu(app, 'notes');
  await expect(window.getByText('No notes yet')).toBeVisible();
  await expectNoBarriers(window);
  await window.keyboard.press('Control+N');
  await expect(window.getByRole('textbox', { name: 'Title of the note' })).toBeFocused();
  await window.keyboard.type('How many died?');
  await window.keyboard.press('Enter');
  await expect(editedText(window)).toBeFocused();

  await window.keyboard.type('Seven, says @Tolv');
  await expect(cite(window).getByRole('option')).toHaveText([/Mira Tolvane/]);
  await expectNoBarriers(window);
  await window.keyboard.press('Enter');
  await window.keyboard.type('of the @shoot');
  await expect(cite(window).getByRole('option').first()).toContainText('Shooting at the crossing');
  await window.keyboard.press('Tab');
  await window.keyboard.type('in @killed');
  await expect(cite(window).getByRole('option', { name: /Passage.*Seven people were killed/ })).toBeVisible();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowUp');
  await window.keyboard.press('Enter');
  await window.keyboard.type('and not @ noon, says a@b.example.');
  await expect(cite(window)).toHaveCount(0);
  await expect(editedText(window)).toHaveText(
    'Seven, says Mira Tolvane of the Shooting at the crossing in “Seven people were killed” and not @ noon, says a@b.example.',
  );

  await chooseMenu(app, 'notes');
  await expect(window.getByText('How many died?')).toBeVisible();
  await expect(window.getByText('3 citations')).toBeVisible();
  await chooseMenu(app, 'actors');
  await window.getByRole('row').filter({ hasText: 'Mira Tolvane' }).dblclick();
  await expect(window.getByRole('region', { name: 'Cited in notes' })).toContainText('How many died?');
  await window.getByRole('button', { name: 'How many died?' }).click();

  await editedText(window).getByText('“Seven people were killed”').click();
  await expect(articleText(window)).toBeVisible();
  const card = passageCards(window).filter({ hasText: 'Seven people were killed' });
  await expect(card).toContainText(/Cited in a note:\s*How many died\?/);
  await card.getByRole('button', { name: 'How many died?' }).click();
  await expect(editedText(window)).toContainText('Seven, says');
});

test('what is gone looks so, and a note without a title has a name', async ({ application, folder }) => {
  const { app, window } = application;
  await prepare(application, folder);
  await chooseMenu(app, 'new-note');
  await expect(window.getByRole('textbox', { name: 'Title of the note' })).toBeFocused();
  await window.keyboard.press('Enter');
  await window.keyboard.type('See @killed');
  await expect(cite(window).getByRole('option', { name: /Passage/ })).toBeVisible();
  await window.keyboard.press('Enter');
  const citation = editedText(window).getByText('“Seven people were killed”');
  await expect(citation).toBeVisible();
  await expect(citation).not.toHaveAttribute('data-gone');
  await chooseMenu(app, 'notes');
  await expect(window.getByText('Untitled note')).toBeVisible();

  await chooseMenu(app, 'library');
  await read(window);
  await passageCards(window).filter({ hasText: 'Seven people' }).getByRole('button').first().click();
  await window.keyboard.press('Delete');
  await expect(window.getByText('Passage deleted')).toBeVisible();
  await chooseMenu(app, 'notes');
  await window.getByText('Untitled note').dblclick();
  await expect(citation).toHaveAttribute('data-gone');
  await window.getByRole('button', { name: /^Undo: / }).click();
  await expect(citation).not.toHaveAttribute('data-gone');
});

test('undoing a saved note brings its words back into the open text', async ({ application, folder }) => {
  const { app, window } = application;
  await prepare(application, folder);
  await chooseMenu(app, 'new-note');
  await expect(window.getByRole('textbox', { name: 'Title of the note' })).toBeFocused();
  await window.keyboard.type('Draft');
  await window.keyboard.press('Enter');
  await window.keyboard.type('First thought.');
  await window.keyboard.press('Control+S');
  await window.keyboard.type(' Second thought.');
  await window.keyboard.press('Control+S');
  await chooseMenu(app, 'notes');
  await window.getByText('Draft', { exact: true }).dblclick();
  await expect(editedText(window)).toHaveText('First thought. Second thought.');
  await window.getByRole('button', { name: /^Undo: / }).click();
  await expect(editedText(window)).toHaveText('First thought.');
  await window.getByRole('button', { name: /^Redo: / }).click();
  await expect(editedText(window)).toHaveText('First thought. Second thought.');

  await window.getByRole('button', { name: 'Export' }).click();
  await expect(window.getByRole('dialog', { name: 'Export' })).toContainText('Draft');
});
