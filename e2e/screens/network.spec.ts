/** The network: who is named with whom, by mouse and by keyboard, as a picture and as a table, down to the words. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { answerSaveDialog, chooseTheme, expectNoBarriers } from '../notebook-steps';
import { articleText } from '../reading';
import { goTo, openFromList, openSample, passagesOf, side } from './sample-notebook';

const graph = (window: Page) => window.getByRole('application', { name: 'Network' });
const status = (window: Page, words: string | RegExp) =>
  expect(window.getByRole('status').filter({ hasText: words })).toHaveCount(1);
const made = (window: Page) => window.getByRole('group', { name: 'What the network is made of' });
const tieButton = (window: Page, names: string) =>
  side(window, 'Strongest ties').getByRole('button', { name: names }).first();

/** Where the node is that the keyboard is on: the ring around it is part of the page. */
async function ringAt(window: Page): Promise<{ readonly x: number; readonly y: number }> {
  const box = await window.locator('[data-ring]').boundingBox();
  if (!box) throw new Error('there is no ring');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

// A long way in one launch: most of a minute on a machine with other work.
test.setTimeout(120_000);

test('the network is looked at, walked, narrowed, read as a table and exported', async ({
  application,
  folder,
}) => {
  const { app, window } = await openSample(application, folder);
  await goTo(window, 'Network');
  await status(window, '14 names, 35 ties');
  await expectNoBarriers(window);

  // By keyboard: to a node, from tie to tie, to the words behind one.
  await graph(window).focus();
  await window.keyboard.press('ArrowRight');
  await status(window, 'Ordan River Guard, state body, 9 ties');
  await window.keyboard.press('e');
  await status(window, /Ordan River Guard – .*: named together in 3 paragraphs, tie 1 of/);
  await window.keyboard.press('Enter');
  await expect(window.getByText('named together in 3 paragraphs')).not.toHaveCount(0);
  await expect(passagesOf(window, 'Passages')).toHaveCount(5);
  await window.keyboard.press('+');
  await window.keyboard.press('0');
  await window.keyboard.press('Escape');
  await expect(side(window, 'How to read it')).toBeVisible();

  // By mouse: the node where the ring was, then moved elsewhere and still there after leaving the screen.
  await window.keyboard.press('ArrowRight');
  await status(window, 'Ordan River Guard, state body, 9 ties');
  const from = await ringAt(window);
  await window.mouse.click(from.x, from.y);
  await expect(window.getByRole('heading', { name: 'Ordan River Guard' })).toBeVisible();
  await window.mouse.move(from.x, from.y);
  await window.mouse.down();
  await window.mouse.move(from.x + 60, from.y - 40, { steps: 4 });
  await window.mouse.up();
  await expect.poll(async () => (await ringAt(window)).x - from.x).toBeCloseTo(60, 0);
  await window.mouse.wheel(0, -200);
  await expect.poll(async () => Math.abs((await ringAt(window)).y - (from.y - 40))).toBeLessThan(2);

  // Narrowed to one and its neighbours, and back by its button.
  await window.getByRole('button', { name: 'Only around it' }).click();
  await status(window, '7 names, 18 ties');
  await window.getByText('2 steps').click();
  await status(window, /1[0-9] names/);
  await window.getByText('1 step', { exact: true }).click();
  await window.getByRole('button', { name: 'Show the whole network' }).click();
  await status(window, '14 names, 35 ties');
  await made(window).getByRole('button', { name: 'Shared events' }).click();
  await status(window, /names, 2[0-9] ties/);
  await made(window).getByRole('button', { name: 'Shared events' }).click();
  await made(window).getByRole('button', { name: 'Places' }).click();
  await status(window, '23 names, 73 ties');
  await window.getByRole('slider', { name: 'Least weight of a tie' }).focus();
  await window.keyboard.press('ArrowRight');
  await status(window, /names, [0-9] ties/);
  await window.keyboard.press('ArrowLeft');
  await status(window, '23 names, 73 ties');
  // What it is narrowed to is part of the place.
  await window.keyboard.press('ArrowRight');
  await goTo(window, 'To do');
  await window.keyboard.press('Alt+ArrowLeft');
  await status(window, /names, [0-9] ties/);
  await window.getByRole('slider', { name: 'Least weight of a tie' }).focus();
  await window.keyboard.press('ArrowLeft');
  await status(window, '23 names, 73 ties');
  await window.getByRole('slider', { name: 'From the month' }).focus();
  await window.keyboard.press('End');
  await expect(made(window)).toContainText('dated only');
  await window.keyboard.press('Home');
  await status(window, '23 names, 73 ties');

  // A name is found, its tie is followed to the text.
  await window.getByRole('combobox', { name: 'Find in the network' }).fill('jarek');
  await window.getByRole('option', { name: 'Jarek Undas' }).click();
  await expect(window.getByRole('heading', { name: 'Jarek Undas' })).toBeVisible();
  await tieButton(window, 'Ordan River Guard').click();
  await passagesOf(window, 'Passages').nth(1).click();
  await expect(articleText(window)).toContainText('Colonel Jarek Undas');
  await window.keyboard.press('Alt+ArrowLeft');

  // The same as a table, sorted, in the dark; and what is shown as files.
  await chooseTheme({ app, window }, 'dark');
  await expectNoBarriers(window);
  await window.getByText('Table', { exact: true }).click();
  const table = window.getByRole('grid', { name: 'Ties of the network' });
  await expect(table).toHaveAttribute('aria-rowcount', '74');
  await table.getByRole('button', { name: 'One', exact: true }).click();
  await expect(table.getByRole('row').nth(1)).toContainText('Anneke Rusk');
  await table.focus();
  await window.keyboard.press('Home');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: /Anneke Rusk/ })).toBeVisible();
  await expectNoBarriers(window);
  await window.getByText('Picture', { exact: true }).click();
  await expect(graph(window)).toBeVisible();
  for (const [name, sign] of [
    ['Drawing (SVG)…', '<svg'],
    ['Picture (PNG)…', 'PNG'],
    ['Table (CSV)…', 'One,Other,Tie,Weight'],
  ] as const) {
    const path = join(folder, `network ${sign.slice(-3)}`);
    await answerSaveDialog(app, path);
    await window.getByRole('button', { name: 'Export' }).click();
    await window.getByRole('menuitem', { name }).click();
    await expect.poll(() => window.getByText(`Exported to ${path}`).count()).toBe(1);
    expect(readFileSync(path, 'latin1')).toContain(sign);
  }

  // From an actor's page to what is around it.
  await openFromList(window, 'Actors', 'Ordan River Guard');
  await side(window, 'Appears with').getByRole('button', { name: 'Network' }).click();
  await expect(window.getByText('around Ordan River Guard')).toBeVisible();
});
