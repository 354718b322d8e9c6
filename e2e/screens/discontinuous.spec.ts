/** Passages in several parts: made by mouse and by keyboard, met elsewhere, changed part by part, and kept through a correction. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { caretAfter, correct, selectWords } from '../editing/editing';
import { expect, test } from '../fixtures';
import { expectNoBarriers, importByMenu, makeNotebook } from '../notebook-steps';
import { articleText, clickOn, dragOver, markedWords, openArticle, passageCards } from '../reading';
import { askCommandLine } from './sample-notebook';

const bar = (window: Page) => window.getByRole('group', { name: 'Parts of a passage' });
const ends = (window: Page) => window.getByRole('group', { name: 'Ends of the passage' });
const review = (window: Page) => window.getByRole('region', { name: 'Passages to look at' });
const partsOf = (window: Page) => window.getByRole('list', { name: 'Parts' }).getByRole('listitem');
const isMarked = (window: Page, ...words: string[]) => expect.poll(() => markedWords(window)).toEqual(words);

async function press(window: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await window.keyboard.press(key);
}

/** With Control held, a second stretch is collected beside the first. */
async function makeByMouse(window: Page): Promise<void> {
  await dragOver(window, 'Ordan Union');
  await window.keyboard.down('Control');
  await dragOver(window, 'Gullhead Accord');
  await window.keyboard.up('Control');
  await expect(bar(window)).toContainText('2 parts: Ordan Union … Gullhead Accord');
  await expectNoBarriers(window);
  await press(window, 'a');
  await window.getByRole('combobox').first().fill('The signers');
  await press(window, 'Enter');
  await isMarked(window, 'Ordan UnionGullhead Accord');
  await expect(window.locator('.passage-joint')).toHaveCount(1);
  await expectNoBarriers(window);
}

/** On the actor's page, and by words of each part; no phrase reaches over what is between them. */
async function meetElsewhere(window: Page): Promise<void> {
  const card = passageCards(window).filter({ hasText: 'Ordan Union … Gullhead Accord' });
  await card.getByRole('button', { name: 'The signers', exact: true }).click();
  await expect(window.getByText('Ordan Union … Gullhead Accord')).toBeVisible();
  const hits = window.getByRole('list', { name: 'Hits' }).getByRole('listitem');
  const passage = hits.filter({ hasText: 'Ordan Union … Gullhead Accord' });
  const ask = async (query: string) => {
    await press(window, 'Control+k');
    await window.getByRole('searchbox', { name: 'Search the notebook' }).fill(query);
    await press(window, 'Enter');
  };
  await ask('"union gullhead"');
  await expect(window.getByRole('status').filter({ hasText: /nothing|no hits|^0 /i })).toBeVisible();
  await ask('ordan -velmarian');
  await expect(passage.locator('mark')).toHaveText('Ordan');
  await ask('gullhead');
  await expect(passage.locator('mark')).toHaveText('Gullhead');
  await passage.getByRole('button').first().click();
  await expect(articleText(window)).toBeVisible();
}

/** One of them off and back; ends by Tab; steps and further words by key. */
async function changeByKeys(window: Page): Promise<void> {
  await clickOn(window, 'Ordan Union');
  await window.getByRole('button', { name: 'Remove this part: Gullhead Accord' }).click();
  await isMarked(window, 'Ordan Union');
  await articleText(window).focus();
  await press(window, 'Control+Z');
  await isMarked(window, 'Ordan UnionGullhead Accord');

  await press(window, 'm', 'Tab', 'Delete');
  await expect(window.locator('.end-handle')).toHaveCount(2);
  await press(window, 'Escape', 'm', 'Tab', 'Shift+ArrowRight');
  await expect(ends(window)).toBeVisible();
  await expectNoBarriers(window);
  await press(window, 'Enter');
  await isMarked(window, 'Ordan UnionAccord');
  await press(window, 'Control+Z');
  await isMarked(window, 'Ordan UnionGullhead Accord');

  await press(window, '.');
  await expect(window.getByText('Part 2 of 2: Gullhead Accord')).toBeAttached();
  await press(window, '.');
  await expect(window.getByText('Part 1 of 2: Ordan Union')).toBeAttached();
  await dragOver(window, 'a joint board');
  await press(window, 'u');
  await isMarked(window, 'Ordan UnionGullhead Accorda joint board');
}

