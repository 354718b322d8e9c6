import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pluck } from '../sql';
import { temporaryNotebook } from '../temporary-notebook';
import { copyDatabase } from './copy-database';
import { openDatabaseReadOnly, readAtOneMoment } from './open-database';

it('copies the moment in which it was asked for, whatever is written while it is made', async () => {
  const our = temporaryNotebook();
  our.run('createTag', { name: 'before', parentId: null });
  const copy = join(our.folder, 'copy.casebook');
  const copied = readAtOneMoment(our.path, (reader) => copyDatabase(reader, copy));
  our.run('createTag', { name: 'after', parentId: null });
  await copied;
  const opened = openDatabaseReadOnly(copy);
  const names = pluck<string>(opened.reader, 'SELECT name FROM tag');
  opened.close();
  our.remove();
  expect(names).toEqual(['before']);
});
