/** The timeline in lanes: walked by keys, pointed at, dragged, zoomed and brushed by the mouse, narrowed, exported, left and found again. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { answerSaveDialog, chooseTheme, expectNoBarriers } from '../notebook-steps';
import { goTo, openSample } from './sample-notebook';

const lanes = (window: Page) => window.getByRole('listbox', { name: /^Events in lanes/ });
const current = (window: Page) => lanes(window).getByRole('option');
const card = (window: Page) => window.locator('[data-event-card]');

/** From when to when is shown, in words. */
const shown = (window: Page): Promise<(string | null)[]> =>
  Promise.all(
    ['Shown from', 'Shown until'].map((name) =>
      window.getByRole('slider', { name }).getAttribute('aria-valuetext'),
    ),
  );

/** Does something and waits for other days to be shown. */
async function expectOtherDays(window: Page, work: () => Promise<void>): Promise<void> {
  const before = await shown(window);
  await work();
  await expect.poll(() => shown(window)).not.toEqual(before);
}

/** A point of an element, as shares of its width and height. */
async function pointIn(window: Page, selector: string, across: number, downPx: number) {
  const box = await window.locator(selector).boundingBox();
  if (!box) throw new Error(`not shown: ${selector}`);
  return { x: box.x + box.width * across, y: box.y + downPx };
}

async function drag(window: Page, selector: string, from: number, to: number, downPx: number): Promise<void> {
  const [start, end] = [
    await pointIn(window, selector, from, downPx),
    await pointIn(window, selector, to, downPx),
  ];
  await window.mouse.move(start.x, start.y);
  await window.mouse.down();
  await window.mouse.move((start.x + end.x) / 2, start.y, { steps: 3 });
  await window.mouse.move(end.x, end.y);
  await window.mouse.up();
}

const field = '[data-lanes] canvas';

