import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { foldForMatch } from '../../../shared/text/fold';
import { hashOfText } from '../articles/revisions';
import { migrate, migrations } from '../core/file/migrate';
import { asWritable, pluck } from '../core/sql';
import { answer, execute, openSession, type Session, writerOf } from '../worker/session';

const text = 'Kyiv endured an assault. 23 were injured. 😀';
const time = '2025-07-05T10:00:00.000Z';
const eventId = '0197d000-0000-7000-8000-000000000001';
const metadata = JSON.stringify({
  title: 'A',
  authors: [],
  publisher: '',
  url: '',
  language: '',
  published: null,
  fields: {},
});

/** A notebook of format 2 as its program left it: one event with everything that could be said of it, links, tags. */
const earlierNotebook = `
INSERT INTO notebook VALUES ('n', 'Old', '${time}');
INSERT INTO article VALUES ('a', 'own', 'A', 'a', '${foldForMatch('A   ')}', '[]', '', '', '', NULL, '', NULL, NULL, '{}', '${time}', NULL, 'r', '${time}', '${time}');
INSERT INTO revision VALUES ('r', 'a', 1, 'written', NULL, '${hashOfText(text)}', 7, 'Created', '${time}', '${metadata}', '<p>${text}</p>', '${text}');
INSERT INTO annotation VALUES ('k', 'a', NULL, '', '${time}', '${time}'), ('m', 'a', NULL, '', '${time}', '${time}');
INSERT INTO selector VALUES ('k', 0, 'Kyiv', '', ' endured an assault. 23 were inju'), ('m', 0, 'assault', 'Kyiv endured an ', '. 23 were injured. 😀');
INSERT INTO anchor VALUES ('k', 0, 'r', 0, 4, 'exact', NULL), ('m', 0, 'r', 16, 23, 'exact', NULL);
INSERT INTO entity VALUES
  ('kyiv', 'place', '', 'Kyiv', 'kyiv', '', '${time}', '${time}'), ('mayor', 'actor', 'person', 'Mayor', 'mayor', '', '${time}', '${time}');
INSERT INTO entity_name VALUES ('alias', 'kyiv', 'Kiev', 'kiev');
INSERT INTO mention VALUES ('k', 'kyiv');
INSERT INTO event_type VALUES ('attack', 'Attack', 0);
INSERT INTO event VALUES ('${eventId}', 'Assault', 'assault', 'attack', '', '2025-07-04', 'July 4th', '2025-07-04', '2025-07-04', 'kyiv', '${time}', '${time}');
INSERT INTO participation VALUES ('p', '${eventId}', 'mayor', 'witness', 'm'), ('q', '${eventId}', 'mayor', 'speaker', NULL);
INSERT INTO evidence VALUES ('k', '${eventId}');
INSERT INTO tag VALUES ('t', NULL, 'Claims', 'claims', NULL, '');
INSERT INTO annotation_tag VALUES ('k', 't');
INSERT INTO article_tag VALUES ('a', 't');
INSERT INTO search_item VALUES (1, 'article', 'a'), (2, 'passage', 'k'), (3, 'passage', 'm'), (4, 'entity', 'kyiv'), (5, 'entity', 'mayor'), (6, 'event', '${eventId}');
INSERT INTO search_index (rowid, title, body, comment) VALUES (1, 'a', 'kyiv endured an assault. 23 were injured. 😀', ''), (2, '', 'kyiv', ''),
  (3, '', 'assault', ''), (4, 'kyiv
kiev', '', ''), (5, 'mayor', '', ''), (6, 'assault', '', 'july 4th');
`;

let folder: string;
let session: Session;

