/**
 * Every export through its dialog: each format of the whole notebook once, each scope once, the losses told before, a stop in
 * the middle and a folder that is locked, both of which leave nothing, a template of one's own, a copy of the notebook, the
 * print view, and the PDF that the command line has the program print.
 */
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { type ExportFormat, type ExportFormatInfo, exportFormats } from '../../shared/contract/exports';
import type { Application } from '../application';
import { expect, test } from '../fixtures';
import { answerSaveDialog, chooseMenu, chooseTheme, expectNoBarriers } from '../notebook-steps';
import { articleText } from '../reading';
import { askCommandLine, goTo, openFromList, openSample } from './sample-notebook';

const dialogOf = (window: Page) => window.getByRole('dialog', { name: 'Export' });
const lossesOf = (window: Page) =>
  dialogOf(window).getByRole('region', { name: 'What this format does not keep' });

const formatOf = (window: Page, name: string) =>
  dialogOf(window)
    .getByRole('option')
    .filter({ has: window.getByText(name, { exact: true }) });

interface Export {
  /** As the dialog names it. */
  readonly format: string;
  readonly path: string;
}

/** Writes what is chosen in the open dialog. */
async function writeTo({ app, window }: Application, { format, path }: Export): Promise<void> {
  await answerSaveDialog(app, path);
  const dialog = dialogOf(window);
  await formatOf(window, format).click();
  await dialog.getByRole('button', { name: 'Export…' }).click();
  // A machine that does much else prints slowly.
  await expect(dialog.getByRole('status')).toContainText(path, { timeout: 60_000 });
}

