/** The project's sample notebook to work in, a copy for each test, and the command line to look into notebooks from outside. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { stampOf } from '../../scripts/bootstrap/base/source-stamp.mjs';
import { type Application, ask } from '../application';
import { expect } from '../fixtures';

const root = resolve(__dirname, '../..');

const runNode = (args: readonly string[]): string =>
  execFileSync(process.execPath, [...args], { cwd: root, encoding: 'utf8', stdio: 'pipe' });

/** What the sample notebook is made of and by; it bears the day on which it was made. */
const sampleSources = ['main', 'shared', 'samples', 'scripts/sample', 'package-lock.json'];

/** Made once for all workers, and again when what it is made of has changed. */
function madeSample(): string {
  const folder = join(root, 'out/journeys');
  const day = new Date().toISOString().slice(0, 10);
  const made = join(folder, `${day}-${stampOf(root, sampleSources)}.casebook`);
  if (existsSync(made)) return made;
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder).filter((name) => name.endsWith('.casebook')))
    rmSync(join(folder, old), { force: true });
  const draft = `${made}.${process.pid}`;
  runNode(['scripts/run-module.mjs', 'scripts/sample/make-sample.ts', draft]);
  renameSync(draft, made);
  return made;
}

/** The sample notebook in a file of its own in the folder. */
function copySample(folder: string): string {
  const path = join(folder, 'The Kessa crossing.casebook');
  copyFileSync(madeSample(), path);
  return path;
}

/** Opens the sample notebook in the application, from a file of its own in the folder. */
export async function openSample(
  application: Application,
  folder: string,
): Promise<Application & { readonly path: string }> {
  const path = copySample(folder);
  await ask(application.window, 'openNotebook', { path });
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
    .locator('nav[aria-label="Notebook"]')
    .getByRole('button', { name: new RegExp(`^${screen}`) })
    .click();

/** Opens an entity or event from the list of its screen. */
export async function openFromList(window: Page, screen: string, name: string): Promise<void> {
  await goTo(window, screen);
  await window.locator('[role="row"]').filter({ hasText: name }).first().dblclick();
  const title = window.locator('h1').getByRole('textbox');
  await title.waitFor();
  await expect(title).toHaveValue(name);
}

/** A titled piece of the column beside a page. */
export const side = (window: Page, title: string): Locator =>
  window.getByRole('region', { name: title, exact: true });

/** The passages of a page, each a button in its words. */
export const passagesOf = (window: Page, region: 'Passages' | 'Evidence'): Locator =>
  window.getByRole('region', { name: region, exact: true }).locator('[data-walked]');
