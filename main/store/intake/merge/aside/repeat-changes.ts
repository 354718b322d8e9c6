/**
 * Does on a copy of the notebook what was done on the notebook itself since it was copied, by the record of row changes: what they
 * come to, row by row. Only where every row is as it was then and nothing else is touched by it; it guesses nothing.
 */
import { CasebookError } from '../../../../../shared/model/result';
import {
  deleteRow,
  insertRow,
  keyOf,
  type Row,
  type RowChange,
  restoreColumns,
  rowNow,
  seeChanges,
} from '../../../core/recorder';
import { countOf, get, pluck, type ReadableDB, rawDatabase, type WritableDB } from '../../../core/sql';
import { deriveRoots, writeBytes } from '../../../notebook/records/write-records';
import { deleteUnusedBytes } from '../../../notes/trash';
import { placeEverywhere } from '../place-passages';

type Net = RowChange;

const nameOf = (db: WritableDB, table: string, row: Row): string =>
  JSON.stringify([table, ...keyOf(db, table).map((column) => row[column] ?? null)]);

const isSame = (one: Row | null, other: Row | null): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What changes come to, by row: as it was before the first of them and after the last. A row under another key is another row. */
function netOf(db: WritableDB, changes: readonly RowChange[]): ReadonlyMap<string, Net> {
  const nets = new Map<string, Net>();
  const note = (name: string, table: string, before: Row | null, after: Row | null): void => {
    const first = nets.get(name);
    nets.set(name, { table, before: first ? first.before : before, after });
  };
  for (const { table, before, after } of changes) {
    const [from, to] = [before && nameOf(db, table, before), after && nameOf(db, table, after)];
    if (from !== null && from !== to) note(from, table, before, null);
    if (to !== null) note(to, table, from === to ? before : null, after);
  }
  for (const [name, { before, after }] of nets) if (isSame(before, after)) nets.delete(name);
  return nets;
}

const conflict = () =>
  new CasebookError('conflict', 'What was changed meanwhile stands on what was brought in.');

function mustBeAsItWas(db: WritableDB, { table, before, after }: Net): void {
  const row = before ?? after;
  if (row && !isSame(rowNow(db, table, row), before)) throw conflict();
}

/** What has gone makes room for what has come; references are checked at the end of the transaction. */
function write(db: WritableDB, nets: readonly Net[]): void {
  rawDatabase(db).pragma('defer_foreign_keys = ON');
  for (const { table, before, after } of nets) if (before && !after) deleteRow(db, table, before);
  for (const { table, before, after } of nets) if (before && after) restoreColumns(db, table, after, before);
  for (const { table, before, after } of nets) if (after && !before) insertRow(db, table, after);
}

/** What hangs on a row goes with it: where that is more than it was, the changes do not mean the same here. */
function mustHaveDoneNoMore(db: WritableDB, nets: ReadonlyMap<string, Net>): void {
  const done = netOf(db, seeChanges(db));
  const isAsTold = [...done].every(([name, { after }]) => isSame(after, nets.get(name)?.after ?? null));
  if (done.size !== nets.size || !isAsTold) throw conflict();
}

/** By what two things that came from both sides would be one: whether another has the same. */
const known: Readonly<Record<string, string>> = {
  original: 'SELECT 1 FROM original WHERE sha256 = @sha256 AND article_id <> @article_id',
  identifier:
    'SELECT 1 FROM identifier WHERE scheme = @scheme AND value = @value AND entity_id <> @entity_id',
};

function mustBeNew(db: ReadableDB, { table, before, after }: Net): void {
  const select = known[table];
  if (!select || before || !after) return;
  const names = [...select.matchAll(/@(\w+)/g)].map(([, name = '']) => name);
  const params = Object.fromEntries(names.map((name) => [name, after[name] ?? null]));
  if (get(db, select, params)) throw conflict();
}

/** What two sides, each right by itself, can make wrong together: by the tables that were changed. */
const rules: readonly { readonly of: string; readonly wrong: string }[] = [
  ...[
    'tag parent_id',
    'tag merged_into',
    'entity parent_id',
    'entity merged_into',
    'event_type parent_id',
  ].map((each) => {
    const [of = '', column = ''] = each.split(' ');
    const down = `WITH RECURSIVE down (id) AS (SELECT id FROM ${of} WHERE ${column} IS NULL
        UNION SELECT t.id FROM down JOIN ${of} t ON t.${column} = down.id)`;
    return { of, wrong: `${down} SELECT (SELECT count(*) FROM ${of}) - (SELECT count(*) FROM down)` };
  }),
  {
    of: 'account',
    wrong: `SELECT count(*) FROM (SELECT 1 FROM account WHERE preferred_reason IS NOT NULL
      GROUP BY event_id, fact, key HAVING count(*) > 1)`,
  },
];

const placing: ReadonlySet<string> = new Set(['article', 'revision', 'annotation', 'selector', 'anchor']);

/** Passages stand in the text that is current now, and what was merged ends where it now ends. */
function settle(db: WritableDB, tables: ReadonlySet<string>): void {
  for (const { of, wrong } of rules) if (tables.has(of) && countOf(db, wrong) > 0) throw conflict();
  if ([...placing].some((table) => tables.has(table))) placeEverywhere(db);
  if (tables.has('trash') || tables.has('original')) deleteUnusedBytes(db);
  if (tables.has('entity') || tables.has('tag')) deriveRoots(db);
}

/**
 * Does changes of the notebook `from` again in a copy of it, within a command. Throws `conflict` where they do not fit with what was
 * done in the copy; then the copy is of no use any more.
 */
export function repeatChanges(db: WritableDB, from: ReadableDB, changes: readonly RowChange[]): void {
  const nets = netOf(db, changes);
  const all = [...nets.values()];
  for (const net of all) mustBeAsItWas(db, net);
  for (const { table, after } of all) {
    const sha256 = table === 'original' ? after?.['sha256'] : undefined;
    if (typeof sha256 !== 'string') continue;
    const bytes = pluck<Uint8Array>(from, 'SELECT bytes FROM original_bytes WHERE sha256 = ?', [sha256])[0];
    if (bytes) writeBytes(db, sha256, bytes);
  }
  write(db, all);
  mustHaveDoneNoMore(db, nets);
  for (const net of all) mustBeNew(db, net);
  settle(db, new Set(all.map(({ table }) => table)));
}
