/** Projects that are SQLite files: which program's it is shows in its tables. */
import { basename, dirname } from 'node:path';
import type { ImportedItem } from '../../../../shared/model/imported/imported-item';
import { foreignColumns, openForeign } from '../../../store/core/file/open-foreign';
import type { ReadableDB } from '../../../store/core/sql';
import type { FormatInput } from '../../formats/format';
import { refuse } from '../../formats/refuse';
import { itemsOf } from '../project-items';
import { readQualcoder } from './qualcoder-project';
import { taguetteItems } from './taguette-items';

/** Every table with the columns that must be there. */
type Shape = Readonly<Record<string, readonly string[]>>;

const taguette: Shape = {
  projects: ['id', 'name', 'description', 'created'],
  documents: ['id', 'name', 'description', 'filename', 'created', 'project_id', 'contents'],
  tags: ['id', 'path', 'description'],
  highlights: ['id', 'document_id', 'start_offset', 'end_offset', 'snippet'],
  highlight_tags: ['highlight_id', 'tag_id'],
};

const qualcoder: Shape = {
  source: ['id', 'name', 'fulltext'],
  code_name: ['cid', 'name'],
  code_text: ['cid', 'fid', 'pos0', 'pos1'],
};

const hasShape = (db: ReadableDB, shape: Shape): boolean =>
  Object.entries(shape).every(([table, columns]) => {
    const there = foreignColumns(db, table);
    return columns.every((column) => there.includes(column));
  });

/** A path of a project's folder ends in its name; the database in it is always called the same. */
const projectName = (source: string): string =>
  basename(dirname(source)).replace(/\.qda$/i, '') || 'QualCoder';

const isOfSqlite = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && String(cause.code).startsWith('SQLITE_');

/** Throws `import-refused` for a database of another program. */
export async function* databaseItems(input: FormatInput): AsyncGenerator<ImportedItem, void, void> {
  const { db, close } = openForeign(input.path === undefined ? { bytes: input.bytes } : { path: input.path });
  try {
    if (hasShape(db, taguette)) yield* taguetteItems(db, input);
    else if (hasShape(db, qualcoder))
      yield* itemsOf(readQualcoder(db, projectName(input.source)), input, null);
    else throw refuse('This is a database of a program that is not known.');
  } catch (cause) {
    throw isOfSqlite(cause) ? refuse('The database is damaged: a part of it cannot be read.') : cause;
  } finally {
    close();
  }
}
