/** What a notebook with one article holds, as a few numbers that every command of the killed process changes. */
import { createHash } from 'node:crypto';
import { all } from '../../../main/store/core/sql';
import type { Session } from '../../../main/store/worker/session';

export interface SavedState {
  readonly articleId: string;
  readonly revisions: number;
  readonly formerQuotes: number;
  readonly annotations: number;
  /** Of everything that commands write. */
  readonly digest: string;
}

const tables = [
  'article',
  'revision',
  'exclusion',
  'locator',
  'annotation',
  'selector',
  'anchor',
  'former_quote',
  'draft',
];

/** Rows of a table as text, without the long ones of earlier revisions, which never change. */
const rowsOf: Readonly<Record<string, string>> = {
  revision: 'SELECT id, number, sha256, metadata FROM revision ORDER BY number',
};

/** The state of an open notebook, by its reading handle. */
export function stateOf({ reader }: Session): SavedState {
  const rows = tables.map((table) =>
    all<Record<string, unknown>>(reader, rowsOf[table] ?? `SELECT * FROM ${table}`),
  );
  const count = (table: string) => rows[tables.indexOf(table)]?.length ?? 0;
  return {
    articleId: String(rows[0]?.[0]?.['id']),
    revisions: count('revision'),
    formerQuotes: count('former_quote'),
    annotations: count('annotation'),
    digest: createHash('sha256').update(JSON.stringify(rows)).digest('hex'),
  };
}
