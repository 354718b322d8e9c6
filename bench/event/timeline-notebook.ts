/**
 * A notebook of 10,000 events of thirty-five years: days, months, stretches, doubted and open dates, two actors each. Written as
 * bare rows, with the accounts that the events' dates come from.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rawDatabase } from '../../main/store/core/sql';
import { createSession, type Session, writerOf } from '../../main/store/worker/session';
import { parseEdtf } from '../../shared/dates/edtf';
import { newId } from '../../shared/model/id';
import { makeName, type Random, seeded } from '../prose';

export const eventCount = 10_000;
const actorCount = 40;
const now = '2026-01-01T00:00:00.000Z';

const pad = (number: number): string => String(number).padStart(2, '0');

/** One of every eight kinds of date, days most often. */
function makeDate(random: Random): string {
  const month = `${1990 + Math.floor(random() * 35)}-${pad(1 + Math.floor(random() * 12))}`;
  const number = 1 + Math.floor(random() * 20);
  const day = `${month}-${pad(number)}`;
  const later = `${month}-${pad(number + 1 + Math.floor(random() * 7))}`;
  const dates = [
    day,
    day,
    day,
    month,
    `${day}/${later}`,
    `${day}?`,
    `${day}~`,
    `[${day},${later}]`,
    `../${day}`,
  ];
  return dates[Math.floor(random() * dates.length)] ?? day;
}

type Insert = (table: string, row: Readonly<Record<string, string | number | null>>) => void;

function insertInto(session: Session): Insert {
  const raw = rawDatabase(writerOf(session));
  return (table, row) => {
    const columns = Object.keys(row);
    const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`;
    raw.prepare(sql).run(row);
  };
}

function addEvent(insert: Insert, random: Random, actors: readonly string[]): void {
  const id = newId();
  const title = makeName(random);
  const { edtf = '', earliest = null, latest = null } = parseEdtf(makeDate(random)) ?? {};
  const date = { date_edtf: edtf, date_earliest: earliest, date_latest: latest };
  const times = { created_at: now, modified_at: now };
  insert('event', { id, title, folded: title.toLowerCase(), ...date, ...times });
  insert('account', { id: newId(), event_id: id, fact: 'date', ...date, ...times });
  for (const key of ['initiator', 'target']) {
    const actor = actors[Math.floor(random() ** 2 * actors.length)] ?? '';
    insert('account', { id: newId(), event_id: id, fact: 'participant', key, entity_id: actor, ...times });
  }
}

/** The window starts with the library, which has to have something to show. */
function addArticle(insert: Insert): void {
  const [id, revisionId] = [newId(), newId()];
  const title = 'Article';
  const article = { id, kind: 'captured', title, sort_title: title, filter_words: '', captured_at: now };
  insert('article', { ...article, revision_id: revisionId, created_at: now, modified_at: now });
  const revision = { id: revisionId, article_id: id, number: 1, kind: 'captured', sha256: '', word_count: 1 };
  insert('revision', {
    ...revision,
    reason: '',
    created_at: now,
    metadata: '{}',
    content: '<p>W</p>',
    text: 'W',
  });
}

function fill(session: Session): void {
  const random = seeded(35);
  const insert = insertInto(session);
  const actors = Array.from({ length: actorCount }, () => newId());
  for (const id of actors) {
    const name = makeName(random);
    const entity = { id, kind: 'actor', name, folded: name.toLowerCase() };
    insert('entity', { ...entity, created_at: now, modified_at: now });
  }
  for (let count = 0; count < eventCount; count++) addEvent(insert, random, actors);
  addArticle(insert);
}

/** Nothing of this is to be taken back: recording it would take longer than writing it. */
function fillUnrecorded(session: Session): void {
  const raw = rawDatabase(writerOf(session));
  const triggers = `SELECT name FROM temp.sqlite_master WHERE type = 'trigger'`;
  for (const name of raw.prepare(triggers).pluck().all()) raw.exec(`DROP TRIGGER temp.${String(name)}`);
  raw.exec('BEGIN');
  fill(session);
  raw.exec('COMMIT');
}

/** The path of the notebook; made once and kept. Work on a copy of it. The number in its name is to be raised when what is made changes. */
export function timelineNotebook(): string {
  const folder = resolve('out/bench');
  const path = join(folder, 'timeline-1.casebook');
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const partial = `${path}.partial.casebook`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${partial}${suffix}`, { force: true });
  const session = createSession(partial, 'Bench');
  fillUnrecorded(session);
  session.close();
  renameSync(partial, path);
  return path;
}
