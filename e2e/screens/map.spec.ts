/** Places found in the gazetteer and put in each other; then the map by mouse and keyboard, in time, as a table and as files. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { answerOpenDialog, answerSaveDialog, chooseTheme, expectNoBarriers } from '../notebook-steps';
import { goTo, openFromList, openSample, side } from './sample-notebook';

const where = (window: Page) => side(window, 'Where it is');
const map = (window: Page) => window.getByRole('group', { name: 'Map' });
const sign = (window: Page, name: RegExp) => map(window).getByRole('button', { name });
const status = (window: Page) => window.getByRole('status').filter({ hasText: 'on the map' });

/** Types coordinates by hand. */
async function typeCoordinates(window: Page, words: string): Promise<void> {
  await where(window).getByRole('button', { name: 'Type in…' }).click();
  await window.getByRole('textbox', { name: 'Latitude, longitude' }).fill(words);
  await window.keyboard.press('Enter');
}

async function choosePrecision(window: Page, precision: string): Promise<void> {
  await where(window)
    .getByRole('button', { name: /How exactly it is known/ })
    .click();
  await window.getByRole('option', { name: precision }).click();
  await expect(where(window).getByRole('button', { name: /How exactly it is known/ })).toContainText(
    precision,
  );
}

async function findGullhead(window: Page): Promise<void> {
  await openFromList(window, 'Places', 'Gullhead');
  await expect(where(window)).toContainText('No coordinates: it is not on the map.');
  await where(window).getByRole('button', { name: 'Find in gazetteer…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Find in the gazetteer' });
  await expect(dialog.getByRole('searchbox')).toHaveValue('Gullhead');
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await dialog.getByRole('searchbox').fill('Одеса');
  const odesa = dialog.getByRole('option', { name: /^Odesa/ }).first();
  await expect(odesa).toContainText('Ukraine');
  await expect(odesa).toContainText('people');
  await expect(dialog).toContainText('GeoNames, CC BY 4.0');
  await expect(dialog.getByRole('button', { name: 'Use this place' })).toBeDisabled();
  await dialog.getByRole('searchbox').press('Enter');
  await expect(odesa).toHaveAttribute('aria-selected', 'true');
  await dialog.getByRole('checkbox', { name: 'Одеса', exact: true }).check();
  await expectNoBarriers(window);
  await dialog.getByRole('button', { name: 'Use this place' }).click();
  await expect(where(window)).toContainText(/46\.4\d+, 30\.7\d+/);
  await expect(where(window)).toContainText(/GeoNames \d+ \(Odesa, Ukraine\), CC BY 4\.0/);
  await expect(where(window).getByRole('button', { name: /How exactly/ })).toContainText('a settlement');
  await expect(side(window, 'Names')).toContainText('Одеса');
}

async function putInside(window: Page): Promise<void> {
  await where(window).getByRole('button', { name: 'Lies inside…' }).click();
  await window.getByRole('combobox', { name: '“Gullhead” lies in' }).fill('Kess province');
  await expect(window.getByRole('option', { name: 'Create place “Kess province”' })).toBeVisible();
  await window.keyboard.press('Enter');
  const path = where(window).getByRole('group', { name: 'Lies in' });
  await path.getByRole('button', { name: 'Kess province' }).click();
  await expect(where(window)).toContainText('In it');
  await where(window).getByRole('button', { name: 'Lies inside…' }).click();
  await window.getByRole('combobox', { name: '“Kess province” lies in' }).fill('Gullhead');
  await window
    .getByRole('option', { name: /^Gullhead ·?/ })
    .first()
    .click();
  await expect(window.getByRole('alert')).toHaveText('That place lies in “Kess province” itself.');
  await window.keyboard.press('Escape');
}

async function placeTheOthers(window: Page): Promise<void> {
  await openFromList(window, 'Places', 'Kessa crossing');
  await typeCoordinates(window, '46.65 N, somewhere');
  await expect(window.getByText('These are not understood as coordinates.')).toBeVisible();
  await window.keyboard.press('Escape');
  await typeCoordinates(window, '46°39′ N, 32°37′ E');
  await expect(where(window)).toContainText('46.65, 32.61667');
  await openFromList(window, 'Places', 'Marrow Point');
  await typeCoordinates(window, '45.3, 36.5');
  await choosePrecision(window, 'a region');
}

