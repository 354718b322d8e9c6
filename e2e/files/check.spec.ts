/** A notebook that was damaged behind the program's back: the check says so in words, the repair mends what it can. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Page } from '@playwright/test';
import { passages, prepare } from '../editing/prepared-notebook';
import { expect, test } from '../fixtures';
import { chooseMenu, closeNotebook, expectNoBarriers, openNotebook } from '../notebook-steps';
import { markedWords } from '../reading';

/** As another program might: a passage beside its words, a sort key that is not the title's, an altered original. */
function damage(path: string): void {
  const database = new DatabaseSync(path);
  database.exec(`
    UPDATE anchor SET start = start + 2, "end" = "end" + 2 WHERE start > 0 AND annotation_id = (SELECT max(annotation_id) FROM anchor);
    UPDATE article SET sort_title = 'zzz';
    DELETE FROM search_item WHERE kind = 'passage';
    UPDATE original_bytes SET bytes = CAST('other' AS BLOB);`);
  database.close();
}

const dialogOf = (window: Page) => window.getByRole('dialog', { name: 'Check of the notebook' });

test('a damaged notebook is checked, looked at and repaired', async ({ application, folder }) => {
  await prepare(application, folder);
  await closeNotebook(application);
  const path = join(folder, 'Kessa.casebook');
  damage(path);

  const { app, window } = application;
  await openNotebook(application, path);
  await chooseMenu(app, 'check');
  const dialog = dialogOf(window);
  await expect(dialog).toContainText('9 things are wrong');
  for (const heading of ['Texts and originals', 'Passages', 'Sorting and finding', 'Search'])
    await expect(dialog.getByRole('heading', { name: heading })).toBeVisible();
  await expect(dialog).toContainText(passages[4]);
  await expectNoBarriers(window);

  await dialog.getByRole('button', { name: 'Show passage' }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => markedWords(window)).not.toContain(passages[4]);

  await chooseMenu(app, 'check');
  await dialog.getByRole('button', { name: 'Repair…' }).click();
  const question = window.getByRole('alertdialog', { name: 'Repair the notebook?' });
  await expect(question).toContainText('8 things will be repaired, 1 cannot be');
  await expectNoBarriers(window);
  await question.getByRole('button', { name: 'Repair' }).click();
  await expect(dialog.getByRole('heading', { name: 'Repaired', exact: true })).toBeVisible();
  await expect(dialog).toContainText('Put a passage back on its words');
  await expect(dialog).toContainText('One thing is wrong');
  await expect(dialog).toContainText('The original bytes are not those that were kept');
  await expect(dialog.getByRole('button', { name: 'Repair…' })).toBeHidden();
  expect(readdirSync(folder).filter((name) => name.includes('.before-repair.'))).toHaveLength(1);
  await expectNoBarriers(window);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => markedWords(window)).toContain(passages[4]);
});
