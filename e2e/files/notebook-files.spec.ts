/** Notebook files in trouble, and two programs at one: each has a name, a message and a way out. */
import { execFileSync } from 'node:child_process';
import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Application, runToItsEnd } from '../application';
import { expect, test } from '../fixtures';
import {
  answerOpenDialog,
  answerSaveDialog,
  chooseMenu,
  closeNotebook,
  makeNotebook,
} from '../notebook-steps';

/** Makes a notebook, and closes it. */
async function makeAndClose(application: Application, path: string): Promise<void> {
  await makeNotebook(application, path);
  await closeNotebook(application);
}

async function openByDialog({ app, window }: Application, path: string): Promise<void> {
  await answerOpenDialog(app, [path]);
  await window.getByRole('button', { name: 'Open notebook…' }).click();
}

test('a damaged notebook is refused untouched, and a backup opens in its place', async ({
  launch,
  folder,
}) => {
  const path = join(folder, 'harbour.casebook');
  // Its list of backups is to have those of this notebook alone.
  const application = await launch();
  const { app, window } = application;
  await makeAndClose(application, path);
  await truncate(path, 9000);
  const damaged = await readFile(path);

  await openByDialog(application, path);
  const problem = window.getByRole('alertdialog');
  await expect(problem).toContainText('damaged');
  expect(await readFile(path)).toEqual(damaged);

  const restored = join(folder, 'restored.casebook');
  await answerSaveDialog(app, restored);
  await problem.getByRole('button', { name: 'Backups…' }).click();
  const backups = window.getByRole('dialog', { name: 'Backups' });
  await backups.getByRole('button', { name: /Open/ }).first().click();
  await expect(window.getByRole('heading', { name: 'Library' })).toBeVisible();
});

test('a notebook of a newer format is refused untouched', async ({ application, folder }) => {
  const path = join(folder, 'newer.casebook');
  await makeAndClose(application, path);
  const bytes = await readFile(path);
  bytes.writeInt32BE(999, 60); // user_version in SQLite's header
  await writeFile(path, bytes);

  await openByDialog(application, path);
  await expect(application.window.getByRole('alertdialog')).toContainText('newer Casebook');
  expect(await readFile(path)).toEqual(bytes);
});

test('a notebook that is open elsewhere can be read here', async ({ application, launch, folder }) => {
  const path = join(folder, 'shared.casebook');
  await makeNotebook(application, path);
  const second = await launch();
  await openByDialog(second, path);
  const problem = second.window.getByRole('alertdialog');
  await expect(problem).toContainText('open elsewhere');
  await problem.getByRole('button', { name: /reading only/ }).click();
  await expect(second.window.getByRole('heading', { name: 'Library' })).toBeVisible();
  const result = await second.window.evaluate(() =>
    Reflect.get(globalThis, 'casebook').invoke('createTag', { name: 'x', parentId: null }),
  );
  expect(result).toMatchObject({ kind: 'error', code: 'read-only' });
});

test('a second start hands its file to the first and ends', async ({ launch, profile, folder }) => {
  const one = join(folder, 'one.casebook');
  const two = join(folder, 'two.casebook');
  const first = await launch();
  await makeNotebook(first, two);
  await makeNotebookByMenu(first, one);
  await expect(first.window).toHaveTitle('one – Casebook');

  await runToItsEnd({ profile, args: [two] });
  await expect(first.window).toHaveTitle('two – Casebook');
  expect(await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

async function makeNotebookByMenu({ app, window }: Application, path: string): Promise<void> {
  await answerSaveDialog(app, path);
  await chooseMenu(app, 'new-notebook');
  await expect(window.getByRole('heading', { name: 'Library' })).toBeVisible();
}

test('a full disk loses nothing and says so', async ({ application, folder }) => {
  test.skip(
    process.platform !== 'linux' || process.getuid?.() !== 0,
    'needs a small file system of its own: Linux, as root',
  );
  const disk = join(folder, 'disk');
  execFileSync('mkdir', [disk]);
  const mounted = tryMount(disk);
  test.skip(!mounted, 'this machine does not allow mounting a small file system');
  try {
    await makeNotebook(application, join(disk, 'full.casebook'));
    const invoke = (method: string, args: unknown) =>
      application.window.evaluate(
        ([name, value]) => Reflect.get(globalThis, 'casebook').invoke(name, value),
        [method, args] as const,
      );
    expect(await invoke('createTag', { name: 'kept', parentId: null })).toMatchObject({ kind: 'ok' });
    await writeFile(join(disk, 'filler'), Buffer.alloc(64 * 1024 * 1024)).catch(() => {});
    const tooMuch = { title: 'long', content: `<p>${'x'.repeat(8_000_000)}</p>` };
    expect(await invoke('createNote', tooMuch)).toMatchObject({ kind: 'error', code: 'disk-full' });
    execFileSync('rm', [join(disk, 'filler')]);
    expect(await invoke('createTag', { name: 'kept too', parentId: null })).toMatchObject({
      kind: 'ok',
    });
    await closeNotebook(application);
  } finally {
    execFileSync('umount', ['-l', disk]);
  }
});

function tryMount(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
