/** The program is quit as one does, right after typing; opened again, all is there. */
import { join } from 'node:path';
import { expect, test } from '../fixtures';
import { chooseMenu, openNotebook } from '../notebook-steps';
import { articleText, markedWords, passageCards } from '../reading';
import { caretAfter, correct, editedText, shownPassages } from './editing';
import { annotate, passages, prepare, read } from './prepared-notebook';

test('article, passages, links and notes are there again', async ({ launch, folder }) => {
  const first = await launch();
  await prepare(first, folder);
  await annotate(first.window, 'the mayor of Ostrel', {
    entities: [{ kind: 'actor', actorKind: 'person', name: 'Mira Tolvane' }],
    tags: [{ name: 'Source' }],
    comment: 'Said it at the harbour hospital.',
  });
  await chooseMenu(first.app, 'new-note');
  await expect(first.window.getByRole('textbox', { name: 'Title of the note' })).toBeFocused();
  await first.window.keyboard.type('How many died?');
  await first.window.keyboard.press('Enter');
  await first.window.keyboard.type('Written in the last moment.');
  await first.app.close();

  const { app, window } = await launch({ args: [join(folder, 'Kessa.casebook')] });
  await read(window);
  expect(await markedWords(window)).toEqual([...passages]);
  const card = passageCards(window).filter({ hasText: 'the mayor of Ostrel' });
  await expect(card).toContainText('Mira Tolvane');
  await expect(card).toContainText('Source');
  await expect(card).toContainText('Said it at the harbour hospital.');
  await chooseMenu(app, 'notes');
  await window.getByText('How many died?').dblclick();
  await expect(editedText(window)).toHaveText('Written in the last moment.');
});

test('a correction typed in the last moment waits to be gone on with', async ({
  launch,
  application,
  folder,
}) => {
  const first = await launch();
  await prepare(first, folder);
  await read(first.window);
  await correct(first.window);
  await caretAfter(first.window, 'on Monday');
  await first.window.keyboard.type(' morning');
  await first.app.close();

  const { window } = application;
  await openNotebook(application, join(folder, 'Kessa.casebook'));
  await read(window);
  await expect(articleText(window)).not.toContainText('Monday morning');
  await window.getByRole('button', { name: 'Go on with it' }).click();
  await expect(editedText(window)).toContainText('on Monday morning.');
  expect(await shownPassages(window)).toEqual([...passages]);
});
