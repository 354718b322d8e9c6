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

const earlier = 'Kyiv endured an assault. 23 were injured. 😀';
const later = 'Kyiv endured an assault. 26 were injured. 😀';
const time = '2025-07-05T10:00:00.000Z';

/** A notebook of format 1 as its program left it: corrected, annotated, with an article, its original and a draft, and another article in the trash. */
const earlierNotebook = `
INSERT INTO notebook VALUES ('n', 'Old', '${time}');
INSERT INTO article VALUES
  ('a', 'captured', 'Łódź and "Kyiv"', '${foldForMatch('Łódź and "Kyiv"')}',
    '${foldForMatch('Łódź and "Kyiv" Ada Gazette https://x.example/')}', '["Ada"]', 'Gazette', 'https://x.example/', 'en',
    '2025-07', 'July', '2025-07-01', '2025-07-31', '{"desk":"Harbour"}', '${time}', NULL, 'r2', '${time}', '${time}'),
  ('b', 'own', 'Mine', 'mine', '${foldForMatch('Mine   ')}', '[]', '', '', '', NULL, '', NULL, NULL, '{}', '${time}', NULL, 'r3', '${time}', '${time}');
INSERT INTO original_bytes VALUES ('${hashOfText(earlier)}', CAST('${earlier}' AS BLOB));
INSERT INTO original VALUES ('o', 'a', '/x.txt', 'text/plain', 'utf-8', 'guessed', '${hashOfText(earlier)}', ${Buffer.byteLength(earlier)}, '${time}');
INSERT INTO revision VALUES
  ('r1', 'a', 1, '${hashOfText(earlier)}', 7, 'Imported', '${time}', '<p>${earlier}</p>', '${earlier}'),
  ('r2', 'a', 2, '${hashOfText(later)}', 7, 'The ministry''s count', '${time}', '<p>${later}</p>', '${later}'),
  ('r3', 'b', 1, '${hashOfText('')}', 0, 'Created', '${time}', '<p></p>', '');
INSERT INTO exclusion VALUES ('x', 'r2', 42, 43, 'suggested', 'a picture');
INSERT INTO annotation VALUES ('k', 'a', NULL, 'Who says so?', '${time}', '${time}');
INSERT INTO selector VALUES ('k', 0, 'Kyiv', '', ' endured'), ('k', 1, '23 were injured', 'assault. ', '.');
INSERT INTO anchor VALUES ('k', 0, 'r1', 0, 4, 'exact'), ('k', 1, 'r1', 25, 40, 'exact'),
  ('k', 0, 'r2', 0, 4, 'exact'), ('k', 1, 'r2', 25, 40, 'changed');
INSERT INTO draft VALUES ('a', '<p>x</p>', 'r2', '[]', '${time}');
INSERT INTO search_item VALUES (1, 'article', 'a'), (2, 'article', 'b'), (3, 'passage', 'k');
INSERT INTO search_index (rowid, title, body, comment) VALUES
  (1, 'lodz and "kyiv"', 'kyiv endured an assault. 26 were injured.', ''), (2, 'mine', '', ''), (3, '', 'kyiv … 23 were injured', 'who says so?');
`;

/** As the first program wrote a deletion: rows as they were, in the order they went. */
const deletion = [
  [
    'article',
    {
      id: 't',
      kind: 'captured',
      title: 'Gone',
      sort_title: 'gone',
      filter_words: foldForMatch('Gone Grace  '),
    },
  ],
  ['original', { id: 'to', article_id: 't', source: '/t.txt', media_type: 'text/plain', encoding: 'utf-8' }],
  [
    'revision',
    { id: 'tr', article_id: 't', number: 1, reason: 'Imported', content: '<p>“é”</p>', text: '“é”' },
  ],
  ['annotation', { id: 'tk', article_id: 't', colour: null, comment: '' }],
  ['selector', { annotation_id: 'tk', part: 0, exact: '“é”', prefix: '', suffix: '' }],
  ['anchor', { annotation_id: 'tk', part: 0, revision_id: 'tr', start: 0, end: 3, state: 'exact' }],
] as const;
const more: Readonly<Record<string, object>> = {
  article: {
    authors: '["Grace"]',
    publisher: '',
    url: '',
    language: '',
    published_edtf: null,
    published_words: '',
    published_earliest: null,
    published_latest: null,
    fields: '{}',
    captured_at: time,
    read_at: null,
    revision_id: 'tr',
    created_at: time,
    modified_at: time,
  },
  original: {
    encoding_origin: 'guessed',
    sha256: hashOfText(earlier),
    byte_length: Buffer.byteLength(earlier),
    captured_at: time,
  },
  revision: { sha256: hashOfText('“é”'), word_count: 1, created_at: time },
  annotation: { created_at: time, modified_at: time },
};
const trashed = deletion.map(([table, row]) => ({ table, before: { ...row, ...more[table] }, after: null }));

let folder: string;
let session: Session;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'history-'));
  const path = join(folder, 'old.casebook');
  const raw = new Database(path);
  migrate(asWritable(raw), migrations.slice(0, 1));
  raw.exec(`BEGIN; ${earlierNotebook} COMMIT;`);
  raw
    .prepare(`INSERT INTO trash VALUES ('d', 'article', 't', 'Gone', ?, ?)`)
    .run(time, JSON.stringify(trashed));
  raw.close();
  session = openSession(path);
});
afterEach(() => {
  session.close();
  rmSync(folder, { recursive: true });
});

it('brings revisions, passages and drafts of a filled notebook along', () => {
  const article = answer(session, 'getArticle', { id: 'a' });
  expect(article.revisions.map(({ kind, originalId, reason }) => [kind, originalId, reason])).toEqual([
    ['captured', 'o', 'Imported'],
    ['corrected', null, "The ministry's count"],
  ]);
  expect(answer(session, 'getArticle', { id: 'b' }).revisions).toMatchObject([{ kind: 'written' }]);
  const { metadata, text } = answer(session, 'getRevision', { id: 'r1' });
  const { title, authors, publisher, url, language, published, fields } = article;
  expect(metadata).toEqual({ title, authors, publisher, url, language, published, fields });
  expect(text).toBe(earlier);
  const [annotation] = answer(session, 'listAnnotations', { articleId: 'a', revisionId: 'r2' });
  expect(annotation?.parts).toMatchObject([
    { state: 'exact', quote: { exact: 'Kyiv' }, formerQuotes: [] },
    { state: 'changed', quote: { exact: '23 were injured' }, formerQuotes: [] },
  ]);
  expect(answer(session, 'getDraft', { ownerId: 'a' })?.baseRevisionId).toBe('r2');
  expect(answer(session, 'checkNotebook', {}).findings).toEqual([]);
});

it('lets what was deleted before come back, with the details of its time', () => {
  execute(session, 'restoreTrash', { ids: ['d'] });
  expect(answer(session, 'getRevision', { id: 'tr' })).toMatchObject({
    kind: 'captured',
    originalId: 'to',
    metadata: { title: 'Gone', authors: ['Grace'], published: null },
    text: '“é”',
  });
  expect(answer(session, 'checkNotebook', {}).findings).toEqual([]);
});

it('has the shape that a new notebook has', () => {
  const shape = (path: string) => {
    const raw = new Database(path);
    if (path === ':memory:') migrate(asWritable(raw));
    const sql = pluck<string>(asWritable(raw), 'SELECT sql FROM sqlite_schema ORDER BY type, name');
    raw.close();
    return sql;
  };
  expect(pluck(writerOf(session), 'SELECT sql FROM sqlite_schema ORDER BY type, name')).toEqual(
    shape(':memory:'),
  );
});