test('places get coordinates, and a place for themselves on the map', async ({ application, folder }) => {
  test.setTimeout(120_000);
  const { app, window } = await openSample(application, folder);
  await findGullhead(window);
  await putInside(window);
  await placeTheOthers(window);
  await where(window).getByRole('button', { name: 'On the map' }).click();

  await expect(status(window)).toHaveText('12 events, 3 places on the map');
  await expect(sign(window, /^Marrow Point: 1 event, somewhere in this area/)).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(side(window, 'Marrow Point')).toContainText('somewhere in a region');
  await expectNoBarriers(window);
  await walkByKeys(window);
  await useMouse(window);
  await chooseTime(window);
  await addBoundaries(app, window, folder);
  await exportAll(app, window, folder);
  await contest(window);
  await chooseTheme({ app, window }, 'dark');
  await narrow(window);
  await expectNoBarriers(window);
  await window.reload();
  await goTo(window, 'Map');
  await expect(sign(window, /^Kessa crossing: 4 events/)).toBeVisible();
  await expect(map(window).locator('[data-boundaries]')).toHaveCount(1);
});

/** An event that is said to be at two places is drawn at both, joined. */
async function contest(window: Page): Promise<void> {
  await openFromList(window, 'Events', 'Talks at Marrow Point');
  await window.getByRole('button', { name: 'Add an account: Where' }).press('Enter');
  const form = window.getByRole('form', { name: 'Add an account: Where' });
  await form.getByRole('combobox', { name: 'Place' }).fill('Gullhead');
  // Not the list from before the name was typed.
  await expect(window.getByRole('option').first()).toHaveAccessibleName(/^Gullhead/);
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await window.keyboard.press('Control+Enter');
  await expect(side(window, 'Where')).toContainText('Contested: 2 values');
  await goTo(window, 'Map');
  await expect(sign(window, /^Gullhead: 2 events, place contested/)).toBeVisible();
  await expect(sign(window, /^Marrow Point: 1 event, somewhere in this area, place contested/)).toBeVisible();
  await expect(map(window).locator('[data-tie]')).toHaveCount(1);
}

/** Only what one actor took part in, then only one type of event. */
async function narrow(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'With the actor: All actors' }).click();
  await window.getByRole('combobox', { name: 'With the actor' }).fill('River Guard');
  await window.getByRole('option', { name: /^Ordan River Guard/ }).click();
  await expect(status(window)).toHaveText('1 event, 1 place on the map');
  await window.getByRole('button', { name: 'Show all actors' }).click();
  await window.getByRole('button', { name: /Type of event/ }).click();
  await window.getByRole('option', { name: 'Movement' }).click();
  await expect(status(window)).toHaveText('2 events, 1 place on the map');
  await window.getByRole('button', { name: /Type of event/ }).click();
  await window.getByRole('option', { name: 'Every type' }).click();
  await expect(status(window)).toHaveText('12 events, 3 places on the map');
}

async function walkByKeys(window: Page): Promise<void> {
  const scale = map(window).locator('svg g[aria-hidden] text').last();
  const before = await scale.textContent();
  await map(window).focus();
  for (const key of ['+', '+', '+', 'ArrowLeft', '0', '-', '-', '-', '-']) await window.keyboard.press(key);
  await expect(scale).not.toHaveText(before ?? '');
  await window.keyboard.press('0');
  await window.keyboard.press('Tab');
  const focused = window.locator('[data-sign]:focus');
  await expect(focused).toHaveCount(1);
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft']) await window.keyboard.press(key);
  await expect(focused).toHaveAccessibleName(/^Gullhead: 1 event/);
  await window.keyboard.press('ArrowRight');
  await expect(focused).toHaveAccessibleName(/^Kessa crossing: 4 events/);
  await window.keyboard.press('Enter');
  await expect(side(window, 'Kessa crossing').getByRole('listitem')).toHaveCount(4);
  await side(window, 'Kessa crossing').getByRole('button', { name: 'Ferry sails again' }).click();
  await expect(window.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Ferry sails again');
  await window.keyboard.press('Alt+ArrowLeft');
  await expect(sign(window, /^Kessa crossing/)).toHaveAttribute('aria-pressed', 'true');
}

async function useMouse(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'All places', exact: true }).click();
  await expect(side(window, 'Without coordinates')).toContainText('4 events at places without coordinates');
  await expect(side(window, 'At no place')).toContainText('2 events');
  const crossing = sign(window, /^Kessa crossing/);
  const before = await crossing.boundingBox();
  const box = await map(window).boundingBox();
  if (!before || !box) throw new Error('the map is not shown');
  await window.mouse.move(box.x + 60, box.y + 200);
  await window.mouse.down();
  await window.mouse.move(box.x + 160, box.y + 240, { steps: 4 });
  await window.mouse.up();
  await expect
    .poll(async () => Math.round((await crossing.boundingBox())?.x ?? 0))
    .toBe(Math.round(before.x + 100));
  await window.mouse.wheel(0, -300);
  await expect.poll(async () => (await crossing.boundingBox())?.x).not.toBe(before.x + 100);
  await window.getByRole('button', { name: 'Show all places' }).click();
  await crossing.click();
  await expect(crossing).toHaveAttribute('aria-pressed', 'true');
}

