/**
 * Makes the whole index anew from the rows: when a notebook of an earlier format is opened, and as a repair. Things keep
 * the row numbers that they have, since saved searches remember them.
 */
import { type HitKind, hitKinds } from '../../../../shared/contract/search';
import { all, rawDatabase, type WritableDB } from '../../core/sql';
import { markArticle, noUnits } from './dirty-units';
import { indexedWords, searchedTables } from './items/item-words';
import { noRefreshedItems, writeWords } from './items/refresh-items';
import { noWordNotes, writeWordNotes } from './items/word-list';
import { forgetIndex, refreshUnits, storeStarts } from './refresh-index';
import { restartLog } from './stored/change-log';
import { writeChanges } from './stored/fact-changes';
import { encodeStarts } from './stored/facts-record';

/** Things that are gone have no rows; those that have none get one, in the order they were made. */
function settleItems(db: WritableDB): void {
  const things = hitKinds.map((kind) => `SELECT '${kind}' AS kind, id FROM ${searchedTables[kind]}`);
  rawDatabase(db).exec(`
    DELETE FROM search_item WHERE (kind, item_id) NOT IN (${things.join(' UNION ALL ')});
    INSERT INTO search_item (kind, item_id) SELECT kind, id FROM (${things.join(' UNION ALL ')}) t
      WHERE NOT EXISTS (SELECT 1 FROM search_item i WHERE i.kind = t.kind AND i.item_id = t.id) ORDER BY id;`);
}

/** Things that are read at a time: what is changed for them is collected and then written. */
const itemsAtOnce = 5000;

interface Item {
  readonly row: number;
  readonly kind: HitKind;
  readonly id: string;
}

function* piecesOf(db: WritableDB, where: string): Generator<readonly Item[]> {
  const select = `SELECT rowid AS row, kind, item_id AS id FROM search_item
    WHERE rowid > ? AND ${where} ORDER BY rowid LIMIT ${itemsAtOnce}`;
  for (let after = 0; ; ) {
    const piece = all<Item>(db, select, [after]);
    const last = piece.at(-1);
    if (!last) return;
    yield piece;
    after = last.row;
  }
}

function rebuildWords(db: WritableDB, items: readonly Item[]): void {
  const notes = noWordNotes(db);
  for (const { row, kind, id } of items) {
    const words = indexedWords(db, { kind, id });
    if (!words) continue;
    writeWords(db, row, words, notes);
    if (words.starts) storeStarts(db, row, encodeStarts(words.starts));
  }
  writeWordNotes(db, notes);
}

function rebuildFacts(db: WritableDB, items: readonly Item[]): void {
  const units = noUnits();
  const sets = { event: units.events, note: units.notes, entity: units.entities, tag: units.tags };
  for (const { kind, id } of items) {
    if (kind === 'article') markArticle(units, id).all = true;
    else if (kind in sets) sets[kind as keyof typeof sets].add(id);
  }
  writeChanges(db, refreshUnits(db, units, noRefreshedItems()));
}

/** Makes the index anew, within the transaction that is going on. `afterPiece` is called after each stretch of the work. */
export function rebuildIndex(db: WritableDB, afterPiece: () => void = () => {}): void {
  forgetIndex(db);
  restartLog(rawDatabase(db).name);
  rawDatabase(db).exec(`INSERT INTO search_index (search_index) VALUES ('delete-all');
    DELETE FROM search_word; DELETE FROM search_value; DELETE FROM search_rows; DELETE FROM search_column;
    DELETE FROM search_fact;`);
  settleItems(db);
  for (const piece of piecesOf(db, 'true')) {
    rebuildWords(db, piece);
    afterPiece();
  }
  for (const piece of piecesOf(db, `kind NOT IN ('passage', 'account')`)) {
    rebuildFacts(db, piece);
    afterPiece();
  }
}
