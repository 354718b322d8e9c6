/** A researcher corrects an article's text with its passages in place: typed, deleted, moved, formatted, pasted, saved. */
import { expect, test } from '../fixtures';
import { chooseMenu, expectNoBarriers } from '../notebook-steps';
import { articleText, dragOver, openArticle } from '../reading';
import {
  caretAfter,
  caretBefore,
  correct,
  editedText,
  pasteHtml,
  selectWords,
  shownPassages,
} from './editing';
import { passages, prepare, read, standing, title } from './prepared-notebook';

test('passages stay on their words, and one whose words are gone is listed', async ({
  application,
  folder,
}) => {
  const { window } = application;
  await prepare(application, folder);
  await read(window);
  await correct(window);
  expect(await shownPassages(window)).toEqual([...passages]);
  await expect(window.getByRole('button', { name: 'Save as new revision' })).toBeDisabled();

  await caretAfter(window, 'the ferry Halcyon');
  await window.keyboard.type(' of Ostrel');
  await caretBefore(window, 'Seven people');
  await window.keyboard.type('About ');
  await selectWords(window, 'killed');
  await window.keyboard.type('shot dead');
  await caretAfter(window, 'Two dockworkers');
  for (let times = 0; times < 3; times++) await window.keyboard.press('Backspace');
  await window.keyboard.type('ers here');
  expect(await shownPassages(window)).toEqual([
    'Seven people were shot dead',
    'the ferry Halcyon',
    'the mayor of Ostrel',
    'Two dockworkers',
    'denies that it fired first',
  ]);
  await selectWords(window, 'the mayor of Ostrel');
  await window.keyboard.press('Delete');
  await expect(window.getByText('1 passage has lost its words')).toBeVisible();
  await expectNoBarriers(window);

  await window.getByRole('textbox', { name: 'Reason for the correction' }).fill('The Gazette corrected it');
  await window.getByRole('button', { name: 'Save as new revision' }).click();
  const review = window.getByRole('region', { name: 'Passages to look at' });
  await expect(review).toContainText('the mayor of Ostrel');
  await expect(review).toContainText('These words are no longer in the text.');
  expect(await standing(window)).toEqual([
    { words: passages[0], state: 'changed', there: 'Seven people were shot dead' },
    { words: passages[1], state: 'exact', there: passages[1] },
    { words: passages[3], state: 'exact', there: passages[3] },
    { words: passages[4], state: 'exact', there: passages[4] },
    { words: passages[2], state: 'orphan', there: '' },
  ]);

  await dragOver(window, 'on Monday');
  await review
    .getByRole('listitem')
    .filter({ hasText: 'no longer in the text' })
    .getByRole('button', { name: /^Attach/ })
    .click();
  await expect.poll(async () => (await standing(window)).map(({ there }) => there)).toContain('on Monday');

  await window.getByRole('button', { name: 'Revision 2' }).click();
  await window.getByRole('menuitem', { name: /^1 · / }).click();
  await expect(articleText(window)).toContainText('Seven people were killed when the ferry Halcyon came');
  await expect(window.getByText('as it was')).toBeVisible();
});

test('a paragraph that is cut and pasted takes its passages along, through undo and redo', async ({
  application,
  folder,
}) => {
  const { window } = application;
  await prepare(application, folder);
  await read(window);
  await correct(window);
  await selectWords(window, 'Two dockworkers on their way home from the late shift were among the dead. ');
  await window.keyboard.press('Control+X');
  await expect(editedText(window)).not.toContainText('Two dockworkers');
  await caretBefore(window, 'Seven people');
  await window.keyboard.press('Control+V');
  const moved = ['Two dockworkers', ...passages.filter((words) => words !== 'Two dockworkers')];
  await expect.poll(() => shownPassages(window)).toEqual(moved);
  await window.keyboard.press('Control+V');
  await expect(editedText(window)).toContainText(/Two dockworkers.*Two dockworkers/);
  expect(await shownPassages(window)).toEqual(moved);

  for (let times = 0; times < 3; times++) await window.keyboard.press('Control+Z');
  await expect.poll(() => shownPassages(window)).toEqual([...passages]);
  for (let times = 0; times < 2; times++) await window.keyboard.press('Control+Shift+Z');
  await expect.poll(() => shownPassages(window)).toEqual(moved);
  await window.keyboard.press('Control+S');
  await expect(articleText(window)).toBeVisible();
  const stands = await standing(window);
  expect(stands.map(({ words, there }) => words === there)).toEqual(passages.map(() => true));
});

