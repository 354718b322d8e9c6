/** One file of every format comes in through the window; imports are asked about, held, stopped, told, repeated, and go by themselves. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { extensionsOf } from '../../main/import/formats/extensions';
import { hostileIn, oddIn, samplesIn, writeSamples } from '../../main/import/formats/testing/samples-in';
import { importArticle } from '../../main/store/articles/capture/import-article';
import { runCommand } from '../../main/store/core/run-command';
import { documentOf } from '../../main/store/core/temporary-notebook';
import { createSession, writerOf } from '../../main/store/worker/session';
import type { Application } from '../application';
import { expect, test } from '../fixtures';
import {
  answerOpenDialog,
  answerSaveDialog,
  chooseMenu,
  expectNoBarriers,
  importByMenu,
  makeNotebook,
} from '../notebook-steps';
import { articleText, openArticle } from '../reading';

const dialogOf = (window: Page, name: RegExp) => window.getByRole('dialog', { name });
const noticesOf = (window: Page) => window.getByRole('region', { name: 'Notices' });
const progressOf = (window: Page) => window.getByRole('region', { name: 'Import' });

async function importFolder({ app }: Application, path: string): Promise<void> {
  await answerOpenDialog(app, [path]);
  await chooseMenu(app, 'import-folder');
}

/** Tables are asked about once, before anything is read; lists of other programs are not. */
async function answerTables({ window }: Application): Promise<void> {
  const asked = dialogOf(window, /^Import \d+ files$/);
  await expect(asked.getByRole('navigation', { name: 'Files to decide on' })).toContainText('n.csv');
  await expect(asked).toContainText('o.xlsx');
  await expect(asked).not.toContainText('y.csv');
  await expect(asked.getByRole('region', { name: 'n.csv' })).toContainText('Ferry of Nairn');
  await asked.getByRole('button', { name: 'Import', exact: true }).click();
}

async function importSamples(application: Application, path: string): Promise<void> {
  await importFolder(application, path);
  await answerTables(application);
}

/** The rows of one kind, as the filter leaves them. */
async function choose(window: Page, label: string): Promise<void> {
  await window.getByRole('dialog').getByRole('radio', { name: label }).click({ force: true });
}

async function closeReport(window: Page): Promise<void> {
  await window.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await expect(window.getByRole('dialog')).toHaveCount(0);
}

/** Rows of the list of names by which formats are known; that the table has no others is tested beside the samples. */
function withoutSample(): string[] {
  const names = Object.keys(samplesIn());
  const has = (extension: string) => names.some((name) => name.endsWith(`.${extension}`));
  return Object.entries(extensionsOf).flatMap(([format, extensions]) =>
    extensions.some(has) ? [] : [format],
  );
}

async function everyFormat(application: Application, folder: string): Promise<void> {
  const { app, window } = application;
  const hostile = Object.fromEntries(Object.entries(hostileIn).map(([name, { content }]) => [name, content]));
  expect(withoutSample()).toEqual([]);
  const path = await writeSamples(join(folder, 'in'), { ...samplesIn(), ...oddIn, ...hostile });
  await importSamples(application, path);
  const report = dialogOf(window, /articles imported/);
  await expect(report).toBeVisible({ timeout: 60_000 });
  await expect(report.getByRole('heading').first()).toHaveText(
    /^27 articles imported, details added to 2 articles, 7 passages, 5 tags, \d+ not imported$/,
  );
  await choose(window, 'Not imported');
  for (const { reason } of Object.values(hostileIn)) await expect(report).toContainText(reason);
  await expect(report).not.toContainText('Ferry of Nairn');
  await expectNoBarriers(window);
  await keepReport(application, folder);
  await choose(window, 'Joined');
  await expect(report).toContainText('Details added: authors, publisher');
  await closeReport(window);
  await openArticle(window, 'Ferry of Script');
  await expect(articleText(window)).toContainText('The ferry from Script left at dawn');
  expect(await window.evaluate(() => Reflect.has(globalThis, 'hacked'))).toBe(false);
  await chooseMenu(app, 'library');

  await importSamples(application, path);
  await expect(dialogOf(window, /Nothing new/)).toBeVisible({ timeout: 60_000 });
  await closeReport(window);
  await chooseMenu(app, 'undo');
  await expect(noticesOf(window)).toContainText('Undid: what a file brought');
}

async function keepReport({ app, window }: Application, folder: string): Promise<void> {
  const kept = join(folder, 'report.csv');
  await answerSaveDialog(app, kept);
  await window.getByRole('dialog').getByRole('button', { name: 'Save as CSV…' }).click();
  await expect.poll(() => readFile(kept, 'utf8').catch(() => '')).toContain('not imported');
  expect(await readFile(kept, 'utf8')).not.toContain('Ferry of Nairn');
  await window.getByRole('dialog').getByRole('button', { name: 'Copy' }).click();
  const copied = () => app.evaluate(({ clipboard }) => clipboard.readText());
  await expect.poll(copied).toContain('noise.pdf – This is called .pdf, but is not a PDF');
}