/** What that program recorded when it deleted something, by running the deletion. */
function trashed(raw: Database.Database, itemId: string): string {
  const row = (table: string, where: string) =>
    raw.prepare(`SELECT * FROM ${table} WHERE ${where}`).all() as Record<string, unknown>[];
  const gone = (table: string, where: string) =>
    row(table, where).map((before) => ({ table, before, after: null }));
  const changes =
    itemId === eventId
      ? [
          ...gone('participation', `event_id = '${eventId}'`),
          ...gone('evidence', `event_id = '${eventId}'`),
          ...gone('event', `id = '${eventId}'`),
        ]
      : [
          ...gone('mention', `entity_id = 'kyiv'`),
          ...gone('entity_name', `entity_id = 'kyiv'`),
          ...row('event', `place_id = 'kyiv'`).map((before) => ({
            table: 'event',
            before,
            after: { ...before, place_id: null },
          })),
          ...gone('entity', `id = 'kyiv'`),
        ];
  return JSON.stringify(changes);
}

function open(inTrash?: { readonly id: string; readonly kind: string }): void {
  const path = join(folder, 'old.casebook');
  const raw = new Database(path);
  migrate(asWritable(raw), migrations.slice(0, 2));
  raw.exec(`BEGIN; ${earlierNotebook} COMMIT;`);
  if (inTrash) {
    const insert = raw.prepare(`INSERT INTO trash VALUES ('d', ?, ?, 'Gone', ?, ?)`);
    insert.run(inTrash.kind, inTrash.id, time, trashed(raw, inTrash.id));
    raw.pragma('foreign_keys = ON');
    raw.prepare(`DELETE FROM ${inTrash.kind} WHERE id = ?`).run(inTrash.id);
    const kept = raw.prepare('SELECT rowid FROM search_item WHERE item_id = ?').pluck().get(inTrash.id);
    raw.prepare('DELETE FROM search_index WHERE rowid = ?').run(kept);
    raw.prepare('DELETE FROM search_item WHERE rowid = ?').run(kept);
  }
  raw.close();
  session = openSession(path);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accounts-'));
});
afterEach(() => {
  session.close();
  rmSync(folder, { recursive: true });
});

function expectWhole(): void {
  const accounts = answer(session, 'listAccounts', { eventId });
  const said = accounts.map(({ fact, key, claimant, evidence }) =>
    [fact, key, claimant.kind, ...evidence.map((one) => one.annotationId)].join(' '),
  );
  expect(new Set(said)).toEqual(
    new Set([
      'date  none',
      'participant speaker none',
      'participant witness narrator m',
      'place  none',
      'type  none',
    ]),
  );
  const event = answer(session, 'getEvent', { id: eventId });
  expect(event).toMatchObject({
    title: 'Assault',
    typeName: 'Attack',
    placeName: 'Kyiv',
    happened: 'unsaid',
    conflictCount: 0,
    date: { edtf: '2025-07-04', words: 'July 4th', earliest: '2025-07-04', latest: '2025-07-04' },
    participations: [
      { id: 'p', actorId: 'mayor', role: 'witness', annotationId: 'm' },
      { id: 'q', actorId: 'mayor', role: 'speaker', annotationId: null },
    ],
  });
  const page = { offset: 0, limit: 10 };
  expect(answer(session, 'listMentions', { entityId: 'kyiv', ...page }).total).toBe(1);
  expect(answer(session, 'getEntity', { id: 'kyiv' }).aliases).toMatchObject([
    { name: 'Kiev', kind: 'alias' },
  ]);
  expect(answer(session, 'listTags', {})).toMatchObject([{ name: 'Claims', useCount: 2 }]);
  expect(answer(session, 'listRoles', {})).toEqual(expect.arrayContaining(['witness', 'mediator']));
  expect(answer(session, 'checkNotebook', {}).findings).toEqual([]);
}

it('makes accounts of what events had in columns, with their passages', () => {
  open();
  expectWhole();
  const ids = pluck<string>(writerOf(session), 'SELECT id FROM account');
  expect(ids.filter((id) => id.length === 36 && id.startsWith('0197d000-0000-7'))).toHaveLength(3);
  expect(answer(session, 'listEvidence', { eventId, offset: 0, limit: 9 }).total).toBe(2);
});

it.each([
  ['an event', { id: eventId, kind: 'event' }],
  ['the place of an event', { id: 'kyiv', kind: 'entity' }],
])('brings %s back from the trash as it was', (_, item) => {
  open(item);
  execute(session, 'restoreTrash', { ids: ['d'] });
  expectWhole();
});