test('headings, lists, tables and links are made by hand and come in by paste, cleaned', async ({
  application,
  folder,
}) => {
  const { window } = application;
  await prepare(application, folder);
  await read(window);
  await correct(window);
  const tools = window.getByRole('toolbar', { name: 'Formatting' });
  await caretAfter(window, 'denies that it fired first.');
  await window.keyboard.press('Enter');
  await tools.getByRole('button', { name: /Kind of block/ }).click();
  await window.getByRole('option', { name: 'Bulleted list' }).click();
  await expect(editedText(window)).toBeFocused();
  await window.keyboard.type('one');
  await window.keyboard.press('Enter');
  await window.keyboard.press('Tab');
  await window.keyboard.type('nested');
  await window.keyboard.press('Enter');
  await window.keyboard.press('Shift+Tab');
  await window.keyboard.press('Enter');

  await tools.getByRole('button', { name: 'Table' }).click();
  await window.getByRole('menuitem', { name: 'Insert table' }).click();
  await expect(editedText(window)).toBeFocused();
  await window.keyboard.type('Dead');
  await window.keyboard.press('Tab');
  await window.keyboard.type('Seven');
  await tools.getByRole('button', { name: 'Table' }).click();
  await window.getByRole('menuitem', { name: 'Row below' }).click();
  await expect(editedText(window).getByRole('row')).toHaveCount(4);

  await selectWords(window, 'since January');
  await tools.getByRole('button', { name: 'Link', exact: true }).click();
  const dialog = window.getByRole('dialog', { name: 'Link' });
  await dialog.getByRole('textbox', { name: 'Address' }).fill('javascript:alert(1)');
  await expect(dialog.getByRole('button', { name: 'Link' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Address' }).fill('https://ostrel.example/guard');
  await dialog.getByRole('button', { name: 'Link' }).click();
  await expect(editedText(window).getByRole('link', { name: 'since January' })).toBeVisible();

  await caretAfter(window, 'who gave the order to fire.');
  await pasteHtml(
    window,
    '<h2 onclick="done()">From the web</h2><p>Some <b>bold</b> <a href="javascript:done()">words</a><script>done()</script>' +
      '<img src="https://outside.example/a.png" onerror="done()"></p><ol><li>first</li></ol>',
  );
  // What cleans it is started with the first paste of a session.
  await expect(editedText(window).getByRole('heading', { name: 'From the web' })).toBeVisible({
    timeout: 30_000,
  });
  await expect(editedText(window).locator('img, script, [onclick]')).toHaveCount(0);
  await expect(editedText(window).getByRole('link', { name: 'words' })).toHaveCount(0);
  expect(await shownPassages(window)).toEqual([...passages]);

  await window.keyboard.press('Control+S');
  await expect(articleText(window).getByRole('table')).toContainText('Seven');
  await expect(articleText(window).getByRole('heading', { name: 'From the web' })).toBeVisible();
  expect((await standing(window)).map(({ there }) => there)).toEqual([...passages]);
});

test('what was typed waits when one leaves, and is given up only on purpose', async ({
  application,
  folder,
}) => {
  const { app, window } = application;
  await prepare(application, folder);
  await read(window);
  await correct(window);
  await caretAfter(window, 'on Monday');
  await window.keyboard.type(' morning');
  await chooseMenu(app, 'library');
  await openArticle(window, title);
  await expect(articleText(window)).not.toContainText('Monday morning');
  await window.getByRole('button', { name: 'Go on with it' }).click();
  await expect(editedText(window)).toContainText('Monday morning');
  expect(await shownPassages(window)).toEqual([...passages]);

  await window.getByRole('button', { name: 'Discard…' }).click();
  await window
    .getByRole('alertdialog', { name: 'Discard your changes?' })
    .getByRole('button', { name: 'Discard' })
    .click();
  await expect(articleText(window)).toBeVisible();
  await expect(window.getByRole('button', { name: 'Go on with it' })).toHaveCount(0);
  await expect(window.getByRole('button', { name: 'Revision 1' })).toBeVisible();
});

test('an article of one’s own is written without being asked why', async ({ application, folder }) => {
  const { app, window } = application;
  await prepare(application, folder);
  await chooseMenu(app, 'new-article');
  await window.getByRole('button', { name: 'Write', exact: true }).last().click();
  await expect(editedText(window)).toBeFocused();
  await window.keyboard.type('What I make of it: nobody knows.');
  await expect(window.getByRole('textbox', { name: 'Reason for the correction' })).toHaveCount(0);
  await expectNoBarriers(window);
  await window.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(articleText(window)).toContainText('What I make of it');
});