/** Held, nothing comes in; then it goes on, and is stopped. */
async function holdAndStop(application: Application, folder: string): Promise<void> {
  const { window } = application;
  const words = 'Nobody at the lock could say when the barge had passed. '.repeat(200);
  const files = Array.from({ length: 150 }, (_, at) => [
    `dispatch ${at}.txt`,
    `Dispatch ${at}\n\n${words}${at}\n`,
  ]);
  await importFolder(application, await writeSamples(join(folder, 'many'), Object.fromEntries(files)));
  await progressOf(window).getByRole('button', { name: 'Pause' }).click();
  const label = progressOf(window).getByText(/^Paused at \d+ of 150/);
  await expect(label).toBeVisible();
  await expectNoBarriers(window);
  const held = await label.innerText();
  await chooseMenu(application.app, 'actors'); // the program stays usable
  await expect(window.getByRole('heading', { name: 'Actors', exact: true })).toBeVisible();
  expect(await label.innerText()).toBe(held);
  await chooseMenu(application.app, 'library');
  await progressOf(window).getByRole('button', { name: 'Go on' }).click();
  await expect(progressOf(window)).toContainText(/^Importing/);
  await progressOf(window).getByRole('button', { name: 'Stop' }).click();
  await expect(progressOf(window)).toHaveCount(0);
  await expect(window.getByText(/^Stopped: \d+ articles imported$/)).toBeVisible();
}

/** New files come in by themselves; that the folder may go and come back is tested beside the watch. */
async function watch({ app, window }: Application, folder: string): Promise<void> {
  const watched = join(folder, 'clippings');
  await mkdir(watched);
  await writeFile(join(watched, 'old.txt'), 'This one was there before.');
  await chooseMenu(app, 'watched-folder');
  await answerOpenDialog(app, [watched]);
  const dialog = dialogOf(window, /Watched folder/);
  await dialog.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(dialog).toContainText(watched);
  await expectNoBarriers(window);
  await writeFile(join(watched, 'new.txt'), 'A clipping about the lock at Tolvane, and who closed it.');
  await expect(dialog).toContainText('1 article came in', { timeout: 20_000 });
  await expect(noticesOf(window)).toContainText('From the watched folder: 1 article imported');
  await dialog.getByRole('button', { name: 'Stop watching' }).click();
  await expect(dialog.getByRole('button', { name: 'Choose a folder…' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
}

const longArticles = 20;

/** Another notebook with so much in it that merging it can be stopped. */
function makeOther(path: string): void {
  const other = createSession(path, 'Other');
  const words = 'The lock at Marsk was closed at noon, and nobody at the quay could say why. '.repeat(800);
  for (let at = 0; at < longArticles; at++)
    runCommand(writerOf(other), (db) =>
      importArticle(db, documentOf(`Marsk, report ${at}\n\n${words}${at}`)),
    );
  other.close();
}

/** Another notebook is looked at before it is merged; stopped, nothing of it stays; it is one step to take back. */
async function mergeAnother(application: Application, folder: string): Promise<void> {
  const { app, window } = application;
  const path = join(folder, 'Other.casebook');
  makeOther(path);
  const count = window.getByText(/^\d+ articles, \d+ unread$/);
  const before = Number.parseInt(await count.innerText(), 10);
  const asked = dialogOf(window, /^Import 1 file$/);
  const begin = async (): Promise<void> => {
    await importByMenu(application, [path]);
    await expect(asked.getByRole('region', { name: 'Other.casebook' })).toContainText(
      `Articles${longArticles}`,
    );
    await asked.getByRole('button', { name: 'Import', exact: true }).click();
  };
  await begin();
  await progressOf(window).getByRole('button', { name: 'Stop' }).click();
  await expect(noticesOf(window)).toContainText('The import was cancelled');
  await expect(count).toContainText(`${before} articles`);
  await begin();
  await expect(noticesOf(window)).toContainText('Imported “Other”', { timeout: 30_000 });
  await expect(count).toContainText(`${before + longArticles} articles`);
  await chooseMenu(app, 'undo');
  await expect(count).toContainText(`${before} articles`);
}

test('every format comes in through the window', async ({ application, folder }) => {
  test.setTimeout(180_000);
  await makeNotebook(application, join(folder, 'notes.casebook'));
  await everyFormat(application, folder);
  await holdAndStop(application, folder);
  if (await application.window.getByRole('dialog').count()) await closeReport(application.window);
  await watch(application, folder);
  await mergeAnother(application, folder);
});
