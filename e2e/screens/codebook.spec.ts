/** The codebook: a ready list taken over, types and roles in one's own order, tags merged and split. */
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { chooseTheme, expectNoBarriers } from '../notebook-steps';
import { openFromList, openSample } from './sample-notebook';

const names = (window: Page, list: string) =>
  window
    .getByRole('grid', { name: list })
    .or(window.getByRole('listbox', { name: list }))
    .getByRole('row')
    .or(window.getByRole('listbox', { name: list }).getByRole('option'));

async function takeOver(window: Page, list: string): Promise<void> {
  await window.getByRole('button', { name: 'Ready lists…' }).click();
  await window.getByRole('dialog').getByText(list, { exact: true }).click();
  await expectNoBarriers(window);
  await window.getByRole('button', { name: 'Add to mine' }).click();
  await expect(window.getByRole('region', { name: 'Notices' })).toContainText(`Took over the list “${list}”`);
}

test('types and roles are one’s own, and merged tags come apart again', async ({ application, folder }) => {
  const { app, window } = await openSample(application, folder);
  await openFromList(window, 'Events', 'Talks at Marrow Point');
  await window.getByRole('button', { name: 'Edit types…' }).click();
  await takeOver(window, 'ACLED');
  await expect(names(window, 'Event types').filter({ hasText: 'Air/drone strike' })).toHaveCount(1);
  await expect(names(window, 'Event types').filter({ hasText: 'Agreement' })).toHaveCount(1);
  await window.getByRole('textbox', { name: 'New event type' }).fill('Flood');
  await window.keyboard.press('Enter');
  const details = window.getByRole('region', { name: 'Event type Flood' });
  await details.getByRole('button', { name: 'Move Flood up' }).click();
  await details.getByRole('textbox', { name: 'What it is for' }).fill('Water where it should not be.');
  await details.getByRole('textbox', { name: 'Name' }).fill('Flooding');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('region', { name: 'Event type Flooding' })).toBeVisible();
  await window.getByRole('textbox', { name: 'New event type' }).fill('flooding');
  await window.keyboard.press('Enter');
  await expect(
    window.getByText('There is an event type “flooding” already.', { exact: false }),
  ).toBeVisible();
  await expectNoBarriers(window);

  await window.getByText('Roles', { exact: true }).click();
  await window.getByRole('textbox', { name: 'New role' }).fill('witness');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('region', { name: 'Role witness' })).toBeVisible();
  await chooseTheme({ app, window }, 'dark');
  await expectNoBarriers(window);

  await window.getByText('Tags', { exact: true }).click();
  for (const name of ['Doubt', 'Uncertainty']) {
    await window.getByRole('textbox', { name: 'New tag' }).fill(name);
    await window.keyboard.press('Enter');
    await expect(window.getByRole('region', { name: `Tag ${name}` })).toBeVisible();
  }
  await window.getByRole('button', { name: 'Merge into…' }).click();
  await window.keyboard.type('Doubt');
  await window.keyboard.press('Enter');
  await expect(names(window, 'Tags').filter({ hasText: 'Uncertainty' })).toHaveCount(0);
  await names(window, 'Tags').filter({ hasText: 'Doubt' }).click();
  await window.getByRole('button', { name: 'Split off Uncertainty' }).click();
  await expect(names(window, 'Tags').filter({ hasText: 'Uncertainty' })).toHaveCount(1);
  await expectNoBarriers(window);
});
