/** The program is killed in the middle of things: what was typed half a second ago and what was acknowledged is there for another. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Application, Bridged } from '../application';
import { expect, test } from '../fixtures';
import { answerOpenDialog, chooseMenu, openNotebook } from '../notebook-steps';
import { caretAfter, correct, editedText, shownPassages } from './editing';
import { annotate, passages, prepare, read, standing } from './prepared-notebook';

/** A process and all that it started, by the system's own list. */
function processTree(root: number): readonly number[] {
  const listed = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' });
  const pairs = listed
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const below = (pid: number): number[] => [
    pid,
    ...pairs.filter(([, parent]) => parent === pid).flatMap(([child]) => below(child ?? 0)),
  ];
  return below(root);
}

/** As when the power goes: nothing of the program gets to do anything more. */
async function kill({ app }: Application): Promise<void> {
  const child = app.process();
  const closed = new Promise<void>((done) => {
    app.once('close', () => done());
  });
  const pids = processTree(child.pid ?? 0);
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Went with its parent.
    }
  }
  await closed;
}

/** Longer than a draft may take, shorter than a person's pause. */
const justTypedMs = 700;

test('a correction being typed is back after a kill, its passages in place', async ({
  launch,
  application,
  folder,
}) => {
  const first = await launch();
  await prepare(first, folder);
  await read(first.window);
  await correct(first.window);
  await caretAfter(first.window, 'on Monday');
  // Typing on must not put off what is kept: the words are typed up to the kill.
  await first.window.keyboard.type(' morning, after the lamps went out one by one along the bank', {
    delay: 25,
  });
  await first.window.waitForTimeout(justTypedMs);
  await kill(first);

  const { window } = application;
  await openNotebook(application, join(folder, 'Kessa.casebook'));
  await read(window);
  await expect(window.getByText('There is an unsaved correction')).toBeVisible();
  await window.getByRole('button', { name: 'Go on with it' }).click();
  await expect(editedText(window)).toContainText(
    'on Monday morning, after the lamps went out one by one along the bank.',
  );
  expect(await shownPassages(window)).toEqual([...passages]);
  await window.keyboard.press('Control+S');
  await expect(window.getByRole('button', { name: 'Revision 2' })).toBeVisible();
  expect((await standing(window)).map(({ there }) => there)).toEqual([...passages]);
});

test('a note being typed is back after a kill', async ({ launch, application, folder }) => {
  const first = await launch();
  await prepare(first, folder);
  await chooseMenu(first.app, 'new-note');
  await expect(first.window.getByRole('textbox', { name: 'Title of the note' })).toBeFocused();
  await first.window.keyboard.type('How many died?');
  await first.window.keyboard.press('Enter');
  await first.window.keyboard.type('Four numbers for one night.', { delay: 20 });
  await first.window.waitForTimeout(justTypedMs);
  await kill(first);

  const { app, window } = application;
  await openNotebook(application, join(folder, 'Kessa.casebook'));
  await chooseMenu(app, 'notes');
  await expect(window.getByText('unsaved changes')).toBeVisible();
  await window.getByText('How many died?').dblclick();
  await expect(editedText(window)).toHaveText('Four numbers for one night.');
});

test('passages that were acknowledged outlive a kill in the middle of annotating', async ({
  launch,
  application,
  folder,
}) => {
  const first = await launch();
  await prepare(first, folder);
  const acknowledged: string[] = [];
  const words = [
    'came under fire',
    'the Kessa crossing',
    'on Monday',
    'were among the dead',
    'The River Guard',
  ];
  const annotating = (async () => {
    for (const [round, one] of [...words, ...words, ...words].entries())
      acknowledged.push(await annotate(first.window, one, { comment: `round ${round}` }));
  })().catch(() => {});
  await expect.poll(() => acknowledged.length).toBeGreaterThan(3);
  await kill(first);
  await annotating;

  const { window } = application;
  await openNotebook(application, join(folder, 'Kessa.casebook'));
  await read(window);
  const there = (await standing(window)).map((one) => one.words);
  expect(there).toEqual(expect.arrayContaining([...passages, ...words.slice(0, acknowledged.length)]));
});

test('a kill during an import leaves a whole notebook with what was reported as done', async ({
  launch,
  application,
  folder,
}) => {
  const first = await launch();
  await prepare(first, folder);
  const stories = join(folder, 'stories');
  await mkdir(stories);
  const line =
    'The ferry left the harbour before dawn, and nobody on the pier could say who had ordered it. ';
  await Promise.all(
    Array.from({ length: 120 }, (_, index) =>
      writeFile(join(stories, `story-${index}.txt`), `Story ${index}\n\n${line.repeat(40)}\n`),
    ),
  );
  await answerOpenDialog(first.app, [stories]);
  await first.window.evaluate(() => {
    const done: number[] = [];
    Reflect.set(globalThis, 'imported', done);
    (globalThis as Bridged).casebook.listen((event) => {
      if (event.kind === 'import') done.push(event.progress.done);
    });
  });
  await chooseMenu(first.app, 'import-folder');
  const reported = () =>
    first.window.evaluate(() => Math.max(0, ...(Reflect.get(globalThis, 'imported') as number[])));
  await expect.poll(reported, { timeout: 30_000, intervals: [20] }).toBeGreaterThan(5);
  const count = await reported();
  await kill(first);

  const path = join(folder, 'Kessa.casebook');
  expect(readFileSync(path).subarray(0, 15).toString()).toBe('SQLite format 3');
  const { app, window } = application;
  await openNotebook(application, path);
  // One was there before.
  await expect
    .poll(
      async () =>
        Number(await window.getByRole('grid', { name: 'Articles' }).getAttribute('aria-rowcount')) - 1,
    )
    .toBeGreaterThanOrEqual(count + 1);
  await chooseMenu(app, 'check');
  await expect(window.getByRole('dialog', { name: 'Check of the notebook' })).toContainText(
    /Nothing is wrong/,
  );
});
