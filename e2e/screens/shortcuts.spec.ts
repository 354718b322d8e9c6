/** Keys of the researcher's own: chosen, heard at once, taken from another command, kept over a restart, given back. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { expectNoBarriers, makeNotebook } from '../notebook-steps';

const dialog = (window: Page) => window.getByRole('dialog', { name: 'Keyboard shortcuts' });
const heading = (window: Page, name: string) => window.getByRole('heading', { name, exact: true });

async function choose(window: Page, command: string, keys: string): Promise<void> {
  await dialog(window)
    .getByRole('button', { name: `${command}: change the keys` })
    .click();
  await window.keyboard.press(keys);
}

test('keys are changed, kept and given back', async ({ launch, folder }) => {
  const path = join(folder, 'keys.casebook');
  const first = await launch();
  const { window } = first;
  await makeNotebook(first, path);
  await window.keyboard.press('Shift+?');
  await choose(window, 'Codebook', 'F6');
  await expect(dialog(window).getByRole('button', { name: 'Codebook: change the keys' })).toContainText('F6');
  await expect(dialog(window).getByRole('button', { name: 'Codebook: change the keys' })).toBeFocused();

  await choose(window, 'Notes', 'g');
  await expect(
    dialog(window).getByText('This command also works while you type', { exact: false }),
  ).toBeVisible();
  await window.keyboard.press('Control+2');
  await expect(dialog(window).getByText('These are the keys of “Actors”.')).toBeVisible();
  await expectNoBarriers(window);
  await window.keyboard.press('Enter');
  await expect(dialog(window).getByRole('button', { name: 'Actors: change the keys' })).toContainText('none');
  await window.keyboard.press('Escape');

  const codebook = window.locator('nav[aria-label="Notebook"]').getByRole('button', { name: 'Codebook' });
  await codebook.hover();
  await expect(window.getByRole('tooltip')).toHaveText('CodebookF6');
  await expect(codebook).toHaveAccessibleDescription('Codebook F6');
  await window.mouse.move(-9, 300);
  await expect(window.getByRole('tooltip')).toHaveCount(0);
  await codebook.hover();
  await expect(window.getByRole('tooltip')).toBeVisible();
  await window.keyboard.press('F6');
  await expect(window.getByRole('tooltip')).toHaveCount(0);
  await expect(heading(window, 'Codebook')).toBeVisible();
  await window.keyboard.press('Control+2');
  await expect(heading(window, 'Notes')).toBeVisible();
  await window.keyboard.press('Control+7');
  await expect(heading(window, 'Notes')).toBeVisible();
  await first.app.close();

  const { window: again } = await launch({ args: [path] });
  await expect(heading(again, 'Library')).toBeVisible();
  await again.keyboard.press('F6');
  await expect(heading(again, 'Codebook')).toBeVisible();
  await again.keyboard.press('Shift+?');
  await dialog(again).getByRole('searchbox', { name: 'Find a command' }).fill('codebook');
  await expect(dialog(again).getByRole('listitem')).toHaveCount(1);
  await dialog(again).getByRole('button', { name: 'Back to the first keys for Codebook' }).click();
  await dialog(again).getByRole('button', { name: 'All as they were at first' }).click();
  await again.keyboard.press('Escape');
  await again.keyboard.press('Control+2');
  await expect(heading(again, 'Actors')).toBeVisible();
});

test('shortcuts work on a keyboard of another script', async ({ application, folder }) => {
  const { window } = application;
  await makeNotebook(application, join(folder, 'keys.casebook'));
  await expect(heading(window, 'Library')).toBeVisible();
  const press = (key: string, code: string) =>
    window.evaluate(
      (init) =>
        document.body.dispatchEvent(new KeyboardEvent('keydown', { ...init, ctrlKey: true, bubbles: true })),
      { key, code },
    );
  await press('л', 'KeyK');
  await expect(
    window.getByRole('combobox', { name: 'Search' }).or(window.getByRole('searchbox')).first(),
  ).toBeFocused();
});
