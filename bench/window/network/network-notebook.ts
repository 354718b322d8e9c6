/**
 * A notebook whose network has 1,000 actors and 5,000 ties: circles of 25 who are mostly named among themselves, a pair a
 * paragraph, some pairs often. Written as bare rows; the words are not indexed.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rawDatabase } from '../../../main/store/core/sql';
import { createSession, type Session, writerOf } from '../../../main/store/worker/session';
import { newId } from '../../../shared/model/id';
import { makeName, type Random, seeded } from '../../prose';

export const nodeCount = 1000;
export const tieCount = 5000;
const circleSize = 25;
const paragraphsPerArticle = 50;
const now = '2026-01-01T00:00:00.000Z';

type Pair = readonly [a: number, b: number];

/** Each pair as often as it is named together. */
function makePairs(random: Random): readonly Pair[] {
  const seen = new Set<number>();
  const pairs: Pair[] = [];
  while (seen.size < tieCount) {
    const a = Math.floor(random() * nodeCount);
    const circle = a - (a % circleSize);
    const b =
      random() < 0.85
        ? circle + Math.floor(random() ** 2 * circleSize)
        : Math.floor(random() ** 2 * nodeCount);
    const key = Math.min(a, b) * nodeCount + Math.max(a, b);
    if (a === b || seen.has(key)) continue;
    seen.add(key);
    const times = 1 + Math.floor(4 * random() ** 6);
    for (let time = 0; time < times; time++) pairs.push([a, b]);
  }
  return pairs;
}

type Insert = (table: string, row: Readonly<Record<string, string | number | null>>) => void;

function insertInto(session: Session): Insert {
  const raw = rawDatabase(writerOf(session));
  return (table, row) => {
    const columns = Object.keys(row);
    const sql = `INSERT INTO ${table} (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`;
    raw.prepare(sql).run(row);
  };
}

function addArticle(insert: Insert, number: number, actors: readonly string[], pairs: readonly Pair[]): void {
  const [id, revisionId] = [newId(), newId()];
  const lines = pairs.map((_, index) => `Paragraph ${index} names two`);
  const title = `Article ${number}`;
  const times = { created_at: now, modified_at: now };
  insert('article', {
    id,
    kind: 'captured',
    title,
    sort_title: title,
    filter_words: '',
    captured_at: now,
    revision_id: revisionId,
    ...times,
  });
  insert('revision', {
    id: revisionId,
    article_id: id,
    number: 1,
    kind: 'captured',
    sha256: '',
    word_count: 4 * lines.length,
    reason: '',
    created_at: now,
    metadata: '{}',
    content: lines.map((line) => `<p>${line}</p>`).join(''),
    text: lines.join('\n'),
  });
  let start = 0;
  pairs.forEach((pair, index) => {
    const annotationId = newId();
    const end = start + (lines[index]?.length ?? 0);
    insert('annotation', { id: annotationId, article_id: id, ...times });
    insert('selector', {
      annotation_id: annotationId,
      part: 0,
      exact: lines[index] ?? '',
      prefix: '',
      suffix: '',
    });
    insert('anchor', {
      annotation_id: annotationId,
      part: 0,
      revision_id: revisionId,
      start,
      end,
      state: 'exact',
    });
    for (const actor of pair)
      insert('stored_mention', { annotation_id: annotationId, entity_id: actors[actor] ?? '' });
    start = end + 1;
  });
}

function fill(session: Session): void {
  const random = seeded(1000);
  const insert = insertInto(session);
  const actors = Array.from({ length: nodeCount }, () => newId());
  for (const id of actors) {
    const name = makeName(random);
    insert('entity', {
      id,
      kind: 'actor',
      name,
      folded: name.toLowerCase(),
      created_at: now,
      modified_at: now,
    });
  }
  const pairs = makePairs(random);
  for (let from = 0; from < pairs.length; from += paragraphsPerArticle)
    addArticle(insert, from, actors, pairs.slice(from, from + paragraphsPerArticle));
}

/** The path of the notebook; made once and kept. Work on a copy of it. The number in its name is to be raised when what is made changes. */
export function networkNotebook(): string {
  const folder = resolve('out/bench');
  const path = join(folder, 'network-1.casebook');
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const partial = `${path}.partial.casebook`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${partial}${suffix}`, { force: true });
  const session = createSession(partial, 'Bench');
  const raw = rawDatabase(writerOf(session));
  // Nothing of this is to be taken back: recording it would take longer than writing it.
  const triggers = raw
    .prepare(`SELECT name FROM temp.sqlite_master WHERE type = 'trigger'`)
    .pluck()
    .all() as string[];
  for (const name of triggers) raw.exec(`DROP TRIGGER temp.${name}`);
  raw.exec('BEGIN');
  fill(session);
  raw.exec('COMMIT');
  session.close();
  renameSync(partial, path);
  return path;
}
