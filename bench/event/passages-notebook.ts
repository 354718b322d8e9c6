/**
 * A notebook of 100,000 passages in 1,000 articles, with actors, places, tags in two levels, and events of types: written
 * as bare rows, which is enough to count and list them. Words are not indexed.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rawDatabase } from '../../main/store/core/sql';
import { createSession, openSession, type Session, writerOf } from '../../main/store/worker/session';

/** An id of the right length from a letter of its table and a number. */
const idOf = (table: string, number: string) =>
  `printf('0197%04x-%04x-7${table}00-8000-%012x', (${number}) / 65536, (${number}) % 65536, ${number})`;
/** A number below `count` that looks like chance; the lower ones come up more often. */
const skewed = (seed: string, count: number) =>
  `CAST(${count} * pow(((${seed}) * 7919 + 13) % 10007 / 10007.0, 2) AS INTEGER)`;
const numbers = (count: number) =>
  `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${count - 1})`;
const now = `'2026-01-01T00:00:00.000Z'`;
const day = (seed: string) =>
  `printf('%04d-%02d-%02d', 2005 + (${seed}) % 20, 1 + (${seed}) % 12, 1 + (${seed}) % 28)`;

const articles = `${numbers(1000)} INSERT INTO article (id, kind, title, sort_title, filter_words, publisher, published_edtf,
    published_earliest, published_latest, captured_at, revision_id, created_at, modified_at)
  SELECT ${idOf('1', 'i')}, 'captured', 'Article ' || i, printf('article %04d', i), '', 'Publisher ' || (i % 40),
    ${day('i')}, ${day('i')}, ${day('i')}, ${now}, ${idOf('2', 'i')}, ${now}, ${now} FROM n`;
const revisions = `${numbers(1000)} INSERT INTO revision (id, article_id, number, kind, sha256, word_count, reason, created_at,
    metadata, content, text)
  SELECT ${idOf('2', 'i')}, ${idOf('1', 'i')}, 1, 'captured', '', 2, '', ${now}, '{}', '<p>Words</p>', 'Words' FROM n`;
const passages = [
  `${numbers(100_000)} INSERT INTO annotation (id, article_id, comment, created_at, modified_at)
   SELECT ${idOf('3', 'i')}, ${idOf('1', 'i * 7 % 1000')}, iif(i % 10, '', 'Who says so?'), ${now}, ${now} FROM n`,
  `${numbers(100_000)} INSERT INTO selector SELECT ${idOf('3', 'i')}, 0, 'words of passage ' || i, 'before ', ' after' FROM n`,
  `${numbers(100_000)} INSERT INTO anchor SELECT ${idOf('3', 'i')}, 0, ${idOf('2', 'i * 7 % 1000')}, i, i + 20, 'exact', NULL
   FROM n`,
];
const entities = `${numbers(500)} INSERT INTO entity (id, kind, name, folded, created_at, modified_at)
  SELECT ${idOf('4', 'i')}, iif(i % 5, 'actor', 'place'), 'Name ' || i, 'name ' || i, ${now}, ${now} FROM n`;
const mentions = ['i', 'i + 5003'].map(
  (seed) => `${numbers(100_000)} INSERT OR IGNORE INTO stored_mention
  SELECT ${idOf('3', 'i')}, ${idOf('4', skewed(seed, 500))} FROM n WHERE i % 4 <> ${seed === 'i' ? 0 : 1}`,
);
const tags = [
  `${numbers(330)} INSERT INTO tag (id, parent_id, name, folded)
   SELECT ${idOf('5', 'i')}, iif(i < 30, NULL, ${idOf('5', 'i % 30')}), 'Tag ' || i, 'tag ' || i FROM n`,
  `${numbers(100_000)} INSERT INTO stored_annotation_tag
   SELECT ${idOf('3', 'i')}, ${idOf('5', skewed('i * 3', 330))} FROM n WHERE i % 2`,
];
const events = [
  `${numbers(20)} INSERT INTO event_type (id, name, position)
   SELECT ${idOf('6', 'i')}, 'Type ' || i, 100 + i FROM n`,
  `${numbers(2000)} INSERT INTO event (id, title, folded, type_id, date_edtf, date_earliest, date_latest, created_at, modified_at)
   SELECT ${idOf('7', 'i')}, 'Event ' || i, 'event ' || i, ${idOf('6', 'i % 20')}, ${day('i')}, ${day('i')}, ${day('i')}, ${now},
     ${now} FROM n`,
  `${numbers(100_000)} INSERT INTO evidence
   SELECT ${idOf('3', 'i')}, ${idOf('7', skewed('i * 5', 2000))} FROM n WHERE i % 5 < 2`,
];

/** Makes the notebook in a folder of its own; the caller closes and removes it. */
export function makePassagesNotebook(): { readonly session: Session; readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-bench-'));
  const path = join(folder, 'passages.casebook');
  const made = createSession(path, 'Bench');
  const raw = rawDatabase(writerOf(made));
  // Nothing of this is to be taken back: recording a million rows would take longer than writing them.
  const triggers = raw
    .prepare(`SELECT name FROM temp.sqlite_master WHERE type = 'trigger'`)
    .pluck()
    .all() as string[];
  for (const name of triggers) raw.exec(`DROP TRIGGER temp.${name}`);
  const steps = [articles, revisions, ...passages, entities, ...mentions, ...tags, ...events];
  raw.exec(`BEGIN; ${steps.join(';\n')}; COMMIT`);
  made.close();
  return { session: openSession(path), folder };
}
