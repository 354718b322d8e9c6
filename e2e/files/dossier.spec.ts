/**
 * Another state of a notebook is merged in, its differences chosen one by one; then a dossier is written with a source hidden,
 * and the page that a stranger would open checks it in Chromium, before and after somebody changed a word.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Application } from '../application';
import { expect, test } from '../fixtures';
import { answerSaveDialog, chooseMenu, expectNoBarriers, importByMenu } from '../notebook-steps';
import { askCommandLine, openSample } from '../screens/sample-notebook';

const hiddenTitle = 'River Guard repels armed landing';

/** The same notebook as JSON, as if somebody else had gone on with it. */
function otherState(path: string, folder: string): string {
  const json = join(folder, 'theirs.json');
  askCommandLine('export', path, '--format', 'notebook-json', '--out', json);
  const other = readFileSync(json, 'utf8')
    .replace('"title":"How many died?"', '"title":"How many were killed?"')
    .replace('"name":"Ordan River Guard"', '"name":"The Guard of the Ordan"');
  writeFileSync(json, other);
  return json;
}

async function mergeTheirs(application: Application, path: string): Promise<void> {
  const { window } = application;
  await importByMenu(application, [path]);
  const dialog = window.getByRole('dialog', { name: /^Import 1 file/ });
  const differences = dialog.getByRole('region', { name: 'Differences' });
  await expect(differences).toContainText('2 differences');
  await expect(differences).toContainText('The Guard of the Ordan');
  await expectNoBarriers(window);
  await differences
    .getByRole('listitem')
    .filter({ hasText: 'How many were killed?' })
    .getByRole('radio', { name: 'Take theirs' })
    .click({ force: true });
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect
    .poll(() =>
      window
        .getByRole('dialog')
        .or(window.getByRole('region', { name: 'Notices' }))
        .allTextContents(),
    )
    .not.toEqual([]);
}

const namesOf = (rows: unknown, field: string): string[] =>
  (rows as readonly Record<string, string>[]).map((row) => row[field] ?? '');

async function writeDossier({ app, window }: Application, path: string): Promise<void> {
  await chooseMenu(app, 'export');
  const dialog = window.getByRole('dialog', { name: 'Export' });
  await dialog
    .getByRole('option')
    .filter({ has: window.getByText('Dossier to be checked', { exact: true }) })
    .click();
  await dialog.getByText('Hidden sources: none').click();
  await dialog.getByRole('button', { name: new RegExp(hiddenTitle) }).click();
  await window.getByRole('option', { name: 'Nothing of its words' }).click();
  await dialog.getByText('Hide its name, too').click();
  await expect(dialog.getByText('Hidden sources: 1')).toBeVisible();
  await expectNoBarriers(window);
  await answerSaveDialog(app, path);
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog.getByRole('status')).toContainText(path);
  await dialog.getByRole('button', { name: 'Done' }).click();
}

/** The verifier's page as a stranger opens it: from the disk, in a browser window that has nothing of Casebook. */
async function openPage({ app }: Application, path: string): Promise<Page> {
  const opened = app.waitForEvent('window');
  await app.evaluate(async ({ BrowserWindow }, file) => {
    const stranger = new BrowserWindow({ webPreferences: { partition: 'stranger', sandbox: true } });
    await stranger.loadFile(file);
  }, path);
  return opened;
}

const wordsBelow = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');

test('a notebook is merged, and a dossier of it is checked by a stranger', async ({
  application,
  folder,
}) => {
  test.setTimeout(180_000);
  const { window, path } = await openSample(application, folder);
  await mergeTheirs(application, otherState(path, folder));
  await expect
    .poll(() => namesOf(askCommandLine('list', path, 'notes'), 'title'))
    .toContain('How many were killed?');
  expect(namesOf(askCommandLine('list', path, 'entities'), 'name')).toContain('Ordan River Guard');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);

  const dossier = join(folder, 'For the court');
  await writeDossier(application, dossier);
  expect(wordsBelow(dossier)).not.toContain(hiddenTitle);
  const page = await openPage(application, join(dossier, 'verify', 'verify.html'));
  const verdict = page.locator('#verdict');
  await page.getByLabel('Folder:').setInputFiles(dossier);
  await expect(verdict).toHaveText('Everything that can be checked is as the dossier says.');
  await expect(page.locator('#result')).toContainText('nothing of its text is shown');

  const [text = ''] = readdirSync(join(dossier, 'texts'));
  const file = join(dossier, 'texts', text);
  writeFileSync(file, readFileSync(file, 'utf8').replace('the', 'teh'));
  await page.reload();
  await page.getByLabel('Folder:').setInputFiles(dossier);
  await expect(verdict).toContainText('found.');
  await expect(page.locator('#result')).toContainText(`texts/${text}: the file was changed`);
});
