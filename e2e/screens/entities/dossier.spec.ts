/** The dossier of an actor: names by kind, an office with its time and words, claims with what became of them, merged and split. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ask } from '../../application';
import { expect, test } from '../../fixtures';
import { answerSaveDialog, expectNoBarriers } from '../../notebook-steps';
import { articleText } from '../../reading';
import { openFromList, openSample, passagesOf, side } from '../sample-notebook';

const title = (window: Page) => window.getByRole('textbox', { name: 'Name', exact: true });
const notices = (window: Page) => window.getByRole('region', { name: 'Notices' });

/** Two counts of the dead, by the colonel and the mayor, each on its words. */
async function contest(window: Page): Promise<void> {
  const idOf = async (method: string, args: object) =>
    (await ask<readonly { id: string }[]>(window, method, { limit: 1, ...args }))[0]?.id ?? '';
  const eventId = await idOf('findEvents', { text: 'Shooting at the Kessa' });
  const count = async (name: string, words: string, low: number, mode: string) => {
    const actorId = await idOf('findEntities', { text: name, kinds: ['actor'] });
    const { rows } = await ask<{ rows: readonly { annotationId: string }[] }>(window, 'listPassages', {
      filters: { words },
      sort: 'date',
      offset: 0,
      limit: 1,
    });
    await ask(window, 'addAccount', {
      eventId,
      fact: 'count',
      key: 'dead',
      mode,
      value: { kind: 'number', comparison: '=', low, high: null },
      claimant: { kind: 'actors', actorIds: [actorId] },
      evidence: rows.map(({ annotationId }) => annotationId),
    });
  };
  await count('Jarek Undas', 'eleven attackers were killed', 11, 'claims');
  await count('Mira Tolvane', 'seven people were killed', 7, 'states');
}

async function nameByKind(window: Page): Promise<void> {
  await window.getByRole('button', { name: /What sort of name/ }).press('Enter');
  await window.getByRole('option', { name: 'Former name' }).press('Enter');
  await window.getByRole('textbox', { name: 'Add a name' }).fill('حرس النهر');
  await window.keyboard.press('Enter');
  const former = window.getByRole('list', { name: 'Former names' });
  await expect(former).toHaveText('حرس النهر');
  await former.getByRole('button', { name: 'Change the name حرس النهر' }).press('Enter');
  await window.getByRole('menuitem', { name: 'Other script' }).press('Enter');
  await expect(window.getByRole('list', { name: 'Other scripts' })).toHaveText('حرس النهر');
  await expect(former).toHaveCount(0);
}

async function sayOffice(window: Page): Promise<void> {
  const relations = side(window, 'Offices and relations');
  await relations.getByRole('button', { name: 'Add', exact: true }).click();
  const form = relations.getByRole('form', { name: 'New relation' });
  await form.getByRole('combobox', { name: 'Whom or what' }).fill('Undas');
  await window.getByRole('option', { name: /Jarek Undas/ }).click();
  await expect(form.getByRole('combobox', { name: 'How' })).toBeFocused();
  await window.keyboard.type('has in');
  await window.getByRole('option', { name: 'has in office' }).click();
  await form.getByRole('textbox', { name: 'Office or title' }).fill('commander');
  await form.getByRole('textbox', { name: 'When' }).fill('since 2021');
  await form.getByRole('searchbox', { name: 'Find among its passages' }).fill('who commands');
  await form.getByRole('checkbox', { name: /who commands the Guard/ }).check();
  await expectNoBarriers(window);
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(relations.getByRole('list', { name: 'has in office' })).toContainText(
    'commander,Jarek Undassince 2021',
  );
  // Said the wrong way round, it is turned, and back.
  await relations.getByRole('button', { name: /^Turn the relation with Jarek Undas round/ }).click();
  await expect(relations.getByRole('list', { name: 'holds office in' })).toContainText('Jarek Undas');
  await relations.getByRole('button', { name: /^Turn the relation .* “has in office”$/ }).click();
  await expect(relations.getByRole('list', { name: 'has in office' })).toContainText('Jarek Undas');
}

