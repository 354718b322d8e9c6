import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { foldForMatch } from '../../../shared/text/fold';
import { hashOfText } from '../articles/revisions';
import { dumpIndex, dumpRebuiltIndex } from '../core/dump-notebook';
import { migrate, migrations } from '../core/file/migrate';
import { asWritable, pluck } from '../core/sql';
import { valuesOf } from '../search/index/read-facts';
import { answer, execute, openSession, type Session, writerOf } from '../worker/session';

const text = 'Kyiv endured an assault. 23 were injured. 😀';
const time = '2025-07-05T10:00:00.000Z';
const metadata = JSON.stringify({
  title: 'A',
  authors: ['Ann Lee'],
  publisher: 'The Post',
  url: '',
  language: 'en-GB',
  published: { edtf: '2025-07-04', words: '' },
  fields: {},
});

/** A notebook of format 3 as its program left it: an event with accounts, links, a note in the trash. */
const earlierNotebook = `
INSERT INTO notebook VALUES ('n', 'Old', '${time}');
INSERT INTO article VALUES ('a', 'own', 'A', 'a', '${foldForMatch('A Ann Lee The Post ')}', '["Ann Lee"]', 'The Post', '', 'en-GB',
  '2025-07-04', '', '2025-07-04', '2025-07-04', '{}', '${time}', NULL, 'r', '${time}', '${time}');
INSERT INTO revision VALUES ('r', 'a', 1, 'written', NULL, '${hashOfText(text)}', 7, 'Created', '${time}', '${metadata}', '<p>${text}</p>', '${text}');
INSERT INTO annotation VALUES ('k', 'a', 'yellow', 'Says who?', '${time}', '${time}'), ('m', 'a', NULL, '', '${time}', '${time}');
INSERT INTO selector VALUES ('k', 0, 'Kyiv', '', ' endured an assault. 23 were inju'), ('m', 0, 'injured', ' endured an assault. 23 were ', '. 😀');
INSERT INTO anchor VALUES ('k', 0, 'r', 0, 4, 'exact', NULL), ('m', 0, 'r', 33, 40, 'exact', NULL);
INSERT INTO entity (id, kind, actor_kind, name, folded, description, created_at, modified_at) VALUES
  ('kyiv', 'place', '', 'Kyiv', 'kyiv', '', '${time}', '${time}'), ('mayor', 'actor', 'person', 'Mayor', 'mayor', '', '${time}', '${time}');
INSERT INTO stored_mention VALUES ('k', 'kyiv');
INSERT INTO event (id, title, folded, created_at, modified_at) VALUES ('e', 'Assault', 'assault', '${time}', '${time}');
INSERT INTO account (id, event_id, fact, key, entity_id, claimant_kind, mode, created_at, modified_at)
  VALUES ('s', 'e', 'participant', 'speaker', 'mayor', 'narrator', 'claims', '${time}', '${time}');
INSERT INTO account_evidence VALUES ('s', 'm', 'evidence');
INSERT INTO evidence VALUES ('m', 'e');
INSERT INTO tag VALUES ('t', NULL, 'Counts', 'counts', NULL, 'How many', NULL, NULL);
INSERT INTO stored_annotation_tag VALUES ('m', 't');
INSERT INTO note VALUES ('o', 'Doubts', '${time}', '${time}', '<p>See <cite data-kind="entity" data-id="mayor">him</cite></p>', 'See him');
INSERT INTO citation VALUES ('o', 'entity', 'mayor');
INSERT INTO search_item VALUES (1, 'article', 'a'), (2, 'passage', 'k'), (3, 'passage', 'm'), (5, 'entity', 'kyiv'), (6, 'entity', 'mayor'),
  (7, 'event', 'e'), (9, 'note', 'o');
INSERT INTO search_index (rowid, title, body, comment) VALUES (1, 'a', 'kyiv endured an assault. 23 were injured. 😀', ''), (2, '', 'kyiv', 'says who?'),
  (3, '', 'injured', ''), (5, 'kyiv', '', ''), (6, 'mayor', '', ''), (7, 'assault', '', ''), (9, 'doubts', 'see him', '');
`;

