/** Search: words, phrases, fields and facets in three scripts, by keyboard, down to the words in the article. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { expectNoBarriers, importByMenu } from '../notebook-steps';
import { articleText, markedWords } from '../reading';
import { goTo, openSample } from './sample-notebook';

const box = (window: Page) => window.getByRole('searchbox', { name: 'Search the notebook' });
const hits = (window: Page) => window.getByRole('list', { name: 'Hits' }).getByRole('listitem');
const count = (window: Page, words: string | RegExp) => window.getByRole('status').filter({ hasText: words });

async function ask(window: Page, query: string): Promise<void> {
  await window.keyboard.press('Control+k');
  await box(window).fill(query);
  await window.keyboard.press('Enter');
}

/** The words that are marked in the hits, each once. */
async function marks(window: Page): Promise<string[]> {
  const words = await hits(window).locator('mark').allInnerTexts();
  return [...new Set(words.map((word) => word.toLowerCase()))].sort();
}

test('words, phrases, what is left out, alternatives, beginnings', async ({ launch, folder }) => {
  const { window } = await openSample(launch, folder);
  await ask(window, 'ferry');
  await expect(count(window, '11 hits')).toBeVisible();
  await expect.poll(() => marks(window)).toEqual(['ferry']);
  await expectNoBarriers(window);

  await ask(window, '"act of war"');
  await expect.poll(() => marks(window)).toEqual(['act of war']);
  await ask(window, 'ferry -lamps');
  await expect(count(window, /^\d hits$/)).toBeVisible();
  await expect(hits(window).filter({ hasText: 'lamps' })).toHaveCount(0);
  await ask(window, 'envoy OR lighthouse');
  await expect.poll(() => marks(window)).toEqual(['envoy', 'lighthouse']);
  await ask(window, 'dockwork*');
  await expect.poll(() => marks(window)).toContain('dockworkers');
});

test('Cyrillic and Chinese, whatever the case', async ({ launch, folder }) => {
  const application = await openSample(launch, folder);
  const { window } = application;
  await ask(window, 'ПОРТОВА ЛІКАРНЯ');
  await expect.poll(() => marks(window)).toEqual(['лікарня', 'портова']);
  const chinese = join(folder, 'harbour.txt');
  await writeFile(chinese, '港口在黎明前关闭\n\n渡轮在河中央遭到枪击，没有人说是谁下的命令。\n');
  await importByMenu(application, [chinese]);
  // The first import starts the readers of files, which a busy machine does slowly.
  await expect(window.getByText('Imported “港口在黎明前关闭”')).toBeVisible({ timeout: 25_000 });
  await ask(window, '枪击');
  await expect(count(window, '1 hit')).toBeVisible();
  await expect.poll(() => marks(window)).not.toEqual([]);
});

test('a field is completed by the keyboard, facets narrow and widen', async ({ launch, folder }) => {
  const { window } = await openSample(launch, folder);
  await window.keyboard.press('Control+k');
  await window.keyboard.type('actor:mir');
  await expect(window.getByRole('option', { name: 'actor:"Mira Tolvane"' })).toBeVisible();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(box(window)).toHaveValue(/^actor:"Mira Tolvane"\s?$/);
  await window.keyboard.press('Enter');
  const all = count(window, /^\d+ hits$/);
  await expect(all).toBeVisible();
  const before = Number.parseInt(await all.innerText(), 10);

  const publishers = window.getByRole('region', { name: 'Publishers' });
  const herald = publishers.getByRole('button', { name: /The Ordan Herald/ });
  const narrowed = Number(await herald.locator('span').last().innerText());
  expect(narrowed).toBeLessThan(before);
  await herald.click();
  await expect(herald).toHaveAttribute('aria-pressed', 'true');
  await expect(herald).toBeFocused();
  await expect(count(window, narrowed === 1 ? '1 hit' : `${narrowed} hits`)).toBeVisible();
  await expect(box(window)).toHaveValue(/publisher:"The Ordan Herald"$/);
  await expectNoBarriers(window);
  await herald.click();
  await expect(count(window, `${before} hits`)).toBeVisible();

  for (const title of ['Actors', 'Events', 'Places', 'Tags', 'Published'])
    await expect(
      window.getByRole('region', { name: title, exact: true }).getByRole('button').first(),
    ).toBeVisible();
  await window.getByRole('region', { name: 'Published' }).getByRole('button', { name: /2024/ }).click();
  await expect(box(window)).toHaveValue(/published:2024$/);
});

