/** The linking flow: words become evidence for an event with what their sentence says, in three keys; more facts, participants, undo. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { chooseTheme, expectNoBarriers, importByMenu, makeNotebook } from '../notebook-steps';
import { articleText, dragOver, markedWords, openArticle, passageCards, selectedText } from '../reading';
import { goTo, side } from './sample-notebook';

const article = `The strait after the truce

Velmar claims to have taken the whole of Gull Island. While Ordan gunners claim to have halted the landing, residents saw lights on the pier.

On July 4th the port of Ostrel endured a raid involving a combined 40 boats and drones. Port officials reported damage to two piers, with at least 23 people injured.

The envoy Mira Tolvane is expected to appeal to the council in August. Talks between Velmar and Ordan go on. Both sides confirmed a swap of prisoners.
`;

const panel = (window: Page) => window.getByRole('form', { name: 'Evidence for' });
const account = (window: Page, words: string | RegExp) =>
  passageCards(window)
    .getByRole('list', { name: 'Accounts' })
    .getByRole('listitem')
    .filter({ hasText: words });

async function makeActor(window: Page, words: string): Promise<void> {
  await dragOver(window, words);
  await window.keyboard.press('a');
  await expect(window.getByRole('option', { name: /^Create actor/ })).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(passageCards(window).getByRole('button', { name: words, exact: true })).toHaveCount(2);
}

test('words become evidence with what the sentence says of it', async ({ application, folder }) => {
  test.setTimeout(120_000);
  const { window } = application;
  const path = join(folder, 'strait.txt');
  writeFileSync(path, article);
  await makeNotebook(application, join(folder, 'linking.casebook'));
  await importByMenu(application, [path]);
  await openArticle(window, /The strait/);
  await window.getByRole('button', { name: 'When was it published?' }).click();
  await window.getByRole('textbox', { name: 'When was it published?' }).fill('5 July 2025');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('button', { name: 'When was it published?' })).toHaveCount(0);

  // The date makes a revision, and its text takes the place of the other.
  await expect(window.getByRole('button', { name: 'Revision 2' })).toBeVisible();

  // Three keys: the words are selected, E, Enter. Who says it and how is as the sentence has it.
  await dragOver(window, 'taken the whole of Gull Island');
  await window.keyboard.press('e');
  await window.keyboard.press('Enter');
  await expect(panel(window)).toHaveCount(0);
  const capture = account(window, 'It happened');
  await expect(capture.first()).toContainText('Velmar');
  await expect(capture.first()).toContainText('claims');
  await expect.poll(() => markedWords(window)).toEqual(expect.arrayContaining(['claims']));

  // One undo takes it all back: passage, cue, event, and the actor that was made.
  await articleText(window).focus();
  await window.keyboard.press('Control+Z');
  await expect.poll(() => markedWords(window)).toEqual([]);
  await window.keyboard.press('Control+Shift+Z');
  await expect(capture.first()).toContainText('Velmar');

  // Escape leaves nothing.
  await dragOver(window, 'residents saw lights');
  await window.keyboard.press('e');
  await expect(panel(window)).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(panel(window)).toHaveCount(0);
  await expect(articleText(window)).toBeFocused();
  await expect.poll(() => selectedText(window)).toBe('residents saw lights');
  expect(await markedWords(window)).not.toContain('residents saw lights');

  // Keys that are quicker than the list of events: one takes the title typed, the next saves.
  await window.keyboard.press('e');
  await panel(window).getByRole('combobox', { name: 'New event' }).fill('Lights on the pie');
  await window.keyboard.press('Alt+0');
  await Promise.all(['r', 'Enter', 'Enter'].map((key) => window.keyboard.press(key)));
  await expect(panel(window)).toHaveCount(0);
  await expect(
    passageCards(window).getByRole('button', { name: 'Lights on the pier', exact: true }),
  ).toBeVisible();

  // A count, then another fact from the same words; the date goes along with its own words.
  await dragOver(window, 'a combined 40 boats and drones');
  await window.keyboard.press('e');
  await expect(panel(window).getByRole('radio', { name: /boats and drones: 40/ })).toBeChecked();
  await expect(panel(window).getByRole('textbox', { name: 'When' })).toHaveValue('July 4th');
  await expectNoBarriers(window);
  await chooseTheme(application, 'dark');
  await expectNoBarriers(window);
  await panel(window).getByRole('combobox', { name: 'New event' }).fill('Raid on Ostrel');
  await window.keyboard.press('Enter');
  await window.keyboard.press('Control+Enter');
  await expect(panel(window)).toContainText('Saved. Another fact');
  await window.keyboard.press('Alt+2');
  await expect(
    panel(window)
      .getByRole('radio', { name: /It happened/ })
      .first(),
  ).toBeChecked();
  await window.keyboard.press('Enter');
  await expect(panel(window)).toHaveCount(0);
  await expect(account(window, 'It happened')).toHaveCount(2);
  await expect(account(window, 'boats and drones')).toHaveCount(1);
  await expect(account(window, '4 July 2025')).toHaveCount(1);

  // The same event is the likeliest for the next words of its paragraph; another speaker says them.
  await dragOver(window, 'at least 23 people injured');
  await window.keyboard.press('e');
  await expect(panel(window).getByRole('combobox', { name: 'Event' })).toHaveValue('Raid on Ostrel');
  await expect(panel(window).getByRole('textbox', { name: 'The source in words' })).toHaveValue(
    'Port officials',
  );
  await window.keyboard.press('Enter');
  await expect(account(window, 'at least 23')).toContainText('Port officials');

  // A plan is one, and a participant takes a role.
  await dragOver(window, 'appeal to the council in August');
  await window.keyboard.press('e');
  await expect(panel(window).getByRole('button', { name: /plans or announces/ })).toBeVisible();
  await window.keyboard.press('Escape');
  await makeActor(window, 'Mira Tolvane');
  await dragOver(window, 'Mira Tolvane');
  await window.keyboard.press('e');
  await expect(panel(window).getByRole('radio', { name: /initiator: Mira Tolvane/ })).toBeChecked();
  await window.keyboard.press('Escape');

  // A place that is made along the way is offered where the gazetteer has one of its name; nothing is taken unasked.
  await dragOver(window, 'the port of Ostrel');
  await window.keyboard.press('e');
  await panel(window).getByText('Another fact…').click();
  await panel(window).getByRole('button', { name: /Fact/ }).click();
  await window.getByRole('option', { name: 'Where', exact: true }).click();
  await expect(panel(window).getByRole('button', { name: /Fact$/ })).toBeFocused();
  await panel(window).getByRole('combobox', { name: 'Place' }).click();
  await window.keyboard.type('Odesa');
  await window.getByRole('option', { name: 'Create “Odesa”' }).click();
  const where = panel(window).getByRole('radiogroup', { name: 'Where the new place is' });
  await expect(where).toContainText('CC BY 4.0');
  await expect(where.getByRole('radio', { name: 'Not said yet' })).toBeChecked();
  await where.getByText('Ukraine').first().click();
  await expectNoBarriers(window);
  await panel(window).getByRole('button', { name: 'Save', exact: true }).click();
  await expect(panel(window)).toHaveCount(0);
  // So is one that is made by linking words to it.
  await dragOver(window, 'the port of Ostrel');
  await window.keyboard.press('p');
  await window.getByRole('combobox').fill('Kyiv');
  await window.getByRole('option', { name: /Create place “Kyiv”.*Ukraine/ }).click();
  await goTo(window, 'Places');
  await window.getByRole('gridcell', { name: 'Kyiv' }).dblclick();
  await expect(side(window, 'Where it is')).toContainText('(Kyiv, Ukraine), CC BY 4.0');
  await window.keyboard.press('Alt+ArrowLeft');
  await window.getByRole('gridcell', { name: 'Odesa' }).dblclick();
  await expect(side(window, 'Where it is')).toContainText('GeoNames 698740 (Odesa, Ukraine), CC BY 4.0');
});

test('a date waits for the day its article was published', async ({ application, folder }) => {
  const { window } = application;
  const path = join(folder, 'strait.txt');
  writeFileSync(path, article);
  await makeNotebook(application, join(folder, 'waiting.casebook'));
  await importByMenu(application, [path]);
  await openArticle(window, /The strait/);
  await dragOver(window, 'a combined 40 boats and drones');
  await window.keyboard.press('e');
  await expect(panel(window).getByRole('textbox', { name: 'When' })).toHaveValue('July 4th');
  await panel(window).getByRole('combobox', { name: 'New event' }).fill('Raid on Ostrel');
  // The first Enter takes the title where its list is open, the next records.
  await expect(async () => {
    await window.keyboard.press('Enter');
    await expect(panel(window)).toHaveCount(0, { timeout: 2000 });
  }).toPass();

  const unresolved = window.getByRole('listbox', { name: 'Dates unresolved' });
  await goTo(window, 'To do');
  await window.getByRole('button', { name: /^Dates unresolved/ }).click();
  await expect(unresolved.getByRole('option')).toHaveText([/Raid on Ostrel.*4 July/]);
  await window.keyboard.press('Alt+ArrowLeft');
  await window.getByRole('button', { name: 'When was it published?' }).click();
  await window.getByRole('textbox', { name: 'When was it published?' }).fill('5 July 2025');
  await window.keyboard.press('Enter');
  const notices = window.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText('1 date counted from this day');
  await notices.getByRole('button', { name: 'Show' }).click();
  await expect(window.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Raid on Ostrel');
  await expect(window.getByRole('region', { name: 'When', exact: true })).toContainText('4 July 2025');
  await goTo(window, 'To do');
  await expect(window.locator('header').getByRole('status')).toHaveText(/\d things?/);
  await expect(unresolved).toHaveCount(0);
});
