import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashOfText } from '../articles/revisions';
import { dumpIndex } from '../core/dump-notebook';
import { migrate, migrations } from '../core/file/migrate';
import { asWritable } from '../core/sql';
import { rebuildIndex } from '../search/index/rebuild-index';
import { answer, execute, openSession, type Session, writerOf } from '../worker/session';

const text = 'Kyiv endured an assault.';
const time = '2025-07-05T10:00:00.000Z';
const metadata = JSON.stringify({
  title: 'A',
  authors: [],
  publisher: '',
  url: '',
  language: '',
  published: null,
  fields: {},
});

/** A notebook of format 4 as its program left it. */
const earlierNotebook = `
INSERT INTO notebook VALUES ('n', 'Old', '${time}');
INSERT INTO article (id, kind, title, sort_title, filter_words, captured_at, revision_id, created_at, modified_at)
  VALUES ('a', 'own', 'A', 'a', 'a', '${time}', 'r', '${time}', '${time}');
INSERT INTO revision VALUES ('r', 'a', 1, 'written', NULL, '${hashOfText(text)}', 4, 'Created', '${time}', '${metadata}', '<p>${text}</p>', '${text}');
INSERT INTO annotation VALUES ('k', 'a', 'yellow', 'Says who?', '${time}', '${time}'), ('m', 'a', NULL, '', '${time}', '${time}');
INSERT INTO selector VALUES ('k', 0, 'Kyiv', '', ' endured an assault.'), ('m', 0, 'assault', 'Kyiv endured an ', '.');
INSERT INTO anchor VALUES ('k', 0, 'r', 0, 4, 'exact', NULL), ('m', 0, 'r', 16, 23, 'exact', NULL);
`;

/** Passage m in the trash, as that program records it: without what annotations have got since. */
const thrown = [
  ['anchor', `annotation_id = 'm'`],
  ['selector', `annotation_id = 'm'`],
  ['annotation', `id = 'm'`],
] as const;

let folder: string;
let session: Session | null = null;

function made(): string {
  const path = join(folder, 'old.casebook');
  const raw = new Database(path);
  migrate(asWritable(raw), migrations.slice(0, 4));
  raw.exec(`BEGIN; ${earlierNotebook} COMMIT;`);
  const changes = thrown.map(([table, where]) => ({
    table,
    before: raw.prepare(`SELECT * FROM ${table} WHERE ${where}`).get(),
    after: null,
  }));
  raw
    .prepare(`INSERT INTO trash VALUES ('d', 'annotation', 'm', 'assault', ?, ?)`)
    .run(time, JSON.stringify(changes));
  for (const [table, where] of thrown) raw.exec(`DELETE FROM ${table} WHERE ${where}`);
  rebuildIndex(asWritable(raw));
  raw.close();
  return path;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'locators-format-'));
});
afterEach(() => {
  session?.close();
  session = null;
  rmSync(folder, { recursive: true });
});

it('gives annotations nobody for a maker and revisions no pages, and leaves the index as it was', () => {
  const path = made();
  const before = new Database(path);
  const index = dumpIndex(asWritable(before));
  before.close();
  session = openSession(path);
  const db = writerOf(session);
  expect(dumpIndex(db)).toEqual(index);
  expect(answer(session, 'getAnnotation', { id: 'k' })).toMatchObject({ coder: '', comment: 'Says who?' });
  expect(answer(session, 'getRevision', { id: 'r' }).locators).toEqual([]);
  expect(answer(session, 'checkNotebook', {}).findings).toEqual([]);
});

it('brings back what was thrown away before there were makers', () => {
  session = openSession(made());
  execute(session, 'restoreTrash', { ids: ['d'] }, 'Ann Lee');
  expect(answer(session, 'getAnnotation', { id: 'm' })).toMatchObject({ coder: '', parts: [{ start: 16 }] });
  const on = { articleId: 'a', revisionId: 'r', parts: [{ start: 5, end: 12 }] };
  const { annotationId } = execute(session, 'annotate', { on }, 'Ann Lee').value;
  expect(answer(session, 'getAnnotation', { id: annotationId }).coder).toBe('Ann Lee');
  expect(answer(session, 'checkNotebook', {}).findings).toEqual([]);
  execute(session, 'undo', {});
  execute(session, 'undo', {});
  expect(() => answer(session as Session, 'getAnnotation', { id: 'm' })).toThrow();
});
