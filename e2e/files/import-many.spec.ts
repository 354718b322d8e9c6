/** A folder of many files: followed, stopped, gone on with; left by opening another notebook; left by quitting. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Result } from '../../shared/model/result';
import type { Application } from '../application';
import { expect, test } from '../fixtures';
import { answerOpenDialog, chooseMenu, makeNotebook, openNotebook } from '../notebook-steps';

const total = 200;
const words = 'Nobody at the lock could say when the barge had passed, nor who had stood at its wheel. ';

async function writeMany(folder: string, count = total): Promise<string> {
  const path = join(folder, 'many');
  await mkdir(path);
  await Promise.all(
    Array.from({ length: count }, (_, number) =>
      writeFile(join(path, `dispatch ${number}.txt`), `Dispatch ${number}\n\n${words.repeat(30)}${number}\n`),
    ),
  );
  return path;
}

async function importFolder({ app }: Application, path: string): Promise<void> {
  await answerOpenDialog(app, [path]);
  await chooseMenu(app, 'import-folder');
}

const progressOf = (window: Page) => window.getByRole('region', { name: 'Import' });
const reportOf = (window: Page) => window.getByRole('dialog', { name: /articles? imported/ });

/** How many articles the report says went in. */
async function importedCount(window: Page): Promise<number> {
  await expect(reportOf(window)).toBeVisible({ timeout: 60_000 });
  return Number((await reportOf(window).getByRole('heading').first().innerText()).match(/\d+/)?.[0]);
}

const articleCount = (window: Page) =>
  window.evaluate(async () => {
    const { casebook } = window as unknown as { casebook: import('../../shared/bridge').Bridge };
    const answer = JSON.parse(await casebook.invoke('getNotebook', '{}')) as Result<{ articleCount: number }>;
    return answer.kind === 'ok' ? answer.value.articleCount : -1;
  });

test('an import is stopped, and gone on with: what is there already is said', async ({
  application,
  folder,
}) => {
  test.setTimeout(120_000);
  const { window } = application;
  await makeNotebook(application, join(folder, 'a.casebook'));
  const path = await writeMany(folder);
  await importFolder(application, path);
  await expect(progressOf(window)).toContainText(`of ${total}`);
  await expect.poll(() => articleCount(window)).toBeGreaterThan(0);
  await progressOf(window).getByRole('button', { name: 'Stop' }).click();
  const first = await importedCount(window);
  expect(first).toBeLessThan(total);
  await expect(progressOf(window)).toHaveCount(0);
  await reportOf(window).getByRole('button', { name: 'Close' }).click();
  expect(await articleCount(window)).toBe(first);

  await importFolder(application, path);
  expect(await importedCount(window)).toBe(total - first);
  await expect(reportOf(window)).toContainText(`In the notebook already (${first})`);
  await reportOf(window).getByRole('button', { name: 'Close' }).click();
  expect(await articleCount(window)).toBe(total);
});

test('who went on to something else is not interrupted by the report', async ({ application, folder }) => {
  const { window } = application;
  await makeNotebook(application, join(folder, 'a.casebook'));
  await importFolder(application, await writeMany(folder, 40));
  await expect(progressOf(window)).toBeVisible();
  await window.keyboard.press('Control+2');
  const notice = window.getByRole('region', { name: 'Notices' }).getByText('40 articles imported');
  await expect(notice).toBeVisible({ timeout: 40_000 });
  await expect(reportOf(window)).toHaveCount(0);
  await window.getByRole('button', { name: 'Show the report' }).click();
  await expect(reportOf(window)).toContainText('Dispatch 7');

  await reportOf(window).getByRole('button', { name: 'Move what came to the trash' }).click();
  await expect(window.getByText('40 articles moved to the trash')).toBeVisible();
  expect(await articleCount(window)).toBe(0);
  await chooseMenu(application.app, 'undo');
  await expect.poll(() => articleCount(window)).toBe(40);
});

test('an import ends with its notebook: nothing goes into the one opened next', async ({
  application,
  folder,
}) => {
  const { app, window } = application;
  await makeNotebook(application, join(folder, 'other.casebook'));
  await chooseMenu(app, 'close-notebook');
  await makeNotebook(application, join(folder, 'a.casebook'));
  await importFolder(application, await writeMany(folder));
  await expect.poll(() => articleCount(window)).toBeGreaterThan(0);

  await answerOpenDialog(app, [join(folder, 'other.casebook')]);
  await chooseMenu(app, 'open-notebook');
  await expect(window.getByText('No articles yet')).toBeVisible();
  await expect(window.getByText(/^Stopped: \d+ articles? imported$/)).toBeVisible();
  await expect(progressOf(window)).toHaveCount(0);
  expect(await articleCount(window)).toBe(0);
});

test('quitting during an import keeps what went in, whole', async ({
  launch,
  application: another,
  folder,
}) => {
  const path = join(folder, 'a.casebook');
  const application = await launch();
  await makeNotebook(application, path);
  await importFolder(application, await writeMany(folder));
  await expect.poll(() => articleCount(application.window)).toBeGreaterThan(2);
  await application.app.close();

  const { app, window } = another;
  await openNotebook(another, path);
  const count = await articleCount(window);
  expect(count).toBeGreaterThan(2);
  expect(count).toBeLessThan(total);
  await chooseMenu(app, 'check');
  await expect(window.getByRole('dialog')).toContainText(/Nothing is wrong|sound/i);
});
