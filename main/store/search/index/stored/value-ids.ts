/** The numbers of values (`search_value`), given when a row first bears them and kept from then on. */
import { insertedRow, pluck, type ReadableDB, type WritableDB } from '../../../core/sql';
import type { FactField } from '../fact-types';

/** A value that a row bears; `label` only where the key is a folded label. */
export interface BorneValue {
  readonly field: FactField;
  readonly key: string;
  readonly label?: string;
}

/** Finds the number of a value. */
export type NumberOf = (value: BorneValue) => number;

const known = new WeakMap<object, Map<string, number>>();

/** The table may no longer hold what it held: a transaction has failed, or it was emptied. */
export function forgetValues(db: ReadableDB): void {
  known.delete(db);
}

function stored(db: ReadableDB, { field, key }: BorneValue): number | undefined {
  return pluck<number>(db, 'SELECT id FROM search_value WHERE field = ? AND key = ?', [field, key])[0];
}

function give(db: WritableDB, { field, key, label }: BorneValue): number {
  const insert = 'INSERT INTO search_value (field, key, label) VALUES (?, ?, ?)';
  return insertedRow(db, insert, [field, key, label ?? '']);
}

function remembering(ids: Map<string, number>, find: NumberOf): NumberOf {
  return (value) => {
    const name = `${value.field} ${value.key}`;
    let id = ids.get(name);
    if (id === undefined) {
      id = find(value);
      ids.set(name, id);
    }
    return id;
  };
}

/** Numbers for a writer: a value that has none is given the next. */
export function numbersFor(db: WritableDB): NumberOf {
  let ids = known.get(db);
  if (!ids) known.set(db, (ids = new Map()));
  return remembering(ids, (value) => stored(db, value) ?? give(db, value));
}

/** Numbers for a check: a value that has none is numbered below 0. */
export function numbersIn(db: ReadableDB): NumberOf {
  let none = 0;
  return remembering(new Map(), (value) => stored(db, value) ?? --none);
}
