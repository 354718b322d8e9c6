/** Every export, of everything and of one thing, through its dialog; each file is read back. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Application } from '../application';
import { expect, test } from '../fixtures';
import { answerSaveDialog, chooseMenu, expectNoBarriers } from '../notebook-steps';
import { articleText } from '../reading';
import { askCommandLine, goTo, openFromList, openSample } from './sample-notebook';

interface Export {
  /** As the dialog names it. */
  readonly format: string;
  readonly path: string;
  readonly whole?: boolean;
}

/** Exports by the menu what is on screen, or the whole notebook. */
async function exportTo({ app, window }: Application, { format, path, whole }: Export): Promise<void> {
  await answerSaveDialog(app, path);
  await chooseMenu(app, 'export');
  const dialog = window.getByRole('dialog', { name: 'Export' });
  await expect(dialog).toBeVisible();
  if (whole) await dialog.getByText('The whole notebook').click();
  await dialog.getByText(format, { exact: true }).click();
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(window.getByText(`Exported to ${path}`)).toBeVisible();
  await expect(dialog).toHaveCount(0);
}

const openArticle = async (window: Page, title: string): Promise<void> => {
  await goTo(window, 'Library');
  await window.getByRole('row').filter({ hasText: title }).dblclick();
  await expect(articleText(window)).toBeVisible();
};

const readText = (path: string): string => readFileSync(path, 'utf8');

