/** Search: words, phrases, fields and facets in three scripts, by keyboard, down to the words in the article. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { Application } from '../../application';
import { expect, test } from '../../fixtures';
import { answerSaveDialog, expectNoBarriers, importByMenu } from '../../notebook-steps';
import { articleText, markedWords } from '../../reading';
import { goTo, openSample } from '../sample-notebook';

const box = (window: Page) => window.getByRole('searchbox', { name: 'Search the notebook' });
const hits = (window: Page) => window.getByRole('list', { name: 'Hits' }).getByRole('listitem');
const hit = (window: Page, place: number) => hits(window).nth(place).locator('[data-walked]');
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

async function askWords(window: Page): Promise<void> {
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
}

async function askOtherScripts(application: Application, folder: string): Promise<void> {
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
}

async function narrowAndWiden(window: Page): Promise<void> {
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
  const herald = publishers.getByRole('button', { name: /^The Ordan Herald/ });
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
  await window.getByRole('region', { name: 'Published' }).getByRole('button', { name: /^2024/ }).click();
  await expect(box(window)).toHaveValue(/published:2024$/);
}

/** The words that the reader landed on, and whether they are in sight. */
const landedOn = (window: Page) =>
  window.evaluate(() => {
    const [range] = [...(CSS.highlights.get('reading-found') ?? [])];
    if (!(range instanceof Range)) return null;
    const { top, bottom } = range.getBoundingClientRect();
    return { words: range.toString(), isInSight: top > 0 && bottom < innerHeight };
  });

async function walkByArrows(window: Page): Promise<void> {
  await ask(window, 'muzzle kind:article');
  await expect(count(window, '1 hit')).toBeVisible();
  await window.keyboard.press('ArrowDown');
  await expect(hit(window, 0)).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(articleText(window)).toBeVisible();
  await expect.poll(() => landedOn(window)).toEqual({ words: 'muzzle', isInSight: true });

  await ask(window, 'the');
  await expect(count(window, /hits/)).toBeVisible();
  await expect(hits(window)).not.toHaveCount(1);
  await window.keyboard.press('ArrowDown');
  for (let row = 0; row < 12; row++) await window.keyboard.press('ArrowDown');
  const chosen = hit(window, 12);
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
}