/** The first word, and the third beside it; Escape gives kept parts up. */
async function makeByKeyboard(window: Page): Promise<void> {
  await press(window, 'Escape', 'Control+Home', '+');
  await expect(bar(window)).toContainText('Select the next words');
  await press(window, 'Escape');
  await expect(bar(window)).toHaveCount(0);
  await press(window, 'Control+Home', '+', 'ArrowRight', 'ArrowRight');
  await expect(bar(window)).toContainText('2 parts');
  await press(window, 'h', '1');
  await expect.poll(async () => (await markedWords(window)).length).toBe(2);
  await expect(partsOf(window)).toHaveCount(2);
}

/** Words typed between and inside, one part deleted: each part has a state of its own. */
async function correctAround(window: Page): Promise<void> {
  await correct(window);
  await caretAfter(window, 'the Ordan Union');
  await window.keyboard.type(' at last');
  await caretAfter(window, 'the Gullhead');
  await window.keyboard.type(' Harbour');
  await selectWords(window, 'a joint board for Ostrel harbour');
  await press(window, 'Delete');
  await window.getByRole('button', { name: 'Save as new revision' }).click();
  await expect(review(window)).toContainText('Some of these words are no longer in the text.');
  await expect(review(window)).toContainText('Now reads: “Gullhead Harbour Accord”');
  await expect.poll(() => markedWords(window)).toContain('Ordan UnionGullhead Harbour Accord');
}

/** What is done to other parts leaves changed words unconfirmed; a lost one can be taken off in the review. */
async function settle(window: Page): Promise<void> {
  await press(window, 'Control+8');
  const reviewed = window.getByRole('article', { name: 'Passage under review' });
  await expect(reviewed.getByRole('region', { name: 'Now' })).toHaveCount(2);
  await expectNoBarriers(window);
  await reviewed.getByRole('button', { name: 'Remove this part' }).click();
  await expect(reviewed.getByRole('region', { name: 'Now' })).toHaveCount(1);
  await expect(reviewed.getByRole('region', { name: 'Now' })).toHaveText(/Gullhead Harbour Accord/);
  await press(window, 'Control+z');
  await expect(reviewed.getByRole('region', { name: 'Now' })).toHaveCount(2);
  await reviewed.getByRole('button', { name: 'Open in the article' }).click();
  await review(window)
    .getByRole('button', { name: /^Ordan Union/ })
    .click();
  await expect(partsOf(window)).toHaveCount(3);
  await window.getByRole('button', { name: 'Remove this part: a joint board' }).click();
  await expect(review(window)).not.toContainText('no longer in the text');
  await expect(review(window)).toContainText('Now reads: “Gullhead Harbour Accord”');
  await expectNoBarriers(window);
  await review(window).getByRole('button', { name: 'Confirm' }).click();
  await expect(review(window)).toHaveCount(0);
}

test('a passage in several parts, from its making to a corrected text', async ({ application, folder }) => {
  test.setTimeout(180_000);
  const { window } = application;
  const path = join(folder, 'parts.casebook');
  await makeNotebook(application, path);
  await importByMenu(application, [resolve(__dirname, '../../samples/articles/anchor-and-rope.txt')]);
  await openArticle(window, /How the harbour closed/);

  await makeByMouse(window);
  await meetElsewhere(window);
  await changeByKeys(window);
  await makeByKeyboard(window);
  await correctAround(window);
  await settle(window);

  const out = join(folder, 'parts.jsonld');
  askCommandLine('export', path, '--format', 'w3c', '--out', out);
  const exported = readFileSync(out, 'utf8');
  expect(exported).toMatch(/"exact": ?"Ordan Union"/);
  expect(exported).toMatch(/"exact": ?"Gullhead Harbour Accord"/);
  expect(exported).not.toMatch(/"exact": ?"a joint board"/);
});