/** RFC 4180, with a byte order mark. */
function readCsv(path: string): readonly Readonly<Record<string, string>>[] {
  const text = readText(path);
  expect(text.startsWith('\ufeff')).toBe(true);
  const rows: string[][] = [[]];
  for (const [, quoted, bare = '', end] of text
    .slice(1)
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  const [header = [], ...body] = rows.filter((row) => row.length > 1);
  for (const row of body) expect(row).toHaveLength(header.length);
  return body.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
}

interface Selector {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Every object in a JSON value that bears a field. */
function objectsWith(field: string, value: unknown): readonly Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap((one) => objectsWith(field, one));
  return field in value ? [value as Record<string, unknown>, ...inside] : inside;
}

function readTexts(folder: string): readonly string[] {
  return readdirSync(folder).map((name) => readText(join(folder, name)));
}

/** How many targets an export has, and how both their selectors stand to the texts beside the file. */
interface Targets {
  readonly targets: number;
  /** Position and quote agree on the very characters of a text. */
  readonly agreeing: number;
  /** The words are gone: they have a quote and no position. */
  readonly orphans: number;
}

function readTargets(path: string): Targets {
  const json: unknown = JSON.parse(readText(path));
  const texts = readTexts(path.replace(/\.jsonld$/, '-texts')).map((text) => [...text]);
  const targets = objectsWith('selector', json).map(
    ({ selector }) => (Array.isArray(selector) ? selector : [selector]) as Selector[],
  );
  const agrees = (selectors: readonly Selector[]) => {
    const position = selectors.find(({ type }) => type === 'TextPositionSelector');
    const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
    if (!position || !quote) return false;
    const { start, end } = position;
    return texts.some(
      (points) =>
        points.slice(start, end).join('') === quote.exact &&
        points.slice(0, start).join('').endsWith(quote.prefix) &&
        points.slice(end).join('').startsWith(quote.suffix),
    );
  };
  const isOrphan = (selectors: readonly Selector[]) =>
    selectors.every(({ type }) => type === 'TextQuoteSelector');
  return {
    targets: targets.length,
    agreeing: targets.filter(agrees).length,
    orphans: targets.filter(isOrphan).length,
  };
}

/** A PDF with pages of words, as far as one can tell from its bytes. */
function expectPdf(path: string): void {
  const bytes = readFileSync(path).toString('latin1');
  expect(bytes.startsWith('%PDF-')).toBe(true);
  expect(bytes.trimEnd().endsWith('%%EOF')).toBe(true);
  expect(bytes).toMatch(/\/Type\s*\/Page\b/);
  expect(bytes).toMatch(/\/Font/);
  expect(bytes.length).toBeGreaterThan(10_000);
}

test('the whole notebook as Markdown, HTML and PDF', async ({ launch, folder }) => {
  const application = await openSample(launch, folder);
  const to = (name: string) => join(folder, name);
  await chooseMenu(application.app, 'export');
  await expect(application.window.getByRole('dialog', { name: 'Export' })).toBeVisible();
  await expectNoBarriers(application.window);
  await application.window.keyboard.press('Escape');

  await exportTo(application, { format: 'Markdown', path: to('all.md') });
  const markdown = readText(to('all.md'));
  for (const words of [
    'Mira Tolvane',
    'Talks at Marrow Point',
    'How many died?',
    'Портова лікарня підтвердила',
  ])
    expect(markdown).toContain(words);
  await exportTo(application, { format: 'HTML', path: to('all.html') });
  const html = readText(to('all.html'));
  expect(html).toMatch(/^<!doctype html>/i);
  expect(html).toContain('Nobody else saw eleven bodies.');
  expect(html).not.toMatch(/<script|https?:\/\/[^"]*\.(css|js)/i);
  await exportTo(application, { format: 'PDF', path: to('all.pdf') });
  expectPdf(to('all.pdf'));
});

test('the whole notebook as tables and as web annotations', async ({ launch, folder }) => {
  const application = await openSample(launch, folder);
  const to = (name: string) => join(folder, name);
  await exportTo(application, { format: 'CSV of passages', path: to('passages.csv') });
  const passages = readCsv(to('passages.csv'));
  const dead = passages.find(({ quote }) => quote === 'Eleven attackers were killed');
  expect(dead).toMatchObject({ publisher: 'The Ordan Herald', comment: 'Nobody else saw eleven bodies.' });
  await exportTo(application, { format: 'CSV of events', path: to('events.csv') });
  const events = readCsv(to('events.csv'));
  expect(events).toHaveLength(12);
  expect(events.find(({ title }) => title === 'Talks at Marrow Point')).toMatchObject({
    date: '2024-03-09',
    place: 'Marrow Point',
  });

  await exportTo(application, { format: 'W3C Web Annotation', path: to('all.jsonld') });
  const orphans = passages.filter(({ state }) => state === 'orphan').length;
  expect(orphans).toBe(1);
  expect(readTargets(to('all.jsonld'))).toEqual({
    targets: passages.length,
    agreeing: passages.length - orphans,
    orphans,
  });
  const created = objectsWith('created', JSON.parse(readText(to('all.jsonld'))));
  expect(created.length).toBeGreaterThan(0);
  for (const one of created)
    expect(one).toMatchObject({
      id: expect.stringMatching(/^urn:uuid:/),
      created: expect.stringMatching(/Z$/),
    });
});

test('one article', async ({ launch, folder }) => {
  const application = await openSample(launch, folder);
  const { window } = application;
  const to = (name: string) => join(folder, name);
  await openArticle(window, 'River Guard repels armed landing');
  await exportTo(application, { format: 'Markdown', path: to('article.md') });
  expect(readText(to('article.md'))).toContain('Eleven attackers were killed');
  expect(readText(to('article.md'))).not.toContain('The Commission has confirmed six deaths.');
  await exportTo(application, { format: 'HTML', path: to('article.html') });
  expect(readText(to('article.html'))).toContain('River Guard repels armed landing on the Kess');
  await exportTo(application, { format: 'PDF', path: to('article.pdf') });
  expectPdf(to('article.pdf'));
  await exportTo(application, { format: 'CSV of passages', path: to('article.csv') });
  const titles = new Set(readCsv(to('article.csv')).map(({ article_title }) => article_title));
  expect([...titles]).toEqual(['River Guard repels armed landing on the Kess']);
  await exportTo(application, { format: 'W3C Web Annotation', path: to('article.jsonld') });
  expect(readTargets(to('article.jsonld'))).toEqual({ targets: 12, agreeing: 11, orphans: 1 });
  expect(readdirSync(to('article-texts'))).toHaveLength(1);
});

test('the dossier of an actor, and a note', async ({ launch, folder }) => {
  const application = await openSample(launch, folder);
  const { window } = application;
  const to = (name: string) => join(folder, name);
  await openFromList(window, 'Actors', 'Ordan River Guard');
  await exportTo(application, { format: 'Markdown', path: to('guard.md') });
  const dossier = readText(to('guard.md'));
  for (const words of [
    'Ordan River Guard',
    'River Guard',
    'Shooting at the Kessa crossing',
    'denies that it fired first',
  ])
    expect(dossier).toContain(words);
  expect(dossier).not.toContain('How many died?');
  await exportTo(application, { format: 'PDF', path: to('guard.pdf') });
  expectPdf(to('guard.pdf'));
  await exportTo(application, { format: 'CSV of passages', path: to('guard.csv') });
  for (const { actors } of readCsv(to('guard.csv'))) expect(actors).toContain('Ordan River Guard');
  await exportTo(application, { format: 'CSV of events', path: to('guard-events.csv') });
  expect(readCsv(to('guard-events.csv')).map(({ title }) => title)).toEqual([
    'Shooting at the Kessa crossing',
  ]);

  await goTo(window, 'Notes');
  await window.getByText('How many died?').first().click();
  await expect(window.getByText('Only the eleven fits nothing.')).toBeVisible();
  await exportTo(application, { format: 'Markdown', path: to('note.md') });
  expect(readText(to('note.md'))).toContain('**Only the eleven fits nothing.**');
  await exportTo(application, { format: 'HTML', path: to('note.html') });
  expect(readText(to('note.html'))).toContain('«чотири смерті»');
  await exportTo(application, { format: 'CSV of passages', path: to('whole.csv'), whole: true });
  expect(readCsv(to('whole.csv')).length).toBeGreaterThan(40);
});

test('a copy of the notebook is a whole notebook; cancelling leaves nothing', async ({ launch, folder }) => {
  const { app, window } = await openSample(launch, folder);
  const copy = join(folder, 'copy.casebook');
  await answerSaveDialog(app, copy);
  await chooseMenu(app, 'copy-notebook');
  await expect(window.getByText(copy, { exact: false })).toBeVisible();
  expect(askCommandLine('check', copy)).toMatchObject({ ok: true, articles: 5, findings: [] });
  expect(statSync(copy).size).toBeGreaterThan(100_000);

  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' });
  });
  await chooseMenu(app, 'export');
  const dialog = window.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog.getByRole('button', { name: 'Export…' })).toBeEnabled();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toHaveCount(0);
  expect(existsSync(join(folder, 'The Kessa crossing.md'))).toBe(false);
});

test('the print view shows the article alone, and asks for a printer', async ({ launch, folder }) => {
  const { app, window } = await openSample(launch, folder);
  await app.evaluate(({ app: electron, BrowserWindow }) => {
    electron.on('browser-window-created', (_event, { webContents }) => {
      webContents.print = () => Reflect.set(BrowserWindow, 'printed', true);
    });
  });
  await openArticle(window, 'How the harbour closed');
  await window.keyboard.press('Control+P');
  const printed = () =>
    app.evaluate(({ BrowserWindow }) => ({
      asked: Boolean(Reflect.get(BrowserWindow, 'printed')),
      titles: BrowserWindow.getAllWindows().map((one) => one.getTitle()),
    }));
  await expect.poll(printed).toMatchObject({ asked: true });
  expect((await printed()).titles.join(' ')).toContain('How the harbour closed');
});
