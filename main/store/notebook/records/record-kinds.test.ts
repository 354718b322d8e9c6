import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordedTables } from '../../core/recorder';
import { pluck } from '../../core/sql';
import { type TemporaryNotebook, temporaryNotebook } from '../../core/temporary-notebook';
import { derivedColumns, recordKinds } from './record-kinds';
import type { Field, Part } from './record-types';

let notebook: TemporaryNotebook;
beforeAll(() => {
  notebook = temporaryNotebook();
});
afterAll(() => notebook.remove());

/** What is deleted and what was asked lately is not a part of the notebook; citations stand in the notes' content. */
const leftOut = new Set(['trash', 'search_history', 'citation', 'notebook']);

function columnsInRecords(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const add = (table: string, columns: readonly string[]) =>
    found.set(table, new Set([...(found.get(table) ?? []), ...columns]));
  const columns = (fields: readonly Field[]) => fields.map(({ column }) => column);
  const walk = (part: Part): void => {
    add(part.table, [...columns(part.fields), part.parent, ...(part.only ? [part.only.column] : [])]);
    part.parts?.forEach(walk);
  };
  for (const kind of recordKinds) {
    add(kind.table, columns(kind.fields));
    kind.parts.forEach(walk);
  }
  for (const [table, derived] of Object.entries(derivedColumns)) add(table, derived);
  return found;
}

it('has every column of every table that commands write', () => {
  const found = columnsInRecords();
  for (const table of recordedTables.filter((each) => !leftOut.has(each))) {
    const columns = pluck<string>(notebook.db, 'SELECT name FROM pragma_table_info(?)', [table]);
    expect({ table, columns: [...(found.get(table) ?? [])].sort() }).toEqual({
      table,
      columns: [...columns].sort(),
    });
  }
});