async function chooseTime(window: Page): Promise<void> {
  const to = window.getByRole('slider', { name: 'To' });
  await expect(to).toHaveAttribute('aria-valuetext', 'Mar 2024');
  await to.press('ArrowLeft');
  await expect(to).toHaveAttribute('aria-valuetext', 'Feb 2024');
  await expect(status(window)).toHaveText('5 events, 2 places on the map, 1 undated left out');
  // By 31 March: at any time before, so possibly in February as well.
  await expect(sign(window, /^Kessa crossing: 1 event, 1 of them possibly at this time/)).toBeVisible();
  await window.getByRole('button', { name: 'All time' }).click();
  await expect(status(window)).toHaveText('12 events, 3 places on the map');
}

async function addBoundaries(app: ElectronApplication, window: Page, folder: string): Promise<void> {
  const [wrong, right] = [join(folder, 'wrong.geojson'), join(folder, 'right.geojson')];
  writeFileSync(wrong, '{"type":"LineString","coordinates":[[3339584,6446275],[3339585,6446276]]}');
  writeFileSync(right, '{"type":"LineString","coordinates":[[30,46],[33,47],[36,46]]}');
  await window.getByRole('button', { name: 'Legend' }).click();
  await expect(window.getByText('Why there are no borders.')).toBeVisible();
  await answerOpenDialog(app, [wrong]);
  await window.getByRole('button', { name: 'Add boundaries…' }).click();
  await expect(window.getByText('A position in the file is not in degrees', { exact: false })).toBeVisible();
  await answerOpenDialog(app, [right]);
  await window.getByRole('button', { name: 'Add boundaries…' }).click();
  await expect(window.getByText('Added: right.geojson')).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(map(window)).toContainText('Boundaries added from “right.geojson”');
}

/** What is written, of each kind. */
async function exportAll(app: ElectronApplication, window: Page, folder: string): Promise<void> {
  const write = async (kind: RegExp, name: string) => {
    const path = join(folder, name);
    await answerSaveDialog(app, path);
    await window.getByRole('button', { name: 'Export' }).click();
    await window.getByRole('menuitem', { name: kind }).click();
    await expect(window.getByText(`Exported to ${path}`)).toBeVisible();
    return readFileSync(path);
  };
  const svg = String(await write(/SVG/, 'map.svg'));
  expect(svg).toContain('Land: Natural Earth');
  expect(svg).toContain('Kessa crossing');
  expect(svg).not.toContain('var(--');
  expect((await write(/PNG/, 'map.png')).subarray(1, 4).toString()).toBe('PNG');
  await window.getByRole('radio', { name: 'Table' }).press('Space');
  const rows = window.getByRole('grid', { name: 'Events by place' }).getByRole('row');
  await expect(rows).toHaveCount(13);
  await expectNoBarriers(window);
  const csv = String(await write(/CSV/, 'map.csv'))
    .trim()
    .split('\r\n');
  expect(csv).toHaveLength(13);
  expect(csv[1]).toMatch(/^Kessa crossing,,precision not said,46\.65,32\.61667,/);
  await window.getByRole('radio', { name: 'Map' }).press('Space');
}