let folder: string;
let session: Session | null = null;

function made(): string {
  const path = join(folder, 'old.casebook');
  const raw = new Database(path);
  migrate(asWritable(raw), migrations.slice(0, 3));
  raw.exec(`BEGIN; ${earlierNotebook} COMMIT;`);
  raw.close();
  return path;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'search-format-'));
});
afterEach(() => {
  session?.close();
  session = null;
  rmSync(folder, { recursive: true });
});

it('fills the index from the rows and keeps the numbers of what was there', () => {
  session = openSession(made());
  const db = writerOf(session);
  expect(pluck(db, `SELECT rowid || kind || item_id FROM search_item ORDER BY rowid`)).toEqual(
    ['1articlea', '2passagek', '3passagem', '5entitykyiv', '6entitymayor', '7evente', '9noteo'].concat([
      '10accounts',
      '11tagt',
    ]),
  );
  const keys = (
    field: 'role-of' | 'mode' | 'publisher' | 'by' | 'lang' | 'month' | 'colour' | 'tag' | 'has',
  ) =>
    valuesOf(db, field).map(({ key, label }) => (label === '' ? key.replace('\0', '/') : `${key} ${label}`));
  expect(keys('role-of')).toEqual(['speaker/mayor']);
  expect(keys('mode')).toEqual(['claims']);
  expect(keys('publisher')).toEqual(['the post The Post']);
  expect([...keys('by'), ...keys('lang'), ...keys('month')]).toEqual(['ann lee Ann Lee', 'en', '2025-07']);
  expect([...keys('colour'), ...keys('tag'), ...keys('has')]).toEqual([
    'yellow',
    't',
    'evidence',
    'note',
    'unread',
  ]);
  const words = pluck(db, 'SELECT term FROM search_word');
  expect(words).toEqual(expect.arrayContaining(['injured', 'says', 'speaker', 'counts', 'many']));
  expect(dumpIndex(db)).toEqual(dumpRebuiltIndex(db));
  expect(answer(session, 'checkNotebook', {}).findings).toEqual([]);
});

it('is followed by what comes back from the trash, and by what is undone', () => {
  const path = made();
  const raw = new Database(path);
  raw.pragma('foreign_keys = ON');
  const gone = ['citation', 'note'].map((table) => ({
    table,
    before: raw.prepare(`SELECT * FROM ${table}`).get(),
    after: null,
  }));
  raw.prepare(`INSERT INTO trash VALUES ('d', 'note', 'o', 'Doubts', ?, ?)`).run(time, JSON.stringify(gone));
  raw.exec(
    `DELETE FROM note; DELETE FROM search_index WHERE rowid = 9; DELETE FROM search_item WHERE rowid = 9`,
  );
  raw.close();
  session = openSession(path);
  const db = writerOf(session);
  const before = dumpIndex(db);
  execute(session, 'restoreTrash', { ids: ['d'] });
  const restored = dumpIndex(db);
  expect(restored).toContain('note o bears entity mayor');
  expect(restored).toEqual(dumpRebuiltIndex(db));
  execute(session, 'undo', {});
  expect(dumpIndex(db)).toEqual(before);
  expect(answer(session, 'checkNotebook', {}).findings).toEqual([]);
});

it('leaves an earlier notebook as it was when it cannot be indexed', () => {
  const path = made();
  const raw = new Database(path);
  raw.exec('DROP TABLE citation');
  raw.close();
  expect(() => openSession(path)).toThrow();
  const again = new Database(path, { readonly: true });
  expect(again.pragma('user_version', { simple: true })).toBe(3);
  expect(again.prepare('SELECT count(*) FROM search_index').pluck().get()).toBe(7);
  again.close();
});
