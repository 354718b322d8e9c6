import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dumpRows } from '../../../core/dump-notebook';
import { resolveBinding } from '../../../core/file/binding';
import { newestVersion } from '../../../core/file/migrate';
import { rawDatabase } from '../../../core/sql';
import { type TemporaryNotebook, temporaryNotebook } from '../../../core/temporary-notebook';
import { mergeNotebook, previewMerge } from '../../../intake/merge/merge-notebook';
import { fillRichly } from '../testing/made-notebook';

let our: TemporaryNotebook;
let plain = '';
let notebooks: TemporaryNotebook[] = [];
/** For the copies that are made, so that none is left. */
let temporary = '';
const { TMPDIR, TEMP } = process.env;
const before = { TMPDIR, TEMP };

beforeAll(() => {
  const their = temporaryNotebook();
  fillRichly(their);
  rawDatabase(their.db).pragma('wal_checkpoint(TRUNCATE)');
  plain = join(their.folder, 'plain.casebook');
  copyFileSync(their.path, plain);
  our = temporaryNotebook();
  our.capture('Something of ours.');
  notebooks = [their, our];
  temporary = mkdtempSync(join(tmpdir(), 'casebook-hostile-'));
  process.env['TMPDIR'] = process.env['TEMP'] = temporary;
});
afterAll(() => {
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  rmSync(temporary, { recursive: true, force: true });
  for (const notebook of notebooks) notebook.remove();
});

let made = 0;
/** The plain notebook after some SQL that an honest program does not run. */
function changed(sql: string): string {
  const path = join(our.folder, `hostile ${++made}.casebook`);
  copyFileSync(plain, path);
  const raw = new Database(path, { nativeBinding: resolveBinding() });
  raw.pragma('writable_schema = ON');
  raw.exec(sql);
  raw.close();
  return path;
}

function written(name: string, content: string | Uint8Array): string {
  const path = join(our.folder, name);
  writeFileSync(path, content);
  return path;
}

function truncated(): string {
  const path = written('half.casebook', readFileSync(plain));
  truncateSync(path, Math.floor(readFileSync(plain).length / 2));
  return path;
}

function linked(): string {
  const path = join(our.folder, 'link.casebook');
  symlinkSync(plain, path);
  return path;
}

function folderNamed(): string {
  const path = join(our.folder, 'folder.casebook');
  mkdirSync(path);
  return path;
}

const anyTrigger = `CREATE TRIGGER more AFTER INSERT ON tag BEGIN DELETE FROM article; END`;
const viewOfNotes = `ALTER TABLE note RENAME TO note_before; CREATE VIEW note AS SELECT * FROM note_before`;

const hostile: readonly (readonly [name: string, make: () => string, words: RegExp])[] = [
  ['a database of another program', () => changed('PRAGMA application_id = 7'), /another program/],
  ['a newer format', () => changed(`PRAGMA user_version = ${newestVersion + 1}`), /knows formats up to/],
  ['a trigger', () => changed(anyTrigger), /triggers/],
  ['a trigger in an earlier format', () => changed(`${anyTrigger}; PRAGMA user_version = 3`), /triggers/],
  ['no format at all', () => changed('PRAGMA user_version = 0'), /damaged/],
  ['a view named like a table', () => changed(viewOfNotes), /table note has no/],
  [
    'a virtual table named like one',
    () => changed('DROP TABLE note; CREATE VIRTUAL TABLE note USING fts5(id, title)'),
    /table note has no/,
  ],
  ['a table that is gone', () => changed('DROP TABLE saved_search'), /table saved_search has no/],
  [
    'a column that is computed',
    () =>
      changed(
        `ALTER TABLE note DROP COLUMN title; ALTER TABLE note ADD COLUMN title TEXT AS (upper(content))`,
      ),
    /table note has no title/,
  ],
  [
    'a script in a text',
    () => changed(`UPDATE note SET content = '<p>Hello</p><script>alert(1)</script>'`),
    /notes, number 1, content/,
  ],
  [
    'words under the hash of others',
    () => changed(`UPDATE revision SET sha256 = '${'0'.repeat(64)}'`),
    /articles, number 1, revisions/,
  ],
  [
    'a reference to nothing',
    () => changed(`PRAGMA foreign_keys = OFF; UPDATE annotation SET article_id = 'nowhere'`),
    /not there/,
  ],
  ['half of a file', truncated, /damaged|cannot be read/],
  ['a link', linked, /link to another file/],
  ['a folder', folderNamed, /no file that can be read/],
  ['nothing', () => written('empty.casebook', ''), /JSON/],
  ['words', () => written('words.casebook', 'no notebook'), /JSON/],
  ['a file that is missing', () => join(our.folder, 'missing.casebook'), /no file/],
  ['the notebook that is open', () => our.path, /notebook that is open/],
];

it.each(hostile)('is refused in words, with nothing changed: %s', (_, make, words) => {
  const path = make();
  const rows = dumpRows(our.db);
  expect(() => previewMerge(our.session.reader, { path })).toThrow(words);
  expect(() => mergeNotebook(our.db, { path, choices: { prefer: 'theirs' } })).toThrow(words);
  expect(dumpRows(our.db)).toEqual(rows);
  expect(readdirSync(tmpdir())).toEqual([]);
});
