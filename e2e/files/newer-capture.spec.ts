/** A page saved again: the next revision of its article, whether it is recognised or named as one; its passages go along. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { annotate, prepare, read, standing, title } from '../editing/prepared-notebook';
import { expect, test } from '../fixtures';
import { answerOpenDialog, chooseMenu, expectNoBarriers, importByMenu } from '../notebook-steps';
import { articleText } from '../reading';

const page = (count: string) => `${title}

${count} people were killed when the ferry Halcyon came under fire at the Kessa crossing, the mayor of Ostrel said on Monday.

Two dockworkers on their way home from the late shift were among the dead. Nobody has said who gave the order to fire.

The River Guard, which has held the far bank since January, denies that it fired first. An inquiry was opened on Tuesday.
`;

test('a newer capture becomes the next revision', async ({ application, folder }) => {
  const { app, window } = application;
  await prepare(application, folder);
  await annotate(window, 'Seven people were killed', { comment: 'By the mayor’s count.' });

  await writeFile(join(folder, 'ferry.txt'), page('Nine'));
  await importByMenu(application, [join(folder, 'ferry.txt')]);
  await expect(window.getByText(`A newer capture of “${title}” is its new revision`)).toBeVisible();
  await expect(window.getByText('The words of 1 passage changed.')).toBeVisible();
  await expectNoBarriers(window);
  await window.getByRole('button', { name: 'Review', exact: true }).click();
  await expect(window.getByRole('article', { name: 'Passage under review' })).toContainText(
    'Nine people were killed',
  );

  await window.keyboard.press('Control+1');
  await expect(window.getByRole('row', { name: title })).toHaveCount(1);
  await read(window);
  await expect(articleText(window)).toContainText('An inquiry was opened on Tuesday.');
  await expect(window.getByRole('button', { name: 'Revision 2' })).toBeVisible();

  await writeFile(
    join(folder, 'saved again.html'),
    `<title>x</title><p>${page('Eleven').split('\n\n').join('</p><p>')}</p>`,
  );
  await answerOpenDialog(app, [join(folder, 'saved again.html')]);
  await chooseMenu(app, 'newer-capture');
  await expect(articleText(window)).toContainText('Eleven people were killed');
  expect((await standing(window)).map(({ state }) => state).filter((state) => state !== 'exact')).toEqual([
    'changed',
  ]);

  await chooseMenu(app, 'undo');
  await chooseMenu(app, 'undo');
  await expect(articleText(window)).toContainText('Seven people were killed');
  expect((await standing(window)).every(({ state }) => state === 'exact')).toBe(true);
});
