/**
 * What every journey starts from: a display of the worker's own, and either `application`, the program that the journeys of
 * a worker use one after another, or `launch`, which starts one on a profile of the test's own and may be called again to see
 * what is still there after a restart.
 */
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect as baseExpect, type ExpectMatcherState, type Locator } from '@playwright/test';
import { startDisplay } from '../scripts/bootstrap/system/display.mjs';
import { isOnPath } from '../scripts/bootstrap/system/packages.mjs';
import { type Application, type LaunchOptions, launchApplication } from './application';
import { createLentProgram, type LentProgram } from './lent-program';

/**
 * Playwright's own, but for `toBeVisible`: that one, at every look that finds nothing, describes the whole page in case it is
 * the last, and looks more and more rarely. Here the page is waited for, and described only when it was in vain.
 */
export const expect = baseExpect.extend({
  async toBeVisible(
    this: ExpectMatcherState,
    locator: Locator,
    { timeout = this.timeout }: { readonly timeout?: number } = {},
  ) {
    try {
      if (this.isNot) await baseExpect(locator).not.toBeVisible({ timeout });
      else if (!(await appears(locator, timeout))) await baseExpect(locator).toBeVisible({ timeout: 1 });
      return { pass: !this.isNot, message: () => '' };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { pass: this.isNot, message: () => `${message}\n\nWaited for ${timeout} ms.` };
    }
  },
});

const appears = (locator: Locator, timeout: number): Promise<boolean> =>
  locator.waitFor({ timeout }).then(
    () => true,
    () => false,
  );

type Launch = (options?: Partial<LaunchOptions>) => Promise<Application>;

const remove = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 5 });

interface TestFixtures {
  /** A fresh folder for everything the test writes; removed after it. */
  readonly folder: string;
  /** A program on its start page, as if it had just been started; not to be closed. */
  readonly application: Application;
  /** The profile that `launch` uses when none is given. */
  readonly profile: string;
  /** Starts the application; what is still open after the test is closed. */
  readonly launch: Launch;
}

interface WorkerFixtures {
  readonly display: string | undefined;
  readonly program: LentProgram;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  display: [
    async ({}, use) => {
      if (process.platform !== 'linux' || !isOnPath('Xvfb')) return use(process.env.DISPLAY);
      const display = await startDisplay();
      process.env.DISPLAY = display.name;
      await use(display.name);
      display.stop();
    },
    { scope: 'worker', auto: true },
  ],
  program: [
    async ({ display: _ }, use) => {
      const profile = mkdtempSync(join(tmpdir(), 'casebook-lent-'));
      const program = createLentProgram({ profile });
      await use(program);
      await program.end();
      await remove(profile);
    },
    { scope: 'worker' },
  ],
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'casebook-journey-'));
    await use(folder);
    await remove(folder);
  },
  // It has to let go of what is in the folder before that is removed.
  application: async ({ program, folder: _ }, use, { errors }) => {
    await use(await program.take());
    // A worker ends with the first test that fails.
    if (errors.length === 0) await program.giveBack();
  },
  profile: async ({ folder }, use) => use(join(folder, 'profile')),
  launch: async ({ profile }, use) => {
    // Closing what is closed already never answers.
    const running = new Set<Application>();
    await use(async (options = {}) => {
      const application = await launchApplication({ profile, ...options });
      running.add(application);
      application.app.once('close', () => running.delete(application));
      return application;
    });
    await Promise.all([...running].map(({ app }) => app.close().catch(() => {})));
  },
});