test('an actor’s names, office, deeds and claims lead to the words; it is merged, and split again', async ({
  application,
  folder,
}) => {
  const { window, app } = await openSample(application, folder);
  await contest(window);
  await openFromList(window, 'Actors', 'Ordan River Guard');
  await nameByKind(window);
  await sayOffice(window);

  // The same office, read from his end; its words are one press away.
  const relations = side(window, 'Offices and relations');
  await relations.getByRole('button', { name: 'Jarek Undas', exact: true }).click();
  await expect(title(window)).toHaveValue('Jarek Undas');
  await expect(relations.getByRole('list', { name: 'holds office in' })).toContainText('Ordan River Guard');
  await relations.getByRole('button', { name: /who commands the Guard/ }).click();
  await expect(articleText(window)).toContainText('who commands the Guard');
  await window.keyboard.press('Alt+ArrowLeft');

  const claims = side(window, 'Claimed and denied');
  await expect(claims).toContainText('How many: dead');
  await expect(claims).toContainText('Undecided · Contradicted by Mira Tolvane (7).');
  await window.getByRole('navigation', { name: 'Parts of the dossier' }).getByText('Claimed').click();
  await expect(claims.getByRole('heading')).toBeFocused();
  await window.keyboard.press('Tab');
  await window.keyboard.press('ArrowDown');
  await expect(claims.locator('[data-walked]:focus')).toContainText('Eleven attackers were killed');
  await window.keyboard.press('Enter');
  await expect(articleText(window)).toContainText('Eleven attackers were killed');
  await window.keyboard.press('Alt+ArrowLeft');

  const table = join(folder, 'claims.csv');
  await answerSaveDialog(app, table);
  await window.getByRole('button', { name: 'Tables' }).click();
  await window.getByRole('menuitem', { name: 'Claimed and denied (CSV)…' }).click();
  await expect(notices(window)).toContainText('Exported to');
  expect(await readFile(table, 'utf8')).toMatch(/,claims,How many,dead,11,.*,Undecided,/s);

  await openFromList(window, 'Actors', 'Ordan River Guard');
  await expect(side(window, 'Timeline')).toContainText('2024');
  await window.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
  await window.getByRole('button', { name: 'Merge…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Merge with another' });
  await dialog.getByRole('combobox').fill('Undas');
  await expect(dialog.getByRole('option')).toHaveCount(1);
  await window.keyboard.press('Enter');
  await expect(dialog).toContainText('Nothing is lost');
  await expect(dialog.getByRole('button', { name: 'Merge' })).toBeFocused();
  await window.keyboard.press('Enter');
  const merged = side(window, 'Merged here');
  await expect(merged).toContainText('4 passages name it');
  await expect(merged).toContainText('also Colonel Undas');
  await expect(claims).toContainText('11');
  // Seven name one of the two; on the eighth rests what the colonel claims.
  await expect(passagesOf(window, 'Passages')).toHaveCount(8);
  await expect(side(window, 'Passages')).toContainText('7 of them name it');
  await side(window, 'Passages').getByRole('button', { name: 'Only those that name it' }).click();
  await expect(passagesOf(window, 'Passages')).toHaveCount(7);
  await side(window, 'Passages').getByRole('button', { name: 'Show all' }).click();
  await side(window, 'Passages')
    .getByRole('searchbox', { name: 'Words in the passages' })
    .fill('eleven dead');
  await expect(passagesOf(window, 'Passages')).toHaveCount(1);
  await expectNoBarriers(window);
  await merged.getByRole('button', { name: 'Split off Jarek Undas' }).click();
  await expect(notices(window)).toContainText('Split off “Jarek Undas”');
  await expect(merged).toHaveCount(0);
  await expect(claims).toHaveCount(0);
  await notices(window).getByRole('button', { name: 'Undo' }).last().click();
  await expect(merged).toContainText('Jarek Undas');
});
