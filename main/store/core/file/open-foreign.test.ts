import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { all, pluck, rawDatabase } from '../sql';
import { foreignColumns, openForeign } from './open-foreign';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foreign-test-'));
  path = join(folder, 'project.sqlite3');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const refused = expect.objectContaining({ code: 'import-refused' });

function make(sql: string): Buffer {
  const raw = new Database(path);
  raw.exec(sql);
  raw.close();
  return readFileSync(path);
}

describe('openForeign', () => {
  it('reads rows from bytes and from a path, and leaves nothing behind', () => {
    const bytes = make("CREATE TABLE tags (id INTEGER, path TEXT); INSERT INTO tags VALUES (1, 'a')");
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('casebook-foreign-')).length;
    for (const source of [{ bytes }, { path }]) {
      const { db, close } = openForeign(source);
      expect(all(db, 'SELECT * FROM tags')).toEqual([{ id: 1, path: 'a' }]);
      close();
    }
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('casebook-foreign-')).length).toBe(before);
    expect(readdirSync(folder)).toEqual(['project.sqlite3']);
  });

  it('sees what stands in the write-ahead log of an open project, which stays as it is', () => {
    const raw = new Database(path);
    raw.pragma('journal_mode = WAL');
    raw.exec('CREATE TABLE a (b); INSERT INTO a VALUES (7)');
    const log = readFileSync(`${path}-wal`);
    const { db, close } = openForeign({ path });
    expect(pluck(db, 'SELECT b FROM a')).toEqual([7]);
    close();
    expect(readFileSync(`${path}-wal`)).toEqual(log);
    raw.close();
  });

  it('writes nothing, and calls nothing that the file brings', () => {
    const bytes = make(`CREATE TABLE a (b TEXT, c TEXT GENERATED ALWAYS AS (hex(b)) VIRTUAL);
      CREATE VIEW documents AS SELECT load_extension('x') AS id, readfile('/etc/passwd') AS contents;
      CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM a; END;`);
    const { db, close } = openForeign({ bytes });
    expect(() => rawDatabase(db).exec('DELETE FROM a')).toThrow(/query_only|readonly/i);
    expect(foreignColumns(db, 'documents')).toEqual([]);
    expect(foreignColumns(db, 'a')).toEqual(['b']);
    expect(foreignColumns(db, 'a"); DROP TABLE a; --')).toEqual([]);
    close();
  });

  it('does not evaluate the checks of a table, which may never end', () => {
    const bytes =
      make(`CREATE TABLE a (b CHECK (length(zeroblob(b * 900000000)) > 0)); PRAGMA ignore_check_constraints = 1;
      INSERT INTO a VALUES (1)`);
    const { db, close } = openForeign({ bytes });
    expect(pluck(db, 'SELECT b FROM a')).toEqual([1]);
    close();
  });

  it('refuses what is damaged, cut off or no database', () => {
    const whole = make(`CREATE TABLE a (b TEXT); CREATE INDEX i ON a (b);
      WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n LIMIT 2000)
      INSERT INTO a SELECT hex(randomblob(50)) FROM n`);
    const damaged = Buffer.from(whole);
    damaged.fill(0xa5, 4096 * 3, 4096 * 5);
    const headless = Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(5000, 9)]);
    for (const bytes of [whole.subarray(0, 4096 * 4), damaged, headless, Buffer.from('no database')])
      expect(() => openForeign({ bytes })).toThrow(refused);
  });
});