async function followTheNotebook(window: Page): Promise<void> {
  await ask(window, 'tag:"Who fired first" commission');
  await hits(window)
    .filter({ hasText: 'shots were fired in both directions' })
    .first()
    .locator('[data-walked]')
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
  await hit(window, 0).click();
  await expect(window.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue(
    'Talks at the lighthouse',
  );
}

async function askOddly(window: Page): Promise<void> {
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
    await expect(count(window, /^([\d,]+ hits?|No hits)$/)).toBeVisible();
    await expect(window.getByRole('alert')).toHaveCount(0);
  }
  await ask(window, '"ferry');
  await expect(count(window, 'A quotation mark is missing at the end.')).toBeVisible();
  await ask(window, 'title:ferry');
  await expect(count(window, 'There is no field “title:”')).toBeVisible();
  await ask(window, 'zzqx actor:"Mira Tolvane"');
  await expect(window.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await expectNoBarriers(window);
  await window.getByRole('button', { name: 'Take off actor: Mira Tolvane' }).click();
  await expect(box(window)).toHaveValue('zzqx');
}

test('words in every script and form are found; odd queries say what is odd', async ({
  application,
  folder,
}) => {
  await openSample(application, folder);
  await askWords(application.window);
  await askOtherScripts(application, folder);
  await askOddly(application.window);
});

test('a completed field narrows, arrows lead to the words and back, hits follow the notebook', async ({
  application,
  folder,
}) => {
  const { window } = await openSample(application, folder);
  await narrowAndWiden(window);
  await walkByArrows(window);
  await followTheNotebook(window);
});

/** How much a button or tab says there is: the number at its end. */
const numberOf = async (button: Locator): Promise<number> =>
  Number(/([\d,]+)$/.exec((await button.innerText()).trim())?.[1]?.replace(',', ''));

const total = (window: Page, number: number) => count(window, number === 1 ? '1 hit' : `${number} hits`);
const tab = (window: Page, name: RegExp) =>
  window.getByRole('radiogroup', { name: 'Kind of hit' }).getByRole('radio', { name });
const section = (window: Page, name: string) => window.getByRole('region', { name, exact: true });

/** Tabs say how much there is of each kind, which is all there is, and show one kind alone. */
async function countKinds(window: Page): Promise<number> {
  await ask(window, 'ferry');
  const kinds = [/^Passages/, /^Articles/, /^Events/, /^Actors & places/, /^Notes/, /^Accounts/, /^Tags/];
  await expect.poll(() => numberOf(window.locator('label', { hasText: 'Passages' }))).toBeGreaterThan(0);
  const labels = await Promise.all(
    kinds.map((name) => numberOf(window.locator('label').filter({ hasText: name }))),
  );
  const all = labels.reduce((sum, number) => sum + number, 0);
  await expect(total(window, all)).toBeVisible();
  await window
    .locator('label')
    .filter({ hasText: /^Passages/ })
    .click();
  await expect(box(window)).toHaveValue('ferry kind:passage');
  await expect(total(window, labels[0] ?? 0)).toBeVisible();
  await window.locator('label').filter({ hasText: /^All/ }).click();
  await expect(box(window)).toHaveValue('ferry');
  await expect(tab(window, /^All/)).toBeChecked();
  return all;
}

/** From the box to the hits, to the lists beside them, where a value is chosen, another added, both left out, by keys alone. */
async function narrowByKeys(window: Page, all: number): Promise<void> {
  await ask(window, 'ferry');
  await expect(total(window, all)).toBeVisible();
  await window.keyboard.press('ArrowDown');
  await expect(hit(window, 0)).toBeFocused();
  await window.keyboard.press('ArrowLeft');
  const places = section(window, 'Places');
  const value = places.getByRole('list').locator('[data-walked]');
  const [first, second] = [value.nth(0), value.nth(1)];
  const [nameOfFirst, nameOfSecond] = await Promise.all(
    [first, second].map((one) => one.locator('[title]').getAttribute('title')),
  );
  const here = window.getByRole('navigation', { name: 'Narrow the search' }).locator(':focus');
  await expect(here).toBeVisible();
  while (!(await first.evaluate((element) => element === document.activeElement)))
    await window.keyboard.press('ArrowDown');
  const ofFirst = await numberOf(first);
  await window.keyboard.press('Enter');
  await expect(box(window)).toHaveValue(`ferry place:${quoted(nameOfFirst)}`);
  await expect(total(window, ofFirst)).toBeVisible();
  await expect(first).toBeFocused();
  await expect(first).toHaveAttribute('aria-pressed', 'true');
  await window.keyboard.press('ArrowDown');
  await expect(second).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(box(window)).toHaveValue(`ferry place:${quoted(nameOfFirst)},${quoted(nameOfSecond)}`);
  await expectNoBarriers(window);
  await window.keyboard.press('Enter');
  await expect(box(window)).toHaveValue(`ferry place:${quoted(nameOfFirst)}`);
  await window.keyboard.press('ArrowUp');
  await expect(first).toBeFocused();
  await window.keyboard.press('-');
  await expect(box(window)).toHaveValue(`ferry -place:${quoted(nameOfFirst)}`);
  await expect(total(window, all - ofFirst)).toBeVisible();
  await window.getByRole('button', { name: `No longer leave out ${nameOfFirst}` }).click();
  await expect(total(window, all)).toBeVisible();
  await first.focus();
  await window.keyboard.press('ArrowRight');
  await expect(hits(window).locator(':focus')).toBeVisible();
}

const quoted = (name: string | null | undefined): string =>
  /\s/.test(name ?? '') ? `"${name}"` : (name ?? '');

/** A value beside a query of one sentence narrows all of it, by just its number. */
async function narrowASentence(window: Page): Promise<void> {
  await ask(window, 'ferry fire within:1s');
  await expect(total(window, 2)).toBeVisible();
  const places = section(window, 'Places').getByRole('list').locator('[data-walked]');
  const bank = places.filter({ hasText: 'Eastern bank' });
  await expect.poll(() => numberOf(bank)).toBe(1);
  await bank.click();
  await expect(box(window)).toHaveValue('(ferry fire within:1s) place:"Eastern bank of the Kess"');
  await expect(total(window, 1)).toBeVisible();
  await ask(window, 'ferry');
}

/** A long list is shown whole, and a name is found in it. */
async function findInList(window: Page): Promise<void> {
  const actors = section(window, 'Actors');
  const values = actors.getByRole('list').getByRole('button', { name: /^(?!Leave out)/ });
  await expect(values).toHaveCount(6);
  await actors.getByRole('button', { name: /more of actors$/ }).click();
  await expect(values).not.toHaveCount(6);
  await actors.getByRole('textbox', { name: 'Find in actors' }).fill('und');
  await expect(values).toHaveCount(1);
  await expect(values).toContainText('Jarek Undas');
  await actors.getByRole('button', { name: /^Fewer/ }).click();
  await expect(values).toHaveCount(6);
}

/** The bars say how much there is in each time, and narrow to it by keys and by the pointer. */
async function narrowByTime(window: Page, all: number): Promise<void> {
  const overTime = section(window, 'Over time');
  const bars = overTime.getByRole('slider');
  const rows = overTime.getByRole('table').getByRole('row');
  const [, firstRow] = await rows.all();
  const inFirst = await numberOf(firstRow ?? rows.first());
  await bars.focus();
  await window.keyboard.press('ArrowRight');
  await expect(bars).toHaveAttribute('aria-valuetext', new RegExp(`: ${inFirst}$`));
  await window.keyboard.press('Enter');
  await expect(box(window)).toHaveValue(/^ferry published:[\d-]+$/);
  await expect(total(window, inFirst)).toBeVisible();
  await section(window, 'Published').locator('[aria-pressed=true]').click();
  await expect(total(window, all)).toBeVisible();
  await bars.scrollIntoViewIfNeeded();
  const area = await bars.boundingBox();
  if (!area) throw new Error('no bars');
  await window.mouse.move(area.x + 2, area.y + 20);
  await window.mouse.down();
  await window.mouse.move(area.x + area.width - 2, area.y + 20, { steps: 3 });
  await window.mouse.up();
  await expect(box(window)).toHaveValue(/^ferry published:[\d-]+(\.\.[\d-]+)?$/);
  await ask(window, 'ferry');
}

/** What is saved is asked anew: it counts what is found now and what of that is new. */
async function saveAndCount(window: Page): Promise<void> {
  await ask(window, 'tag:Checked');
  await window.getByRole('button', { name: 'Save search' }).click();
  await window.keyboard.type('What I checked');
  await window.keyboard.press('Enter');
  await ask(window, 'ferry kind:passage');
}

/** All passages that were found are tagged in one step and untagged in one. */
async function tagAndUndo(window: Page): Promise<void> {
  const passages = await numberOf(window.locator('label').filter({ hasText: /^Passages/ }));
  await window.getByRole('button', { name: 'Tag all…' }).click();
  await window.keyboard.type('Checked');
  await window.keyboard.press('Enter');
  const notices = window.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText(`Tagged ${passages} passages`);
  await window.getByRole('radio', { name: 'Saved' }).click({ force: true });
  const saved = window.getByRole('list', { name: 'Saved searches' }).getByRole('listitem');
  await expect(saved).toContainText(/\d+ new/);
  await notices.getByRole('button', { name: 'Undo' }).click();
  await expect(saved).not.toContainText('new');
  await window.getByRole('radio', { name: 'Narrow' }).click({ force: true });
}

async function exportAll({ app, window }: Application, folder: string, number: number): Promise<void> {
  for (const [row, file] of [
    ['Data (JSON)…', 'found.json'],
    ['Text (Markdown)…', 'found.md'],
  ] as const) {
    const path = join(folder, file);
    await answerSaveDialog(app, path);
    await window.getByRole('button', { name: 'Export', exact: true }).click();
    await window.getByRole('menuitem', { name: row }).click();
    await expect(window.getByText(`Exported to ${path}`)).toBeVisible();
  }
  const data = JSON.parse(await readFile(join(folder, 'found.json'), 'utf8')) as { hits: unknown[] };
  expect(data.hits).toHaveLength(number);
  expect(await readFile(join(folder, 'found.md'), 'utf8')).toContain('ferry');
}

/** A search beside the quotations marks those that it finds, and lists them alone. */
async function putBesideQuotations(window: Page): Promise<void> {
  const passages = await numberOf(window.locator('label').filter({ hasText: /^Passages/ }));
  await goTo(window, 'Quotations');
  await window.getByRole('button', { name: 'Search column…' }).click();
  await window.keyboard.type('ferry');
  await window.keyboard.press('Enter');
  const grid = window.getByRole('grid', { name: 'Passages' });
  await expect(grid.getByRole('columnheader', { name: 'ferry' })).toBeVisible();
  await expect(grid.getByRole('img', { name: 'Not found' }).first()).toBeVisible();
  const column = window.getByRole('group', { name: 'Column of the search' });
  await column.getByText('Found', { exact: true }).click();
  await expect(window.locator('header').getByRole('status')).toHaveText(`${passages} passages`);
  await expect(grid.getByRole('img', { name: 'Found', exact: true })).toHaveCount(passages);
}

/** Under its article each hit stands once; passages like one of them are found from there. */
async function groupAndLookFurther(window: Page): Promise<void> {
  await ask(window, 'ferry kind:passage');
  await window.getByRole('button', { name: 'Stand by article' }).click();
  const groups = window.getByRole('list', { name: 'Hits' }).getByRole('heading', { level: 3 });
  await expect(groups.first()).toBeVisible();
  const passages = await numberOf(window.locator('label').filter({ hasText: /^Passages/ }));
  await expect(window.locator('[data-hits] [data-walked]')).toHaveCount(passages);
  await window.getByRole('button', { name: 'Stand one by one' }).click();
  await expect(groups).toHaveCount(0);
  await window.getByRole('button', { name: 'More like this passage' }).first().click();
  await expect(box(window)).not.toHaveValue('ferry kind:passage');
  await expect(hits(window).first()).toBeVisible();
}

/** An article opens on its hit with all others lit; keys step through them, and lead back to where one was. */
async function stepThroughHits(window: Page): Promise<void> {
  await ask(window, 'ferry kind:article');
  await expect(hits(window).first()).toBeVisible();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowDown');
  const chosen = hit(window, 1);
  await expect(chosen).toBeFocused();
  await window.keyboard.press('Enter');
  const bar = window.getByRole('search', { name: 'Hits of the search in this article' });
  await expect(bar).toContainText(/\d+ of \d+/);
  const place = async () =>
    /(\d+) of (\d+)/
      .exec(await bar.innerText())
      ?.slice(1)
      .map(Number) ?? [];
  const [at = 0, of = 0] = await place();
  expect(of).toBeGreaterThan(1);
  await window.keyboard.press('F3');
  await expect.poll(place).toEqual([(at % of) + 1, of]);
  await window.keyboard.press('Shift+F3');
  await expect.poll(place).toEqual([at, of]);
  const lit = () => window.evaluate(() => CSS.highlights.get('find-matches')?.size ?? 0);
  await expect.poll(lit).toBeGreaterThan(1);
  await expectNoBarriers(window);
  await window.getByRole('button', { name: 'Results' }).click();
  await expect(chosen).toBeFocused();
}

test('found: facets, exclude, histogram, saved search counts, bulk tag and undo, export, next hit, keyboard only', async ({
  application,
  folder,
}) => {
  await openSample(application, folder);
  const { window } = application;
  const all = await countKinds(window);
  await narrowByKeys(window, all);
  await narrowASentence(window);
  await findInList(window);
  await narrowByTime(window, all);
  await exportAll(application, folder, all);
  await saveAndCount(window);
  await tagAndUndo(window);
  await stepThroughHits(window);
  await groupAndLookFurther(window);
  await ask(window, 'ferry');
  await putBesideQuotations(window);
});