/** The words that the reader landed on, and whether they are in sight. */
const landedOn = (window: Page) =>
  window.evaluate(() => {
    const [range] = [...(CSS.highlights.get('reading-found') ?? [])];
    if (!(range instanceof Range)) return null;
    const { top, bottom } = range.getBoundingClientRect();
    return { words: range.toString(), isInSight: top > 0 && bottom < innerHeight };
  });

test('the arrow keys lead from the box to the words and back to the same hits', async ({
  launch,
  folder,
}) => {
  const { window } = await openSample(launch, folder);
  await ask(window, 'muzzle kind:article');
  await expect(count(window, '1 hit')).toBeVisible();
  await window.keyboard.press('ArrowDown');
  await expect(hits(window).first().getByRole('button')).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(articleText(window)).toBeVisible();
  await expect.poll(() => landedOn(window)).toEqual({ words: 'muzzle', isInSight: true });

  await ask(window, 'the');
  await expect(count(window, /hits/)).toBeVisible();
  await expect(hits(window)).not.toHaveCount(1);
  await window.keyboard.press('ArrowDown');
  for (let row = 0; row < 12; row++) await window.keyboard.press('ArrowDown');
  const chosen = hits(window).nth(12).getByRole('button');
  await expect(chosen).toBeFocused();
  const scrolled = () => chosen.evaluate((row) => row.closest('[data-scrolls]')?.scrollTop ?? 0);
  const place = await scrolled();
  expect(place).toBeGreaterThan(0);
  await window.keyboard.press('Enter');
  await expect(hits(window)).toHaveCount(0);
  await window.keyboard.press('Alt+ArrowLeft');
  await expect(chosen).toBeFocused();
  expect(await scrolled()).toBe(place);
  await expect(box(window)).toHaveValue('the');
  for (let row = 0; row < 13; row++) await window.keyboard.press('ArrowUp');
  await expect(box(window)).toBeFocused();
});

test('a passage opens on its words, an event on its page; hits follow the notebook', async ({
  launch,
  folder,
}) => {
  const { window } = await openSample(launch, folder);
  await ask(window, 'tag:"Who fired first" commission');
  await hits(window)
    .filter({ hasText: 'shots were fired in both directions' })
    .first()
    .getByRole('button')
    .click();
  await expect
    .poll(() => markedWords(window))
    .toContainEqual(expect.stringContaining('shots were fired in both directions'));

  await ask(window, 'lighthouse kind:event');
  await expect(window.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await goTo(window, 'Events');
  await window.getByRole('row').filter({ hasText: 'Talks at Marrow Point' }).dblclick();
  await window.getByRole('textbox', { name: 'Title', exact: true }).fill('Talks at the lighthouse');
  await window.keyboard.press('Enter');
  await ask(window, 'lighthouse kind:event');
  await expect(hits(window)).toHaveCount(1);
  await window.getByRole('button', { name: 'Undo: change event' }).click();
  await expect(window.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await window.getByRole('button', { name: 'Redo: change event' }).click();
  await hits(window).first().getByRole('button').click();
  await expect(window.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue(
    'Talks at the lighthouse',
  );
});

test('odd queries say what is odd, and never fail', async ({ launch, folder }) => {
  const { window } = await openSample(launch, folder);
  const odd = [
    '"ferry',
    '((ferry',
    'OR OR',
    'published:soon',
    'actor:',
    '-',
    '***',
    `NEAR(a b) {x} : ^ ' "" \\ %`,
    'a'.repeat(12_000),
    '👻 ﷽ \u202e',
  ];
  for (const query of odd) {
    await ask(window, query);
    await expect(count(window, /^[\d,]+ hits?$/)).toBeVisible();
    await expect(window.getByRole('alert')).toHaveCount(0);
  }
  await ask(window, '"ferry');
  await expect(count(window, 'A quotation mark is missing at the end.')).toBeVisible();
  await ask(window, 'zzqx actor:"Mira Tolvane"');
  await expect(window.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await expectNoBarriers(window);
  await window.getByRole('button', { name: 'Take off actor: Mira Tolvane' }).click();
  await expect(box(window)).toHaveValue('zzqx');
});
