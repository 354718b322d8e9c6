/**
 * One program that the journeys of a worker use one after another: starting one takes as long as a short journey. Each finds
 * it as one that has just been started, on its start page. What is in the profile's folder besides the settings and the recent
 * notebooks (backups, templates, the log) stays: a journey that looks there launches a program of its own.
 */
import type { Settings } from '../shared/contract/app';
import { type Application, ask, type LaunchOptions, launchApplication } from './application';

export interface LentProgram {
  /** The program on its start page, started if there is none. */
  readonly take: () => Promise<Application>;
  /** Makes it as new for the next. */
  readonly giveBack: () => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Lends a program on a profile that nothing else uses. */
export function createLentProgram(options: LaunchOptions): LentProgram {
  let running: { readonly application: Application; readonly settings: Settings } | null = null;

  async function start() {
    const application = await launchApplication(options);
    await keepAsStarted(application);
    return { application, settings: await ask<Settings>(application.window, 'getSettings', {}) };
  }

  return {
    take: async () => (running ??= await start()).application,
    async giveBack() {
      if (!running) return;
      const { application, settings } = running;
      await forgetEverything(application, settings);
    },
    async end() {
      await running?.application.app.close();
      running = null;
    },
  };
}

/** Journeys put answers in the place of the system's dialogs, and change the window's size. */
function keepAsStarted({ app }: Application): Promise<void> {
  return app.evaluate(({ dialog, BrowserWindow }) => {
    const [main] = BrowserWindow.getAllWindows();
    Reflect.set(globalThis, 'asStarted', { dialogs: { ...dialog }, main, bounds: main?.getBounds() });
  });
}

async function forgetEverything({ app, window }: Application, settings: Settings): Promise<void> {
  await ask(window, 'closeNotebook', {});
  await ask(window, 'setSettings', settings);
  for (const { path } of await ask<readonly { path: string }[]>(window, 'listRecent', {}))
    await ask(window, 'forgetRecent', { path });
  await app.evaluate(({ dialog, BrowserWindow }) => {
    const { dialogs, main, bounds } = Reflect.get(globalThis, 'asStarted');
    Object.assign(dialog, dialogs);
    for (const one of BrowserWindow.getAllWindows()) if (one !== main) one.destroy();
    main.setBounds(bounds);
  });
  await window.mouse.move(0, 0);
  await window.evaluate(() => localStorage.clear());
  await window.reload();
  await window.getByRole('heading', { name: 'Casebook' }).waitFor();
}
