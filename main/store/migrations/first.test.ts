import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrations } from '../core/file/migrate';
import { recordedTables } from '../core/recorder';
import { topicsOf } from '../core/topics';

it('makes a notebook of strict tables, each recorded for undo but bytes and index', () => {
  const database = new Database(':memory:');
  for (const step of migrations) database.exec(step);
  const tables = database
    .prepare<[], { name: string; strict: number }>(
      `SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'`,
    )
    .all()
    .filter(({ name }) => !name.startsWith('sqlite_'));
  expect(tables.filter(({ strict }) => !strict)).toEqual([]);
  const names = tables.map(({ name }) => name);
  expect(names.filter((name) => !(recordedTables as readonly string[]).includes(name)).sort()).toEqual([
    'original_bytes',
    'search_column',
    'search_fact',
    'search_item',
    'search_rows',
    'search_value',
    'search_word',
  ]);
  expect(
    recordedTables.filter((table) => topicsOf([{ table, before: null, after: {} }]).length === 0),
  ).toEqual([]);
  database.close();
});
