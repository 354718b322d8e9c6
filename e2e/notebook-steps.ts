/** Steps that many journeys share: a notebook to work in, answers to the system's dialogs, the menu, and a look for barriers. */
import { readFileSync } from 'node:fs';
import type { ElectronApplication, Page } from '@playwright/test';
import type axe from 'axe-core';
import { type Application, ask } from './application';
import { expect } from './fixtures';

/** The next dialogs that ask where to save answer with this path. */
export async function answerSaveDialog(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
}

/** The next dialogs that ask for files or folders answer with these. */
export async function answerOpenDialog(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  await app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
    },
    [...paths],
  );
}

/** Chooses an item of the application's menu by its command. */
export async function chooseMenu(app: ElectronApplication, command: string): Promise<void> {
  await app.evaluate(({ Menu }, id) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(id);
    if (!item) throw new Error(`the menu has no ${id}`);
    item.click();
  }, command);
}

/** Chooses light or dark by the menu; answers when the window has it. */
export async function chooseTheme({ app, window }: Application, theme: 'light' | 'dark'): Promise<void> {
  await chooseMenu(app, `theme-${theme}`);
  await expect(window.locator('html')).toHaveAttribute('data-theme', theme);
}

/** Makes a notebook by the button of the start page. */
export async function makeNotebook({ app, window }: Application, path: string): Promise<void> {
  await answerSaveDialog(app, path);
  await window.getByRole('button', { name: 'New notebook…' }).click();
  await expect(window.getByRole('heading', { name: 'Library' })).toBeVisible();
}

/** Has the program open a notebook's file, as when it is double-clicked. */
export async function openNotebook({ window }: Application, path: string): Promise<void> {
  await ask(window, 'openNotebook', { path });
  await expect(window.getByRole('heading', { name: 'Library' })).toBeVisible();
}

/** Closes the notebook: nothing of the program has its file open any more. */
export async function closeNotebook({ app, window }: Application): Promise<void> {
  await chooseMenu(app, 'close-notebook');
  await expect(window.getByRole('button', { name: 'New notebook…' })).toBeVisible();
}

/** Imports files or folders by the menu; what came of it is left on screen. */
export async function importByMenu({ app, window }: Application, paths: readonly string[]): Promise<void> {
  await answerOpenDialog(app, paths);
  await expect(window.getByRole('navigation', { name: 'Notebook' })).toBeVisible();
  await chooseMenu(app, 'import-files');
}

/** Less than half the size of the source that axe hands out itself. */
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Looks for barriers of serious or critical impact on the screen as it is. The page keeps axe for the next look: given to
 * it anew each time, as axe's own wrapper does, a look takes three times as long.
 */
export async function expectNoBarriers(window: Page): Promise<void> {
  if (!(await window.evaluate(() => 'axe' in globalThis))) await window.evaluate(axeSource);
  expect(await window.evaluate(seriousBarriers)).toEqual([]);
}

/** A rule as axe keeps it: its own list of rules leaves out how much a barrier of each weighs. */
interface RatedRule {
  readonly id: string;
  readonly impact: string;
  readonly enabled: boolean;
  readonly tags: readonly string[];
}

/** Runs in the page. A colour on its way to another, as after a change of theme, is nobody's choice: it is waited for. */
async function seriousBarriers(): Promise<string[]> {
  const isEnding = ({ playState, effect }: Animation) =>
    playState === 'running' && Number.isFinite(effect?.getComputedTiming().endTime);
  for (;;) {
    await new Promise(requestAnimationFrame);
    const moving = document.getAnimations().filter(isEnding);
    if (moving.length === 0) break;
    await Promise.allSettled(moving.map(({ finished }) => finished));
  }
  const { axe: inPage } = globalThis as unknown as { readonly axe: typeof axe };
  // What axe itself rates lower is not asked: it took a third of the time of a look.
  const isSerious = (impact: unknown) => impact === 'serious' || impact === 'critical';
  const rated = (inPage as unknown as { readonly _audit: { readonly rules: readonly RatedRule[] } })._audit
    .rules;
  const values = rated.flatMap(({ id, impact, enabled, tags }) =>
    enabled && isSerious(impact) && !tags.includes('experimental') ? [id] : [],
  );
  if (values.length < 40) throw new Error(`axe has only these rules left: ${values.join(', ')}`);
  const runOnly = { type: 'rule', values } as const;
  const { violations } = await inPage.run(document, { resultTypes: ['violations'], runOnly });
  const serious = violations.filter(({ impact }) => isSerious(impact));
  return serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Drops a real file: a file field gives the page one, as the desktop would. */
export async function dropFile(window: Page, path: string): Promise<void> {
  await window.evaluate(() => {
    const field = document.createElement('input');
    field.type = 'file';
    field.id = 'dropped';
    document.body.append(field);
  });
  await window.locator('#dropped').setInputFiles(path);
  await window.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('#dropped');
    const file = field?.files?.[0];
    if (!field || !file) throw new Error('there is no file to drop');
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(file);
    field.remove();
    for (const kind of ['dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
  });
}
