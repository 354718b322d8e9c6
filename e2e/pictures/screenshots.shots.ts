/**
 * The pictures of the documentation, taken of the running application with the sample notebook: `npm run screenshots`
 * writes them to docs/images/. Not a test: nothing is held against them.
 */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { Application } from '../application';
import { expect, test } from '../fixtures';
import { chooseMenu } from '../notebook-steps';
import { articleText, dragOver, openArticle } from '../reading';
import { shrinkPng } from './small-png';

const images = resolve(__dirname, '../../docs/images');
const sample = resolve(__dirname, '../../out/sample.casebook');
const size = { width: 1280, height: 800 };

test.setTimeout(240_000);
test.beforeAll(() => void mkdirSync(join(images, 'views'), { recursive: true }));

async function fit({ app }: Application): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
}

/** Takes a picture when what fades in has faded in. */
async function take(window: Page, name: string): Promise<void> {
  await window.mouse.move(2, 2);
  await window.waitForTimeout(900);
  writeFileSync(join(images, `${name}.png`), shrinkPng(await window.screenshot()));
}

const openScreen = (window: Page, name: string) =>
  window.getByRole('navigation', { name: 'Notebook' }).getByRole('button', { name }).click();

const openRow = (window: Page, role: 'row' | 'option', name: RegExp) =>
  window.getByRole(role, { name }).first().dblclick();

const gazette = /Seven dead as ferry/;

async function takeReading({ app, window }: Application): Promise<void> {
  await openArticle(window, gazette);
  await expect(articleText(window).locator('mark').first()).toBeVisible();
  await take(window, 'reader');
  await chooseMenu(app, 'theme-dark');
  await take(window, 'reader-dark');
  await chooseMenu(app, 'theme-light');
  await dragOver(window, 'Lantern Line');
  await window.keyboard.press('a');
  await expect(window.getByRole('option').first()).toBeVisible();
  await take(window, 'linking');
  await window.keyboard.press('Escape');
  await dragOver(window, 'Seven people were killed');
  await window.keyboard.press('e');
  await expect(window.getByRole('form', { name: 'Evidence for' })).toBeVisible();
  await take(window, 'evidence');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+Shift+KeyE');
  await expect(window.locator('[contenteditable=true]')).toBeVisible();
  await take(window, 'correct');
  await window.getByRole('button', { name: 'Close', exact: true }).click();
}

async function takeRecords({ window }: Application): Promise<void> {
  await openScreen(window, 'Actors');
  await openRow(window, 'row', /Ordan River Guard/);
  await expect(window.getByRole('region', { name: 'Passages' })).toBeVisible();
  await take(window, 'actor');
  await window.keyboard.press('Control+KeyE');
  await expect(window.getByRole('dialog', { name: 'Export' })).toBeVisible();
  await take(window, 'export');
  await window.keyboard.press('Escape');
  await openScreen(window, 'Events');
  await openRow(window, 'row', /Shooting at the Kessa crossing/);
  await expect(window.getByRole('region', { name: 'Evidence' })).toBeVisible();
  await take(window, 'event');
  await openScreen(window, 'Timeline');
  await take(window, 'views/timeline');
}

async function takeOverviews({ window }: Application): Promise<void> {
  for (const screen of ['Network', 'Quotations', 'Matrix', 'Codebook', 'To do']) {
    await openScreen(window, screen);
    await expect(window.getByRole('heading', { name: screen, exact: true })).toBeVisible();
    await window.waitForTimeout(1500);
    await take(window, `views/${screen.toLowerCase().replace(' ', '-')}`);
  }
}

/** The sample's places are nowhere on earth: for the picture they lie along a coast, as exactly as each is told of. */
const madeUp: readonly (readonly [name: string, latitude: number, longitude: number, exactness: string])[] = [
  ['Ostrel', 46.2, 30.35, 'a settlement'],
  ['Ostrel harbour', 46.17, 30.42, 'an exact point'],
  ['Kessa crossing', 46.36, 30.72, 'an exact point'],
  ['Lower Kessa', 46.62, 31.15, 'a district'],
  ['Gullhead', 45.72, 29.75, 'a settlement'],
  ['Marrow Point', 45.36, 30.62, 'an exact point'],
];

async function putOnTheMap(window: Page): Promise<void> {
  for (const [name, latitude, longitude, exactness] of madeUp) {
    await openScreen(window, 'Places');
    const named = window.getByText(name, { exact: true });
    await window.getByRole('row').filter({ has: named }).first().dblclick();
    const where = window.getByRole('region', { name: 'Where it is', exact: true });
    await where.getByRole('button', { name: 'Type in…' }).click();
    await window.getByRole('textbox', { name: 'Latitude, longitude' }).fill(`${latitude}, ${longitude}`);
    await window.keyboard.press('Enter');
    await expect(where).toContainText(`${latitude}, ${longitude}`);
    await where.getByRole('button', { name: /How exactly it is known/ }).click();
    await window.getByRole('option', { name: exactness, exact: true }).click();
  }
}

async function takeMap({ window }: Application): Promise<void> {
  await putOnTheMap(window);
  await openScreen(window, 'Map');
  await window.locator('[data-sign]').first().waitFor();
  await take(window, 'views/map');
}

async function takeWriting({ window }: Application): Promise<void> {
  await openScreen(window, 'Notes');
  await openRow(window, 'option', /How many died/);
  await expect(window.getByRole('region', { name: 'Note' })).toBeVisible();
  await take(window, 'note');
  await window.getByRole('searchbox', { name: 'Search the notebook' }).fill('dead OR killed');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('list', { name: 'Hits' })).toBeVisible();
  await take(window, 'search');
}

test('the start page', async ({ launch }) => {
  const application = await launch();
  await fit(application);
  await expect(application.window.getByRole('button', { name: 'New notebook…' })).toBeVisible();
  await take(application.window, 'start');
});

test('every screen', async ({ launch, folder }) => {
  const notebook = join(folder, 'The Kessa crossing.casebook');
  copyFileSync(sample, notebook);
  const application = await launch({ args: [notebook] });
  await fit(application);
  await expect(application.window.getByRole('gridcell', { name: gazette })).toBeVisible();
  await take(application.window, 'library');
  await takeReading(application);
  await takeRecords(application);
  await takeOverviews(application);
  await takeWriting(application);
  await takeMap(application);
});
