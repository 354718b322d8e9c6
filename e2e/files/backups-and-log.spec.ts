/** What the program keeps for a bad day: copies of the notebook, and a log without the researcher's words. */
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Application } from '../application';
import { expect, test } from '../fixtures';
import {
  answerSaveDialog,
  chooseMenu,
  closeNotebook,
  importByMenu,
  makeNotebook,
  openNotebook,
} from '../notebook-steps';
import { articleText, openArticle, passageCards } from '../reading';

async function backupsOf(profile: string): Promise<readonly string[]> {
  const folder = join(profile, 'backups');
  const notebooks = await readdir(folder).catch(() => []);
  const names = await Promise.all(notebooks.map((name) => readdir(join(folder, name))));
  return names.flat().filter((name) => name.endsWith('.casebook'));
}

async function openAgain({ app, window }: Application): Promise<void> {
  await chooseMenu(app, 'close-notebook');
  await window.getByRole('button', { name: /^Harbour/ }).click();
  await expect(window.getByRole('heading', { name: 'Library' })).toBeVisible();
}

test('the last ten openings are kept as backups', async ({ launch, profile, folder }) => {
  test.setTimeout(90_000);
  const application = await launch();
  await makeNotebook(application, join(folder, 'Harbour.casebook'));
  await expect.poll(async () => (await backupsOf(profile)).length).toBe(1);
  const [oldest] = await backupsOf(profile);
  for (let opening = 2; opening <= 11; opening++) {
    await openAgain(application);
    await expect.poll(async () => (await backupsOf(profile)).length).toBe(Math.min(opening, 10));
  }
  await expect.poll(() => backupsOf(profile)).not.toContain(oldest);
  expect(await backupsOf(profile)).toHaveLength(10);
  await chooseMenu(application.app, 'open-backup');
  await expect(application.window.getByRole('dialog')).toContainText('Harbour');
});

test('a notebook whose file is gone is saved as a copy, and goes on in it', async ({
  application,
  folder,
}) => {
  const path = join(folder, 'lost.casebook');
  const { app, window } = application;
  await makeNotebook(application, path);
  const article = join(folder, 'salt.txt');
  await writeFile(article, 'Cargo of salt\n\nNobody saw it come ashore.\n');
  await importByMenu(application, [article]);
  await expect(window.getByRole('row', { name: /Cargo of salt/ })).toBeVisible({ timeout: 30_000 });
  await rm(path);

  const problem = window.getByRole('alertdialog', { name: 'The file is not there' });
  await expect(problem).toContainText(path);
  const kept = join(folder, 'kept.casebook');
  await answerSaveDialog(app, kept);
  await problem.getByRole('button', { name: 'Save a copy…' }).click();
  await expect(window.getByText(`The notebook was copied to ${kept}`)).toBeVisible();
  await expect(window.getByRole('row', { name: /Cargo of salt/ })).toBeVisible();
  await closeNotebook(application);
  await openNotebook(application, kept);
  await expect(window.getByRole('row', { name: /Cargo of salt/ })).toBeVisible();
});

/** Words that are nowhere else in the program. */
const secrets = ['Quillfeather', 'zugzwang', 'Brimstone', 'marmalade'];

test('the log has no word of an article, a name, a comment or a search', async ({
  launch,
  profile,
  folder,
}) => {
  const application = await launch();
  const { app, window } = application;
  await makeNotebook(application, join(folder, 'a.casebook'));
  const article = join(folder, 'a.html');
  await writeFile(
    article,
    '<title>The zugzwang</title><p>Quillfeather came by night.</p><img src="http://192.0.2.1/Quillfeather.png"><script>zugzwang</script>',
  );
  const broken = join(folder, 'b.html');
  await writeFile(broken, 'PK\u0003\u0004Quillfeather');
  await importByMenu(application, [article, broken]);
  await window.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await openArticle(window, /zugzwang/);
  await articleText(window).focus();
  await window.keyboard.press('Shift+ArrowRight');
  await window.keyboard.press('a');
  await window.getByRole('combobox').first().fill('Brimstone');
  await expect(window.getByRole('option', { name: /Brimstone/ })).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(passageCards(window).getByRole('button', { name: 'Brimstone', exact: true })).toBeVisible();
  await window.keyboard.press('Control+K');
  await window.keyboard.type('"marmalade AND (');
  await window.keyboard.press('Enter');
  // A fault of the program is logged with its method, not with what was sent.
  await window.evaluate(() => {
    const { casebook } = window as unknown as { casebook: import('../../shared/bridge').Bridge };
    return casebook.invoke('search', JSON.stringify({ query: { marmalade: 'Quillfeather' } }));
  });
  await app.close();

  const log = await readFile(join(profile, 'logs', 'casebook.log'), 'utf8');
  expect(log).toContain('started');
  expect(log).toContain('bad-arguments');
  for (const secret of secrets) expect(log.toLowerCase()).not.toContain(secret.toLowerCase());
});

test('a log of a megabyte is put aside', async ({ launch, profile }) => {
  const logs = join(profile, 'logs');
  await mkdir(logs, { recursive: true });
  await writeFile(join(logs, 'casebook.log'), 'an earlier line\n'.repeat(80_000));
  const { app, window } = await launch();
  await expect(window.getByRole('heading', { name: 'Casebook' })).toBeVisible();
  await app.close();
  const third = await launch();
  await expect(third.window.getByRole('heading', { name: 'Casebook' })).toBeVisible();
  expect((await stat(join(logs, 'casebook.log'))).size).toBeLessThan(100_000);
  expect((await stat(join(logs, 'casebook.old.log'))).size).toBeGreaterThan(1_000_000);
});
