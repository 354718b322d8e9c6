/** A text as long as a book is edited at its ends, where one looks and where one does not: no word goes astray. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { expectNoBarriers, importByMenu, makeNotebook } from '../notebook-steps';
import { correct, editedText } from './editing';
import { keptEdit, standing } from './prepared-notebook';

const saying = 'the harbour master wrote what had been seen that day and signed it. '.repeat(7);
const original = Array.from({ length: 240 }, (_, index) => `Entry ${index + 1}: ${saying}End ${index + 1}.`);

/** The caret's paragraph. */
const caretAt = (page: Page) =>
  page.evaluate(() => {
    const block = document.getSelection()?.focusNode?.parentElement?.closest('.editor-text > *');
    const box = block?.getBoundingClientRect();
    const isSeen = box !== undefined && box.bottom > 0 && box.top < innerHeight;
    return { words: block?.textContent ?? '', isSeen };
  });

const entryOf = (text: string): number => Number(/Entry (\d+)/.exec(text)?.[1]);

/** Presses keys one after the other, each after the editor has heard of the last. */
async function press(page: Page, key: string, times = 1): Promise<void> {
  for (let time = 0; time < times; time++) {
    await page.keyboard.press(key);
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  }
}

test('keys lead through a long text as through a short one', async ({ application, folder }) => {
  const { window } = application;
  await makeNotebook(application, join(folder, 'Long.casebook'));
  const source = join(folder, 'log.txt');
  await writeFile(source, `The log\n\n${original.join('\n\n')}\n`);
  await importByMenu(application, [source]);
  await window.getByRole('row', { name: 'The log' }).dblclick({ timeout: 30_000 });
  const before = await keptEdit(window);
  await correct(window);
  const lines = before.text.split('\n');
  expect(lines.slice(-240)).toEqual(original);

  await press(window, 'Control+End');
  expect((await caretAt(window)).words).toBe(original[239]);
  await window.keyboard.type(' The end');
  await press(window, 'Control+Home');
  await window.keyboard.type('Beginning ');
  await press(window, 'PageDown', 12);
  const paged = await caretAt(window);
  expect(paged.isSeen).toBe(true);
  expect(entryOf(paged.words)).toBeGreaterThan(20);
  await press(window, 'End');
  await window.keyboard.type('@@');

  // What one has scrolled away from is where the caret still is.
  await editedText(window).evaluate((root) => root.closest('.overflow-auto')?.scrollTo(0, 1e7));
  await expect.poll(async () => (await caretAt(window)).isSeen).toBe(false);
  await press(window, 'ArrowDown', 9);
  const below = entryOf((await caretAt(window)).words) - entryOf(paged.words);
  expect(below).toBeGreaterThan(0);
  expect(below).toBeLessThan(5);
  await press(window, 'PageUp', 2);
  expect((await caretAt(window)).isSeen).toBe(true);
  await window.keyboard.type('##');

  const edited = async () => (await keptEdit(window)).text;
  await expect.poll(edited).toContain('##');
  const whole = await edited();
  expect(whole.replace('Beginning ', '').replace(' The end', '').replace('@@', '').replace('##', '')).toBe(
    before.text,
  );
  await press(window, 'Control+A');
  await press(window, 'Control+C');
  const copied = await application.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied.replaceAll(/\n+/g, '\n')).toBe(whole);

  await press(window, 'ArrowRight');
  await press(window, 'Control+Home');
  await press(window, 'PageDown', 6);
  await press(window, 'Control+Shift+End');
  await press(window, 'Delete');
  await expect.poll(edited).not.toContain('The end');
  await press(window, 'Control+Z');
  await expect.poll(edited).toBe(whole);
  await expectNoBarriers(window);
  await window.getByRole('button', { name: 'Save as new revision' }).click();
  await expect(editedText(window)).toBeHidden();
  expect((await keptEdit(window)).text).toBe(whole);
  expect(await standing(window)).toEqual([]);
});
