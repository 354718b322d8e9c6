/**
 * Each way of changing a text, once, between passages: after every one of them the words of every passage are read from
 * what the notebook keeps. Then all of it backwards and forwards again.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Application } from '../application';
import { expect, test } from '../fixtures';
import { expectNoBarriers, importByMenu, makeNotebook } from '../notebook-steps';
import { articleText } from '../reading';
import { caretAfter, caretBefore, correct, editedText, pasteHtml, selectWords } from './editing';
import { annotate, keptEdit, read, standing, title } from './prepared-notebook';

const article = `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>
<p>Seven people were killed when the ferry Halcyon came under fire at the Kessa crossing, the mayor of Ostrel said on Monday.</p>
<p>Two dockworkers on their way home from the late shift were among the dead. Nobody has said who gave the order to fire.</p>
<table><tr><th>Where</th><th>How many</th></tr><tr><td>the north bank</td><td>three injured</td></tr></table>
<p>The River Guard, which has held the far bank since January, denies that it fired first. It has named nobody.</p>
</article></body></html>`;

const passages = {
  killed: 'Seven people were killed',
  ferry: 'the ferry Halcyon',
  mayor: 'the mayor of Ostrel',
  workers: 'Two dockworkers',
  order: 'Nobody has said who gave the order',
  bank: 'north bank',
  injured: 'three injured',
  denial: 'denies that it fired first',
};

async function prepare(application: Application, folder: string): Promise<void> {
  await makeNotebook(application, join(folder, 'Kessa.casebook'));
  const source = join(folder, 'ferry.html');
  await writeFile(source, article);
  await importByMenu(application, [source]);
  await expect(application.window.getByRole('row', { name: title })).toBeVisible({ timeout: 30_000 });
  for (const words of Object.values(passages)) await annotate(application.window, words);
}

/** The text is kept with (or without) some words, and the passages are these. */
async function expectKept(page: Page, text: string | RegExp, words: readonly string[]): Promise<void> {
  const kept = async () => (await keptEdit(page)).text;
  if (typeof text === 'string') await expect.poll(kept).toContain(text);
  else await expect.poll(kept).toMatch(text);
  expect((await keptEdit(page)).words).toEqual(words);
}

/** Until there is nothing more to take back, or to do again. */
async function pressUntilDone(page: Page, keys: string, button: string): Promise<void> {
  const control = page.getByRole('button', { name: button });
  for (let times = 0; times < 200 && (await control.isEnabled()); times++) await page.keyboard.press(keys);
  await expect(control).toBeDisabled();
}