test('events in lanes, by keys and by mouse', async ({ application, folder }) => {
  test.setTimeout(120_000);
  const { app, window } = await openSample(application, folder);
  await goTo(window, 'Timeline');
  await expect(window.getByRole('status').filter({ hasText: '12 events' })).toBeVisible();
  await expect(window.getByRole('region', { name: 'No date yet' })).toContainText('Rifles brought on board');

  await lanes(window).focus();
  await window.keyboard.press('Control+Home');
  await expect(current(window)).toHaveText(/^Dock strike begins in Ostrel/);
  await expect(current(window)).toHaveAccessibleDescription(
    /19 February 2024, uncertain, Ostrel harbour, Protest, .*3 passages\. Lane Dockworkers’ League/,
  );
  await expect(card(window)).toContainText('19 February 2024, uncertain');
  await expect(window.locator('[data-spoken-event]')).toHaveText(
    /^Dock strike begins.*19 February 2024, uncertain/,
  );
  await window.keyboard.press('End');
  await expect(current(window)).toHaveText(/^Harbour of Ostrel closed/);
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowDown');
  await expect(current(window)).toHaveAccessibleDescription(/Lane Strait Commission/);
  await window.keyboard.press('ArrowLeft');
  await expect(current(window)).toHaveText(/^Talks at Marrow Point/);
  // The names of the lanes: one stop of Tab, walked by the arrows.
  await window.keyboard.press('Shift+Tab');
  const names = window.getByRole('toolbar', { name: 'Lanes' });
  await expect(names.getByRole('button').last()).toBeFocused();
  await window.keyboard.press('ArrowUp');
  await expect(names.getByRole('button').nth(-2)).toBeFocused();
  await lanes(window).focus();
  for (const key of ['+', 'Shift+ArrowRight', '-', '0'])
    await expectOtherDays(window, () => window.keyboard.press(key));
  await expectNoBarriers(window);
  await chooseTheme({ app, window }, 'dark');
  await expectNoBarriers(window);
  await chooseTheme({ app, window }, 'light');

  await window.getByRole('button', { name: /Lanes/ }).click();
  await window.getByRole('option', { name: 'By place' }).click();
  await expect(window.getByRole('listbox', { name: 'Events in lanes by place' })).toBeVisible();
  await window.getByRole('searchbox', { name: 'Words in the title' }).fill('ferry');
  await expect(window.getByRole('status').filter({ hasText: '1 event' })).toBeVisible();

  // One event in the middle of what is shown, in the first row.
  const mark = await pointIn(window, field, 0.5, 16);
  await window.mouse.move(mark.x, mark.y);
  await expect(card(window)).toContainText('Ferry sails again');
  await window.mouse.click(mark.x, mark.y);
  await expect(current(window)).toHaveText(/^Ferry sails again/);
  await expectOtherDays(window, () => drag(window, field, 0.8, 0.7, 60));
  await window.mouse.move(mark.x, mark.y);
  await window.keyboard.down('Control');
  await expectOtherDays(window, () => window.mouse.wheel(0, -200));
  await window.keyboard.up('Control');
  await expectOtherDays(window, () => drag(window, '[data-overview]', 0.05, 0.5, 12));
  const brushed = await shown(window);
  await window.getByRole('slider', { name: 'Shown from' }).focus();
  await expectOtherDays(window, () => window.keyboard.press('ArrowLeft'));
  const left = await shown(window);
  expect(left[1]).toBe(brushed[1]);

  await lanes(window).focus();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Ferry sails again');
  await window.keyboard.press('Alt+ArrowLeft');
  await expect(window.getByRole('listbox', { name: 'Events in lanes by place' })).toBeVisible();
  await expect(window.getByRole('searchbox', { name: 'Words in the title' })).toHaveValue('ferry');
  expect(await shown(window)).toEqual(left);
  await expect(current(window)).toHaveText(/^Ferry sails again/);

  await window.getByRole('searchbox', { name: 'Words in the title' }).fill('');
  await expect(window.getByRole('status').filter({ hasText: '12 events' })).toBeVisible();
  await window.getByRole('button', { name: 'Show all', exact: true }).click();
  const exported: Record<string, Buffer> = {};
  for (const [format, item] of [
    ['svg', 'Drawing (SVG)…'],
    ['png', 'Picture (PNG)…'],
    ['csv', 'Table (CSV)…'],
  ] as const) {
    const path = join(folder, `timeline.${format}`);
    await answerSaveDialog(app, path);
    await window.getByRole('button', { name: 'Export' }).press('Enter');
    await window.getByRole('menuitem', { name: item }).click();
    await expect(window.getByText(`Exported to ${path}`)).toBeVisible();
    exported[format] = readFileSync(path);
  }
  const svg = String(exported['svg']);
  const isWhole = await window.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    return parsed.querySelector('parsererror') === null && parsed.documentElement.localName === 'svg';
  }, svg);
  expect(isWhole).toBe(true);
  expect(svg).toContain('Timeline by place');
  expect(svg).toContain('Harbour of Ostrel closed');
  expect(svg).not.toMatch(/var\(--|class=/);
  expect(exported['png']?.subarray(1, 4).toString()).toBe('PNG');
  expect(exported['png']?.readUInt32BE(16)).toBe(2200);
  const rows = String(exported['csv']).trimEnd().split('\r\n');
  expect(rows).toHaveLength(13);
  expect(rows[0]).toMatch(/^\ufeffevent_id,title,date,date_in_words/);
  expect(rows.at(-1)).toContain('Rifles brought on board the Halcyon');

  await window.reload();
  await goTo(window, 'Timeline');
  await expect(lanes(window)).toBeVisible();
  await window.getByRole('region', { name: 'No date yet' }).getByRole('button').click();
  await expect(window.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue(/^Rifles brought/);
  await window.locator('main').getByRole('button', { name: 'Timeline', exact: true }).click();
  await expect(window.getByRole('region', { name: 'No date yet' }).getByRole('button')).toBeFocused();
});
