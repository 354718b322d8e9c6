/**
 * The pictures of the documentation, taken of the running application with the sample notebook: `npm run screenshots`
 * writes them to docs/images/. Not a test: nothing is held against them.
 */
import { copyFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from './fixtures';

const images = resolve(__dirname, '../docs/images');
const sample = resolve(__dirname, '../out/sample.casebook');

test('pictures of every screen', async ({ launch, folder }) => {
  const notebook = join(folder, 'The Kessa crossing.casebook');
  copyFileSync(sample, notebook);
  const { app, window } = await launch({ args: [notebook] });
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1360, 850));
  const take = async (name: string) => {
    await window.mouse.move(2, 2);
    await window.waitForTimeout(700); // what fades in has faded in
    await window.screenshot({ path: join(images, `${name}.png`) });
  };
  const go = (name: string) =>
    window.getByRole('navigation', { name: 'Notebook' }).getByRole('button', { name }).click();

  await expect(window.getByRole('gridcell', { name: /Seven dead as ferry/ })).toBeVisible();
  await take('library');
  await window.getByRole('gridcell', { name: /Seven dead as ferry/ }).dblclick();
  await expect(window.getByText('passages', { exact: false }).first()).toBeVisible();
  await take('reader');
  for (const screen of ['Actors', 'Events', 'Timeline', 'Notes', 'Tags']) {
    await go(screen);
    await take(screen.toLowerCase());
  }
  await window.getByRole('searchbox', { name: 'Search the notebook' }).fill('ferry');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('list', { name: 'Hits' })).toBeVisible();
  await take('search');
});
