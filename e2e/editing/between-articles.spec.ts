/** Words are cut from one article and pasted into another, and dragged within it by the mouse: passages go with them. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { chooseMenu, expectNoBarriers, importByMenu } from '../notebook-steps';
import { articleText, openArticle } from '../reading';
import { caretBefore, correct, editedText, selectWords, shownPassages } from './editing';
import { passages, prepare, read, standing, title } from './prepared-notebook';

/** Before the other in the library, which is where its passages are asked for. */
const account = 'An account of the night';
const sentence = 'Two dockworkers on their way home from the late shift were among the dead. ';

/** Where some words begin and end on the page. */
async function boxOf(page: Page, words: string): Promise<{ left: number; right: number; y: number }> {
  return editedText(page).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { left, right, top, height } = range.getBoundingClientRect();
      return { left, right, y: top + height / 2 };
    }
    throw new Error(`not in the text: ${wanted}`);
  }, words);
}

test('words that are cut and pasted into another article, and dragged there, keep their passage', async ({
  application,
  folder,
}) => {
  const { app, window } = application;
  await prepare(application, folder);
  const source = join(folder, 'account.txt');
  await writeFile(
    source,
    `${account}\n\nThe mayor gave her own account of it.\n\nNobody else would speak.\n`,
  );
  await importByMenu(application, [source]);
  await expect(window.getByRole('row', { name: account })).toBeVisible({ timeout: 30_000 });

  await read(window);
  await correct(window);
  await selectWords(window, sentence);
  await window.keyboard.press('Control+X');
  await expect(window.getByText('1 passage has lost its words')).toBeVisible();

  await chooseMenu(app, 'library');
  await openArticle(window, account);
  await correct(window);
  await caretBefore(window, 'Nobody else');
  await window.keyboard.press('Control+V');
  await expect.poll(() => shownPassages(window)).toEqual(['Two dockworkers']);

  // Left and taken up again: the draft has it.
  await chooseMenu(app, 'library');
  await openArticle(window, account);
  await window.getByRole('button', { name: 'Go on with it' }).click();
  await expect.poll(() => shownPassages(window)).toEqual(['Two dockworkers']);

  await selectWords(window, 'Two dockworkers on their way home');
  const from = await boxOf(window, 'dockworkers');
  const into = await boxOf(window, 'The mayor gave');
  await window.mouse.move((from.left + from.right) / 2, from.y);
  await window.mouse.down();
  await window.mouse.move(into.left + 20, into.y + 2, { steps: 5 });
  await window.mouse.move(into.left + 1, into.y, { steps: 5 });
  await window.mouse.up();
  await expect(editedText(window)).toContainText('Two dockworkers on their way homeThe mayor gave');
  expect(await shownPassages(window)).toEqual(['Two dockworkers']);
  await expectNoBarriers(window);

  await window.keyboard.press('Control+S');
  await expect(articleText(window)).toBeVisible();
  expect(await standing(window)).toEqual([
    { words: 'Two dockworkers', state: 'exact', there: 'Two dockworkers' },
  ]);

  await chooseMenu(app, 'library');
  await openArticle(window, title);
  await window.getByRole('button', { name: 'Go on with it' }).click();
  expect(await shownPassages(window)).toEqual(passages.filter((words) => words !== 'Two dockworkers'));
  await expect(window.getByText('has lost its words')).toHaveCount(0);
});
