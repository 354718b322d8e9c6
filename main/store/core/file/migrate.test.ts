import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { all, asWritable, rawDatabase, run, type WritableDB } from '../sql';
import { applicationId, migrate, migrations, newestVersion, versionOf } from './migrate';
import { createDatabase, openDatabase, openDatabaseReadOnly } from './open-database';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'migrate-'));
  path = join(folder, 'notes.casebook');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const withDatabase = <Value>(file: string, work: (db: WritableDB) => Value): Value => {
  const raw = new Database(file);
  try {
    return work(asWritable(raw));
  } finally {
    raw.close();
  }
};

const steps = [
  'CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT) STRICT; CREATE TABLE pet (owner INTEGER REFERENCES person (id)) STRICT;',
  `ALTER TABLE person ADD COLUMN folded TEXT NOT NULL DEFAULT ''; UPDATE person SET folded = lower(name);`,
  // A table built anew while others refer to it.
  `CREATE TABLE person_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL) STRICT;
   INSERT INTO person_new SELECT id, name, folded FROM person; DROP TABLE person; ALTER TABLE person_new RENAME TO person;`,
];
const people = (db: WritableDB) => all(db, 'SELECT * FROM person ORDER BY id');

function filled(db: WritableDB, version: number): void {
  rawDatabase(db).pragma('foreign_keys = ON');
  migrate(db, steps.slice(0, version));
  run(db, `INSERT INTO person (id, name) VALUES (1, 'Ada'), (2, 'Grace')`);
  run(db, 'INSERT INTO pet VALUES (2)');
}

describe('migrate', () => {
  it('brings an empty file to the newest format', () => {
    withDatabase(path, (db) => {
      migrate(db);
      expect(versionOf(db)).toBe(newestVersion);
      expect(rawDatabase(db).pragma('application_id', { simple: true })).toBe(applicationId);
    });
  });

  it('takes data along from every earlier format, with references enforced again', () => {
    withDatabase(path, (db) => {
      filled(db, 1);
      migrate(db, steps);
      expect(versionOf(db)).toBe(3);
      expect(people(db)).toEqual([
        { id: 1, name: 'Ada', folded: 'ada' },
        { id: 2, name: 'Grace', folded: 'grace' },
      ]);
      expect(() => run(db, 'DELETE FROM person WHERE id = 2')).toThrow(/FOREIGN KEY/);
    });
  });

  it('leaves the file as it was when a step fails', () => {
    const failing = [
      ...steps.slice(0, 2),
      'DELETE FROM person WHERE id = 1; INSERT INTO nowhere VALUES (1);',
    ];
    withDatabase(path, (db) => {
      filled(db, 1);
      expect(() => migrate(db, failing)).toThrow(/nowhere/);
      expect(versionOf(db)).toBe(1);
      expect(people(db)).toHaveLength(2);
    });
  });

  it('refuses a step that would leave references to nothing', () => {
    withDatabase(path, (db) => {
      filled(db, 2);
      expect(() => migrate(db, [...steps.slice(0, 2), 'DELETE FROM person WHERE id = 2'])).toThrow(
        /refer to nothing/,
      );
      expect(people(db)).toHaveLength(2);
    });
  });

  it('refuses a file from a later program', () => {
    withDatabase(path, (db) => {
      filled(db, 2);
      expect(() => migrate(db, steps.slice(0, 1))).toThrow(
        expect.objectContaining({ code: 'notebook-newer' }),
      );
    });
  });
});

describe('opening a notebook of an earlier format', () => {
  const later = [...migrations, `ALTER TABLE note ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0`];
  const backups = () => readdirSync(folder).filter((name) => name.endsWith('.bak'));

  it('keeps a copy of it beside it, whole and in the earlier format', () => {
    createDatabase(path, 'Old').close();
    openDatabase(path, later).close();
    expect(backups()).toHaveLength(1);
    expect(backups()[0]).toMatch(
      new RegExp(`^notes\\.casebook\\.before-format-${newestVersion + 1}\\.\\d{8}T\\d{6}\\.bak$`),
    );
    const copy = openDatabase(join(folder, backups()[0] ?? ''));
    expect(all(copy.reader, 'SELECT title FROM notebook')).toEqual([{ title: 'Old' }]);
    copy.close();
    const now = openDatabase(path, later);
    expect(all(now.reader, `SELECT name FROM pragma_table_info('note') WHERE name = 'pinned'`)).toHaveLength(
      1,
    );
    now.close();
    expect(backups()).toHaveLength(1);
  });

  it('copies what is still in the log of a killed session', () => {
    const opened = createDatabase(path, 'Old');
    if (opened.writer) run(opened.writer, `UPDATE notebook SET title = 'Older'`);
    rawDatabase(opened.reader).close();
    // No close of the writer: as after a kill, the words are in the log. Its lock is in this process and must go.
    if (opened.writer) rawDatabase(opened.writer).exec('PRAGMA wal_autocheckpoint = 0');
    rmSync(`${path}-lock`);
    openDatabase(path, later).close();
    withDatabase(join(folder, backups()[0] ?? ''), (db) => {
      expect(all(db, 'SELECT title FROM notebook')).toEqual([{ title: 'Older' }]);
    });
  });

  it('says so where it may only be read', () => {
    createDatabase(path, 'Old').close();
    expect(() => openDatabaseReadOnly(path, later)).toThrow(expect.objectContaining({ code: 'read-only' }));
    expect(backups()).toEqual([]);
  });

  it('is left as it was when the change fails, and can be opened by the earlier program', () => {
    createDatabase(path, 'Old').close();
    expect(() => openDatabase(path, [...migrations, 'SELECT broken'])).toThrow();
    const again = openDatabase(path);
    expect(all(again.reader, 'SELECT title FROM notebook')).toEqual([{ title: 'Old' }]);
    again.close();
  });
});
