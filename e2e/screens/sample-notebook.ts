/** The project's sample notebook to work in, a copy for each test, and the command line to look into notebooks from outside. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { Application, LaunchOptions } from '../application';
import { expect, test } from '../fixtures';

const root = resolve(__dirname, '../..');

const runNode = (args: readonly string[]): string =>
  execFileSync(process.execPath, [...args], { cwd: root, encoding: 'utf8', stdio: 'pipe' });

/** Made once for all workers of a run: the folder of its results is emptied when it starts. */
function madeSample(): string {
  const folder = test.info().project.outputDir;
  const made = join(folder, 'sample.casebook');
  if (existsSync(made)) return made;
  mkdirSync(folder, { recursive: true });
  const draft = `${made}.${process.pid}`;
  runNode(['scripts/run-module.mjs', 'scripts/sample/make-sample.ts', draft]);
  renameSync(draft, made);
  return made;
}

/** Opens the sample notebook in the application, from a file of its own in the folder. */
export async function openSample(
  launch: (options: Partial<LaunchOptions>) => Promise<Application>,
  folder: string,
): Promise<Application & { readonly path: string }> {
  const path = join(folder, 'The Kessa crossing.casebook');
  copyFileSync(madeSample(), path);
  const application = await launch({ args: [path] });
  await expect(application.window.getByRole('grid', { name: 'Articles' })).toBeVisible();
  return { ...application, path };
}

/** What the built command line prints for `--json`. */
export function askCommandLine(...args: readonly string[]): unknown {
  return JSON.parse(runNode(['out/main/cli.cjs', ...args, '--json']));
}

/** Goes to a screen of the sidebar. */
export const goTo = (window: Page, screen: string): Promise<void> =>
  window
    .getByRole('navigation', { name: 'Notebook' })
    .getByRole('button', { name: new RegExp(`^${screen}`) })
    .click();

/** Opens an entity or event from the list of its screen. */
export async function openFromList(window: Page, screen: string, name: string): Promise<void> {
  await goTo(window, screen);
  await window.getByRole('row').filter({ hasText: name }).first().dblclick();
  const title = window.getByRole('heading', { level: 1 }).getByRole('textbox');
  await title.waitFor();
  await expect(title).toHaveValue(name);
}

/** A titled piece of the column beside a page. */
export const side = (window: Page, title: string): Locator =>
  window.getByRole('region', { name: title, exact: true });

/** The passages of a page, each a button in its words. */
export const passagesOf = (window: Page, region: 'Passages' | 'Evidence'): Locator =>
  window.getByRole('region', { name: region, exact: true }).locator('[data-walked]');
