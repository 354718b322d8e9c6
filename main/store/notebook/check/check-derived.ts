/** Derived columns against what they are derived from, and the citations of every note against its words. */
import type { Finding } from '../../../../shared/contract/notebook';
import { parseContent } from '../../../../shared/document/content-html';
import { all, countOf, get, pluck, type ReadableDB, type SqlValue } from '../../core/sql';
import { citationsOf } from '../../notes/citations';
import { type DerivedTable, derivedTables, differing, inWords } from './derived-columns';
import { type CheckPart, finding, type Tick } from './finding';

type Row = Readonly<Record<string, SqlValue>>;

function findingOf(db: ReadableDB, table: DerivedTable, row: Row): Finding | null {
  const wrong = differing(table, row, db);
  const id = String(row['id']);
  const place = table.articleOf ? { articleId: table.articleOf(row), annotationId: null } : null;
  if (typeof wrong === 'string') {
    return finding({
      kind: 'derived',
      id,
      message: `Something of ${table.noun} cannot be read: ${wrong}`,
      place,
    });
  }
  if (Object.keys(wrong).length === 0) return null;
  const message = `${inWords(wrong)} of ${table.noun} is not right.`;
  return finding({ kind: 'derived', id, message, repair: 'derived', place });
}

/** The ids are read first and rows one by one: what is asked between two ticks finds no statement at work. */
function* checkTable(db: ReadableDB, table: DerivedTable): Generator<Tick> {
  const select = `SELECT ${table.columns} FROM ${table.table} WHERE id = ?`;
  for (const id of pluck<string>(db, `SELECT id FROM ${table.table}`)) {
    const row = get<Row>(db, select, [id]);
    const found = row && findingOf(db, table, row);
    if (found) yield found;
    yield null;
  }
}

/** The citations that a note's content has, as keys; null where it cannot be read. */
export function citedIn(content: string): Set<string> | null {
  try {
    return new Set(citationsOf(parseContent(content)).map(({ target, targetId }) => `${target} ${targetId}`));
  } catch {
    return null;
  }
}

function* checkCitations(db: ReadableDB): Generator<Tick> {
  for (const { id, content } of all<{ id: string; content: string }>(db, 'SELECT id, content FROM note')) {
    const wanted = citedIn(content);
    const kept = pluck<string>(db, `SELECT target_kind || ' ' || target_id FROM citation WHERE note_id = ?`, [
      id,
    ]);
    if (!wanted || (wanted.size === kept.length && kept.every((key) => wanted.has(key)))) continue;
    const message = 'What a note cites is not what its words cite.';
    yield finding({ kind: 'reference', id, message, repair: 'derived' });
  }
}

function* check(db: ReadableDB): Generator<Tick> {
  for (const table of derivedTables) yield* checkTable(db, table);
  yield* checkCitations(db);
}

export const derivedPart: CheckPart = {
  count: (db) =>
    derivedTables
      .map(({ table }) => countOf(db, `SELECT count(*) FROM ${table}`))
      .reduce((sum, count) => sum + count, 0),
  check,
};
