/**
 * Starts the application as a person would, and lets Playwright drive it: the production build in the Electron that
 * scripts/run.mjs found, or the packaged program in CASEBOOK_PACKAGED. What a test does with it is left to the test.
 */
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import type { Bridge } from '../shared/bridge';
import type { Result } from '../shared/model/result';

// Journeys and benchmarks both run in the repository's folder.
const root = resolve('.');
const loader = join(
  dirname(createRequire(join(root, 'package.json')).resolve('playwright-core/package.json')),
  'lib/server/electron/loader.js',
);

export interface LaunchOptions {
  /** The folder of settings, logs and backups; a second launch with the same one is a relaunch. */
  readonly profile: string;
  /** After the application, as on a command line: files, switches. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface Application {
  readonly app: ElectronApplication;
  readonly window: Page;
}

/** Starts the application and waits for its window. */
export async function launchApplication(options: LaunchOptions): Promise<Application> {
  const app = await electron.launch(launchSettings(options));
  return { app, window: await app.firstWindow() };
}

/** What the preload script put into the window. */
export type Bridged = typeof globalThis & { readonly casebook: Bridge };

/** Asks the program as the window does. */
export async function ask<Value>(window: Page, method: string, args: unknown): Promise<Value> {
  const invoke = ([name, given]: readonly [string, string]) =>
    (globalThis as Bridged).casebook.invoke(name, given);
  const json = await window.evaluate(invoke, [method, JSON.stringify(args)] as const);
  const result = JSON.parse(json) as Result<unknown>;
  if (result.kind !== 'ok') throw new Error(`${method}: ${result.message}`);
  return result.value as Value;
}

/** Starts the program as from a shell, apart from Playwright, and waits until it ends by itself. Throws when it fails. */
export async function runToItsEnd({ args = [], ...options }: LaunchOptions): Promise<void> {
  const settings = launchSettings({ args, ...options });
  const env = { ...settings.env, CASEBOOK_ELECTRON_PRELOAD: '' };
  await promisify(execFile)(settings.executablePath, settings.args, { env, timeout: 60_000 });
}

function launchSettings({ profile, args = [], env = {} }: LaunchOptions) {
  const packaged = process.env.CASEBOOK_PACKAGED;
  const own = [`--user-data-dir=${profile}`, ...args];
  return {
    executablePath: launcher(),
    args: packaged ? own : [root, ...own],
    chromiumSandbox: true,
    env: {
      ...environment(),
      ...(packaged ? packagedVariables(packaged) : { CASEBOOK_ELECTRON_PRELOAD: loader }),
      ...env,
    },
  };
}

/** A packaged program finds its own binding and has no module to preload. */
function packagedVariables(program: string): Record<string, string> {
  return { CASEBOOK_ELECTRON: program, CASEBOOK_SQLITE_BINDING: '', CASEBOOK_ELECTRON_PRELOAD: '' };
}

function environment(): Record<string, string> {
  const { NODE_OPTIONS: _, ...env } = process.env;
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function launcher(): string {
  const path = process.env.CASEBOOK_ELECTRON_LAUNCHER;
  if (!path) throw new Error('Run the journeys by `npm run test:e2e`: it finds the Electron to run.');
  return process.platform === 'linux' ? path : (process.env.CASEBOOK_PACKAGED ?? path);
}
