/**
 * The packaged program, started as people start it: one journey through it, its command line, and its refusal of the
 * fallback runtime. Run by `npm test`, which names the program in CASEBOOK_PACKAGED.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures';

const allowed = '--allow-fallback-runtime';
const isFallback = Boolean(process.env.CASEBOOK_SQLITE_BINDING);

/** Runs the program to its end, in the sandbox that this machine allows. */
function run(args: readonly string[]) {
  const env = {
    ...process.env,
    CASEBOOK_ELECTRON: process.env.CASEBOOK_PACKAGED,
    CASEBOOK_SQLITE_BINDING: '',
  };
  const program = process.env.CASEBOOK_ELECTRON_LAUNCHER ?? '';
  return spawnSync(program, [...args], { env, encoding: 'utf8', timeout: 30_000 });
}

test('an article goes in, is read and is found again, in a notebook that the command line made', async ({
  launch,
  folder,
}) => {
  const notebook = join(folder, 'strait.casebook');
  const article = join(folder, 'ferry.txt');
  writeFileSync(
    article,
    'Ferry service resumes\n\nThe harbour authority of Port Lisse reopened the strait on Monday.\n',
  );
  const profile = `--user-data-dir=${join(folder, 'command-line')}`;
  expect(JSON.parse(run(['new', notebook, '--json', allowed, profile]).stdout)).toMatchObject({
    path: notebook,
  });
  expect(JSON.parse(run(['import', notebook, article, '--json', allowed, profile]).stdout)).toMatchObject({
    imported: 1,
  });

  const { app, window } = await launch({ args: [notebook, allowed] });
  await window.getByRole('gridcell', { name: 'Ferry service resumes' }).dblclick();
  await expect(window.getByText('harbour authority of Port Lisse')).toBeVisible();
  await window.getByRole('searchbox', { name: 'Search the notebook' }).fill('strait');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('list', { name: 'Hits' })).toContainText('reopened the strait on Monday');
  expect(await app.evaluate(({ app: electron }) => electron.isPackaged)).toBe(true);
});

test('it refuses the fallback runtime unless asked by the flag', () => {
  test.skip(!isFallback, 'this package is made with the official Electron');
  const { status, stderr } = run(['help']);
  expect(stderr).toContain(allowed);
  expect(status).not.toBe(0);
});