/** Exports by the menu what is on screen. */
async function exportTo(application: Application, wanted: Export): Promise<void> {
  const { app, window } = application;
  await chooseMenu(app, 'export');
  await writeTo(application, wanted);
  await dialogOf(window).getByRole('button', { name: 'Done' }).click();
  await expect(dialogOf(window)).toHaveCount(0);
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

/** The headings that a PDF has bookmarks for. */
function bookmarksOf(path: string): readonly string[] {
  const bytes = readFileSync(path).toString('latin1');
  return [...bytes.matchAll(/\/Title\s*<FEFF([0-9A-F]+)>/gi)].map(([, hex = '']) =>
    Buffer.from(hex, 'hex').swap16().toString('utf16le'),
  );
}

/** A PDF with pages of words, as far as one can tell from its bytes, with bookmarks. Tags are only written by Electron from 29 on. */
function expectPdf(path: string): void {
  const bytes = readFileSync(path).toString('latin1');
  expect(bytes.startsWith('%PDF-')).toBe(true);
  expect(bytes.trimEnd().endsWith('%%EOF')).toBe(true);
  expect(bytes).toMatch(/\/Type\s*\/Page\b/);
  expect(bytes).toMatch(/\/Outlines \d+ 0 R/);
  expect(bytes.length).toBeGreaterThan(10_000);
  expect(bookmarksOf(path)).toContain('Talks at Marrow Point');
}

/** The command line has the program itself print: it needs its display, and no window. */
function printByCommandLine(notebook: string, pdf: string): void {
  const program = process.env.CASEBOOK_ELECTRON_LAUNCHER ?? '';
  const args = [resolve('.'), 'export', notebook, '--format', 'pdf', '--out', pdf];
  execFileSync(program, args, { env: { ...process.env, NODE_OPTIONS: '' }, stdio: 'ignore' });
}

const expectZip = (path: string): void =>
  expect(readFileSync(path).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');

function expectAnnotations(path: string): void {
  const { targets, agreeing, orphans } = readTargets(path);
  expect(orphans).toBe(1);
  expect(agreeing).toBe(targets - orphans);
}

/** What is looked for in the files of a format, besides that they are there and not empty. */
const looks: Readonly<Partial<Record<ExportFormat, (path: string) => void>>> = {
  obsidian: (path) => {
    expect(readText(join(path, 'Events/Talks at Marrow Point.md'))).toContain('[[Places/Marrow Point|');
    expect(readText(join(path, 'Articles/River Guard repels armed landing on the Kess.md'))).toMatch(
      /==Eleven attackers.*\^p-/,
    );
  },
  markdown: (path) => {
    for (const words of [
      'Mira Tolvane',
      'Talks at Marrow Point',
      'How many died?',
      'Портова лікарня підтвердила',
    ])
      expect(readText(path)).toContain(words);
  },
  html: (path) => {
    expect(readText(path)).toMatch(/^<!doctype html>/i);
    expect(readText(path)).toContain('Nobody else saw eleven bodies.');
    expect(readText(path)).not.toMatch(/<script|https?:\/\/[^"]*\.(css|js)/i);
  },
  docx: expectZip,
  odt: expectZip,
  pdf: expectPdf,
  xlsx: expectZip,
  'csv-passages': (path) => {
    const dead = readCsv(path).find(({ quote }) => quote === 'Eleven attackers were killed');
    expect(dead).toMatchObject({ publisher: 'The Ordan Herald', comment: 'Nobody else saw eleven bodies.' });
  },
  'csv-events': (path) => {
    const talks = readCsv(path).find(({ title }) => title === 'Talks at Marrow Point');
    expect(talks).toMatchObject({ date: '2024-03-09', place: 'Marrow Point' });
  },
  w3c: expectAnnotations,
};

function expectWritten(path: string): void {
  const files = statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true }).map((name) => join(path, String(name)))
    : [path];
  const sizes = files.map((file) => statSync(file)).filter((file) => file.isFile());
  expect(sizes.length).toBeGreaterThan(0);
  for (const { size } of sizes) expect(size).toBeGreaterThan(0);
}

/**
 * Stops an export that cannot end: its file is a pipe that nobody reads, on which it waits. Once it is told to stop, the pipe
 * is opened, and what was made so far has to go.
 */
async function stopInTheMiddle({ app, window }: Application, path: string): Promise<void> {
  const dialog = dialogOf(window);
  const pipe = `${path}.partial`;
  execFileSync('mkfifo', [pipe]);
  await answerSaveDialog(app, path);
  await formatOf(window, 'Markdown').click();
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog.getByRole('status')).toContainText('Writing');
  await dialog.getByRole('button', { name: 'Stop' }).click();
  const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
  await expect(dialog.getByRole('button', { name: 'Export…' })).toBeVisible();
  closeSync(reader);
  // Stopped before it came to its file, it has not touched the pipe, which is ours.
  rmSync(pipe, { force: true });
}

/** The system's refusal is told with the place, and nothing is left there. */
async function writeToLocked({ app, window }: Application, folder: string): Promise<void> {
  const locked = join(folder, 'locked');
  mkdirSync(locked);
  chmodSync(locked, 0o555);
  await answerSaveDialog(app, join(locked, 'no.md'));
  await dialogOf(window).getByRole('button', { name: 'Export…' }).click();
  const alert = dialogOf(window).getByRole('alert');
  await expect(alert).toContainText('Nothing was exported');
  await expect(alert).toContainText(locked);
  chmodSync(locked, 0o755);
  expect(readdirSync(locked)).toEqual([]);
}

test('every format of the whole notebook', async ({ application, folder }) => {
  test.setTimeout(240_000);
  await openSample(application, folder);
  const { app, window } = application;
  const dialog = dialogOf(window);
  await chooseMenu(app, 'export');
  await expect(lossesOf(window)).toHaveAttribute('aria-busy', 'false');
  await expectNoBarriers(window);
  await formatOf(window, 'CSV of events').click();
  await expect(lossesOf(window)).toContainText('Left out');
  await expect(lossesOf(window)).toContainText('2 notes');
  await expect(lossesOf(window)).toContainText('How many died?');

  const rows: readonly (ExportFormatInfo & { readonly id: ExportFormat })[] = exportFormats;
  await expect(dialog.getByRole('option')).toHaveCount(rows.length);
  for (const { id, name, extension } of rows) {
    const path = join(folder, `all-${id}${extension === '' ? '' : `.${extension}`}`);
    await writeTo(application, { format: name, path });
    expectWritten(path);
    looks[id]?.(path);
    await dialog.getByRole('button', { name: 'Export more' }).click();
  }
  await chooseTheme(application, 'dark');
  await expectNoBarriers(window);

  const left = readdirSync(folder).sort();
  await stopInTheMiddle(application, join(folder, 'stopped.md'));
  expect(readdirSync(folder).sort()).toEqual(left);
  await writeToLocked(application, folder);
});

test('a part of the notebook, by a template of one’s own; a copy; the print view', async ({
  launch,
  folder,
}) => {
  test.setTimeout(180_000);
  const application = await openSample(await launch(), folder);
  const { app, window } = application;
  const to = (name: string) => join(folder, name);

  await openArticle(window, 'River Guard repels armed landing');
  await exportTo(application, { format: 'Markdown', path: to('article.md') });
  expect(readText(to('article.md'))).toContain('<mark>Eleven attackers were killed');
  expect(readText(to('article.md'))).not.toContain('somebody turned the lamps off');
  await exportTo(application, { format: 'W3C Web Annotation', path: to('article.jsonld') });
  expect(readTargets(to('article.jsonld'))).toEqual({ targets: 12, agreeing: 11, orphans: 1 });

  await openFromList(window, 'Actors', 'Ordan River Guard');
  await exportTo(application, { format: 'Markdown', path: to('guard.md') });
  const dossier = readText(to('guard.md'));
  for (const words of ['River Guard', 'Shooting at the Kessa crossing', 'denies that it fired first'])
    expect(dossier).toContain(words);
  expect(dossier).not.toContain('How many died?');

  await openFromList(window, 'Events', 'Talks at Marrow Point');
  await window.getByRole('button', { name: 'Report…' }).click();
  await writeTo(application, { format: 'HTML', path: to('event.html') });
  await dialogOf(window).getByRole('button', { name: 'Done' }).click();
  expect(readText(to('event.html'))).toContain('<h1 dir="ltr">Talks at Marrow Point</h1>');

  await goTo(window, 'Notes');
  await window.getByText('How many died?').first().click();
  await expect(window.getByText('Only the eleven fits nothing.')).toBeVisible();
  await exportTo(application, { format: 'Markdown', path: to('note.md') });
  expect(readText(to('note.md'))).toContain('**Only the eleven fits nothing.**');

  await goTo(window, 'Quotations');
  const row = window.getByRole('row').filter({ hasText: 'Eleven attackers were killed' }).first();
  await row.click();
  await window
    .getByRole('toolbar', { name: 'Chosen passages' })
    .getByRole('button', { name: 'Export…' })
    .click();
  const dialog = dialogOf(window);
  await expect(dialog).toContainText('1 passage');
  await formatOf(window, 'Markdown').click();
  await dialog.getByRole('button', { name: 'Templates' }).click();
  await app.evaluate(({ shell }) => {
    shell.showItemInFolder = (path) => Reflect.set(shell, 'shown', path);
  });
  await window.getByRole('menuitem', { name: 'New template from this one' }).click();
  await expect(dialog.getByRole('button', { name: /^My whole report\.md/ })).toBeVisible();
  const template = String(await app.evaluate(({ shell }) => Reflect.get(shell, 'shown')));
  appendFileSync(template, '\n{{#oops}}');
  const lineCount = readText(template).split('\n').length;
  await answerSaveDialog(app, to('chosen.md'));
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog.getByRole('alert').first()).toContainText(`Line ${lineCount}`);
  expect(existsSync(to('chosen.md'))).toBe(false);

  writeFileSync(
    template,
    '# Chosen\n{{#articles}}{{#passages}}\n- {{words}} ({{source}})\n{{/passages}}{{/articles}}\n',
  );
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog.getByRole('status')).toContainText(to('chosen.md'));
  expect(readText(to('chosen.md'))).toMatch(/^# Chosen\n+- Eleven attackers were killed.* \(River Guard/);
  await dialog.getByRole('button', { name: 'Show in folder' }).click();
  await expect.poll(() => app.evaluate(({ shell }) => Reflect.get(shell, 'shown'))).toBe(to('chosen.md'));
  await dialog.getByRole('button', { name: 'Done' }).click();

  await goTo(window, 'Search');
  await window.getByRole('searchbox', { name: 'Search the notebook' }).fill('lamps kind:passage');
  await expect(window.getByRole('status').filter({ hasText: '3 hits' })).toBeVisible();
  await exportTo(application, { format: 'CSV of passages', path: to('found.csv') });
  const found = readCsv(to('found.csv')).map(({ quote = '' }) => quote);
  expect(found.join('\n')).toContain('somebody turned the lamps off');
  for (const quote of found) expect(quote).toMatch(/lamps/i);

  printByCommandLine(application.path, to('printed.pdf'));
  expectPdf(to('printed.pdf'));

  const copy = join(folder, 'copy.casebook');
  await answerSaveDialog(app, copy);
  await chooseMenu(app, 'copy-notebook');
  await expect(window.getByText(copy, { exact: false })).toBeVisible();
  expect(askCommandLine('check', copy)).toMatchObject({ ok: true, articles: 5, findings: [] });

  await app.evaluate(({ dialog, app: electron, BrowserWindow }) => {
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' });
    electron.on('browser-window-created', (_event, { webContents }) => {
      webContents.print = () => Reflect.set(BrowserWindow, 'printed', true);
    });
  });
  await chooseMenu(app, 'export');
  await dialogOf(window).getByRole('button', { name: 'Export…' }).click();
  await expect(dialogOf(window).getByRole('button', { name: 'Export…' })).toBeVisible();
  await dialogOf(window).getByRole('button', { name: 'Cancel' }).click();
  await expect(dialogOf(window)).toHaveCount(0);

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