test('passages stay on their words through every way of editing', async ({ application, folder }) => {
  const { window } = application;
  await prepare(application, folder);
  await read(window);
  await correct(window);
  const now = { ...passages };
  const words = () => Object.values(now);
  const { text: original } = await keptEdit(window);
  const kindOfBlock = window.getByRole('button', { name: /Kind of block/ });

  await test.step('typing at both edges, and inside', async () => {
    await caretAfter(window, 'the ferry Halcyon');
    await window.keyboard.type(' of Ostrel');
    await caretBefore(window, 'Seven people');
    await window.keyboard.type('About ');
    await caretAfter(window, 'Seven people were');
    await window.keyboard.type(' all');
    now.killed = 'Seven people were all killed';
    await expectKept(window, 'About Seven people were all killed when the ferry Halcyon of Ostrel', words());
  });

  await test.step('replacing a selection', async () => {
    await selectWords(window, 'all killed');
    await window.keyboard.type('shot');
    now.killed = 'Seven people were shot';
    await expectKept(window, 'were shot when', words());
  });

  await test.step('deleting across an edge', async () => {
    await selectWords(window, 'crossing, the ');
    await window.keyboard.press('Backspace');
    now.mayor = 'mayor of Ostrel';
    await expectKept(window, 'at the Kessa mayor of Ostrel', words());
  });

  await test.step('pasting over words', async () => {
    await selectWords(window, 'order to');
    await pasteHtml(window, '<p>command <b>to</b></p>');
    now.order = 'Nobody has said who gave the ';
    await expectKept(window, 'who gave the command to fire', words());
  });

  await test.step('splitting and joining paragraphs', async () => {
    await caretBefore(window, 'dockworkers');
    await window.keyboard.press('Enter');
    now.workers = 'Two \ndockworkers';
    await expectKept(window, 'Two \ndockworkers', words());
    await window.keyboard.press('Backspace');
    now.workers = passages.workers;
    await expectKept(window, 'Two dockworkers on', words());
  });

  await test.step('making a list and unmaking it', async () => {
    await kindOfBlock.click();
    await window.getByRole('option', { name: 'Bulleted list' }).click();
    await expect(editedText(window).getByRole('listitem')).toHaveCount(1);
    await expectKept(window, 'Two dockworkers on', words());
    await kindOfBlock.click();
    await window.getByRole('option', { name: 'Paragraph' }).click();
    await expect(editedText(window).getByRole('listitem')).toHaveCount(0);
  });

  await test.step('writing in the cells of a table', async () => {
    await caretAfter(window, 'the north');
    await window.keyboard.type('ern');
    await caretBefore(window, 'three injured');
    await window.keyboard.type('at least ');
    now.bank = 'northern bank';
    await expectKept(window, /northern bank\tat least three injured/, words());
  });

  await test.step('bold over an edge', async () => {
    await selectWords(window, 'January, denies that');
    await window.keyboard.press('Control+B');
    await expect(editedText(window).locator('strong').last()).toHaveText('denies that');
    await expectKept(window, 'January, denies that it', words());
  });

  await test.step('cutting and pasting within the article', async () => {
    await selectWords(window, 'Two dockworkers on their way home');
    await window.keyboard.press('Control+X');
    await caretAfter(window, 'It has named nobody.');
    await window.keyboard.press('Control+V');
    const { workers, ...others } = now;
    await expectKept(window, 'nobody.Two dockworkers on their way home', [...Object.values(others), workers]);
    await window.keyboard.press('Control+Z');
    await window.keyboard.press('Control+Z');
    await expectKept(window, 'Two dockworkers on their way home from', words());
  });

  await test.step('a deletion that takes a passage, undone', async () => {
    await selectWords(window, 'were shot when the ferry Halcyon');
    await window.keyboard.press('Delete');
    const { killed: _, ferry: __, ...others } = now;
    await expectKept(window, 'Seven people  of Ostrel', ['Seven people ', ...Object.values(others)]);
    await window.keyboard.press('Control+Z');
    await expectKept(window, 'Seven people were shot when the ferry Halcyon of', words());
  });

  await test.step('finding and replacing all', async () => {
    await caretBefore(window, 'About');
    await window.keyboard.press('Control+Shift+H');
    const bar = window.getByRole('search', { name: 'Find in the text' });
    await bar.getByRole('button', { name: 'Regular expression' }).click();
    await bar.getByRole('textbox', { name: 'Find' }).fill('\\b(the|of) (\\p{Lu}\\p{L}+|ferry Halcyon)');
    await bar.getByRole('button', { name: 'Match case' }).click();
    await bar.getByRole('textbox', { name: 'Replace with' }).fill('$1 old $2');
    await expect(bar.getByRole('status').first()).toHaveText('1 of 4');
    await bar.getByRole('button', { name: 'Replace all' }).click();
    await expect(bar.getByRole('status').last()).toHaveText('4 replaced');
    await window.keyboard.press('Escape');
    now.ferry = 'the old ferry Halcyon';
    now.mayor = 'mayor of old Ostrel';
    await expectKept(window, 'the old ferry Halcyon of old Ostrel came under fire at the old Kessa', words());
  });

  await test.step('signs of Markdown, and a link, by keyboard', async () => {
    await caretBefore(window, 'Two dockworkers');
    await window.keyboard.type('## ');
    await expect(editedText(window).getByRole('heading', { level: 2 })).toContainText('Two dockworkers on');
    await caretAfter(window, 'The River');
    await window.keyboard.type('**');
    await caretBefore(window, 'The River');
    await window.keyboard.type('**');
    await expect(editedText(window)).toContainText('**The River**');
    await window.keyboard.press('Control+Z');
    await window.keyboard.press('Control+Z');
    await selectWords(window, 'named nobody');
    await window.keyboard.press('Control+Shift+K');
    await window.getByRole('textbox', { name: 'Address' }).fill('ostrel.example/guard');
    await window.keyboard.press('Enter');
    await expect(editedText(window)).toBeFocused();
    await expect(editedText(window).getByRole('link')).toHaveText('named nobody');
    await expectKept(window, 'It has named nobody.', words());
  });

  // A link changes no words: the draft may still be the one from before the signs were taken back.
  const signs = (text: string | null) => text?.match(/\*/g)?.length ?? 0;
  await expect
    .poll(async () => signs((await keptEdit(window)).text))
    .toBe(signs(await editedText(window).textContent()));
  const { text: edited } = await keptEdit(window);
  await test.step('all of it backwards and forwards', async () => {
    await pressUntilDone(window, 'Control+Z', 'Undo typing');
    await expect.poll(async () => (await keptEdit(window)).text).toBe(original);
    expect((await keptEdit(window)).words).toEqual(Object.values(passages));
    await pressUntilDone(window, 'Control+Shift+Z', 'Redo typing');
    await expect.poll(async () => (await keptEdit(window)).text).toBe(edited);
    expect((await keptEdit(window)).words).toEqual(words());
  });

  await expectNoBarriers(window);
  await window.keyboard.press('Control+S');
  await expect(articleText(window)).toBeVisible();
  expect((await standing(window)).map(({ there }) => there)).toEqual(words());
});
