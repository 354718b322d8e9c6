/** A PDF: brought in with its pages, read beside them, marked; and those that cannot be brought in, with the reason. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type SamplePage, sampleLines, samplePdf } from '../../main/import/pdf/pdf-samples';
import { say } from '../annotating/annotating';
import { expect, test } from '../fixtures';
import { chooseMenu, chooseTheme, expectNoBarriers, importByMenu, makeNotebook } from '../notebook-steps';
import { articleText, dragOver, openArticle, passageCards } from '../reading';

const towns = ['Ostrel', 'Sandby', 'Gullhead', 'Velmar', 'Harrow', 'Tolvane', 'Marsk', 'Quay'];

/** A page with a head, two paragraphs and a number; its words are nowhere else. */
const pageOf = (town: string, index: number): SamplePage => ({
  texts: [
    { x: 50, y: 670, text: 'REPORT ON THE BRIDGES', size: 8 },
    ...sampleLines([
      `The bridge at ${town} was closed on the third of July, said a`,
      `spokesman of the rail-`,
      `way company, and nobody could say when trains would go to ${town}`,
      'again, or who had given the order to close it.',
    ]),
    ...sampleLines([`In ${town} the mayor knew nothing of it.`], { y: 500 }),
    { x: 240, y: 30, text: String(index + 1), size: 8 },
  ],
});

async function writeFiles(folder: string): Promise<string[]> {
  const files = {
    'bridges.pdf': samplePdf(towns.map(pageOf), { info: { Title: 'Bridges closed' }, romanPages: 2 }),
    'scan.pdf': samplePdf([{ texts: [], hasPicture: true }]),
    'locked.pdf': samplePdf([pageOf('Ostrel', 0)], { isEncrypted: true }),
  };
  await Promise.all(Object.entries(files).map(([name, bytes]) => writeFile(join(folder, name), bytes)));
  return Object.keys(files).map((name) => join(folder, name));
}

const sheet = (window: Page, index: number) => window.locator(`[data-page="${index}"][data-drawn=true]`);

/** Whether something dark is drawn on a page: a blank one is white. */
const isDrawnOn = (window: Page, index: number) =>
  sheet(window, index)
    .locator('canvas')
    .evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {
        data: [],
      };
      return data.some((value, at) => at % 4 === 0 && value < 100);
    });

test('a PDF is read beside its pages', async ({ application, folder }) => {
  const { app, window } = application;
  const failures: string[] = [];
  window.on('console', (message) => message.type() === 'error' && failures.push(message.text()));
  window.on('pageerror', ({ message }) => failures.push(message));
  await makeNotebook(application, join(folder, 'notes.casebook'));
  await importByMenu(application, await writeFiles(folder));
  const report = window.getByRole('dialog', { name: /imported/ });
  await expect(report).toContainText('It has no text: it is a scan of one page');
  await expect(report).toContainText('It is encrypted: it opens with a password only.');
  await expect(report).toContainText('Running heads, feet and page numbers were left out');
  await report.getByRole('button', { name: 'Close', exact: true }).click();

  await chooseMenu(app, 'settings');
  await window.getByRole('textbox', { name: 'Your name' }).fill('Ann Lee');
  await window.getByRole('button', { name: 'Done' }).click();
  await openArticle(window, 'Bridges closed');
  await expect(articleText(window)).toContainText('a spokesman of the railway company');
  await expect(articleText(window)).not.toContainText('REPORT ON');

  await window.keyboard.press('Control+Shift+P');
  await expect(sheet(window, 0)).toBeVisible();
  expect(await isDrawnOn(window, 0)).toBe(true);

  const number = window.getByRole('textbox', { name: 'Page', exact: true });
  await expect(number).toHaveValue('i');
  await number.fill('3');
  await number.press('Enter');
  await expect(sheet(window, 4)).toBeInViewport();
  await expect(articleText(window).getByText('In Harrow the mayor knew nothing')).toBeInViewport();
  await window.keyboard.press('Alt+PageDown');
  await expect(number).toHaveValue('4');

  const words = 'trains would go to Tolvane again';
  await dragOver(window, words);
  await say(window, { words, tag: 'closed', colour: '1' }, (_, key) => window.keyboard.press(key));
  await expect(passageCards(window).filter({ hasText: 'Tolvane' })).toContainText('p. 4');
  // The words run over two lines of the page.
  await expect(sheet(window, 5).locator('[data-annotation]')).toHaveCount(2);
  await expectNoBarriers(window);
  await chooseTheme(application, 'dark');
  await expectNoBarriers(window);
  await window.getByRole('button', { name: 'Larger pages' }).click();
  await expect(sheet(window, 5)).toBeInViewport();
  // A narrower window makes a shorter column: one stays on the page all the same.
  const widthNow = () => sheet(window, 5).evaluate((page) => page.clientWidth);
  const wide = await widthNow();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(900, 700));
  await expect.poll(widthNow).toBeLessThan(wide);
  await expect(sheet(window, 5)).toBeInViewport();
  await expect(number).toHaveValue('4');

  await chooseMenu(app, 'passages');
  await expect(window.getByRole('row', { name: /Tolvane/ })).toContainText('p. 4');
  await chooseMenu(app, 'back');
  // The pages are still there, at the place of the text.
  await expect(window.getByRole('region', { name: 'Pages of the PDF' })).toBeVisible();
  await window.keyboard.press('Control+Shift+P');
  await expect(window.getByRole('region', { name: 'Pages of the PDF' })).toHaveCount(0);
  expect(failures).toEqual([]);
});
