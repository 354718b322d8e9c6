import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pluck } from '../sql';
import { temporaryNotebook } from '../temporary-notebook';
import { openDatabaseReadOnly } from './open-database';

function tagsIn(path: string): readonly string[] {
  const opened = openDatabaseReadOnly(path);
  const names = pluck<string>(opened.reader, 'SELECT name FROM tag');
  opened.close();
  return names;
}

it('copies the moment in which it was asked for, whatever is written while it is made', async () => {
  const our = temporaryNotebook();
  our.run('createTag', { name: 'before', parentId: null });
  const copy = join(our.folder, 'copy.casebook');
  const copied = our.session.copyTo(copy);
  our.run('createTag', { name: 'after', parentId: null });
  await copied;
  expect(tagsIn(copy)).toEqual(['before']);
  our.remove();
});

it.skipIf(process.platform === 'win32')(
  'copies the notebook that is open, also when its file is gone or another is in its place',
  async () => {
    const [our, their] = [temporaryNotebook(), temporaryNotebook()];
    our.run('createTag', { name: 'ours', parentId: null });
    their.run('createTag', { name: 'theirs', parentId: null });
    const theirs = join(their.folder, 'theirs.casebook');
    await their.session.copyTo(theirs);

    for (const part of ['', '-wal', '-shm']) rmSync(our.path + part);
    const copy = join(our.folder, 'copy.casebook');
    await our.session.copyTo(copy);
    expect(tagsIn(copy)).toEqual(['ours']);

    renameSync(theirs, our.path);
    await our.session.copyTo(copy);
    expect(tagsIn(copy)).toEqual(['ours']);
    our.remove();
    their.remove();
  },
);
